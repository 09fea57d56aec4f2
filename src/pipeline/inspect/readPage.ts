import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { apiBodyBytes } from '../apiBodyBytes.ts';
import { elementsOf } from './elementsOf.ts';
import type { Expectation, InspectedPage, ScriptElement } from './InspectedPage.ts';

type Element = DefaultTreeAdapterTypes.Element;

const compress = promisify(gzip);

/** Parses and measures a page once, for all rules. */
export async function readPage(html: string, expected?: Expectation): Promise<InspectedPage> {
  const gzipped = compress(html, { level: 9 });
  const document = parse(html);
  const elements = elementsOf(document);
  return {
    html,
    markup: withoutCode(html, elements),
    document,
    scripts: elements.filter(({ tagName }) => tagName === 'script').map(readScript),
    apiBodyBytes: apiBodyBytes(html),
    gzipBytes: (await gzipped).length,
    ...(expected !== undefined && { expected }),
  };
}

function readScript(element: Element): ScriptElement {
  const attribute = (name: string) => element.attrs.find((it) => it.name === name)?.value;
  return {
    id: attribute('id'),
    type: attribute('type') ?? '',
    // An SVG's script has an href.
    src: attribute('src') ?? (element.namespaceURI.endsWith('/svg') ? attribute('href') : undefined),
    integrity: attribute('integrity'),
    text: textOf(element),
  };
}

function textOf({ childNodes: [text] }: Element): string {
  return text !== undefined && 'value' in text ? text.value : '';
}

/** The text of each script and style put out of sight, its line ends kept. */
function withoutCode(html: string, elements: readonly Element[]): string {
  let markup = '';
  let at = 0;
  for (const element of elements) {
    const code = /^(?:script|style)$/.test(element.tagName) ? textOf(element) : '';
    const start = code.trim() === '' ? -1 : html.indexOf(code, at);
    if (start === -1) continue;
    markup += `${html.slice(at, start)} ${'\n'.repeat(code.split('\n').length - 1)}`;
    at = start + code.length;
  }
  return markup + html.slice(at);
}
