import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { apiBodyBytes } from '../apiBodyBytes.ts';
import { elementsOf } from './elementsOf.ts';
import { gzipSize } from './gzipSize.ts';
import type { Expectation, InspectedPage, ScriptElement } from './InspectedPage.ts';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * Parses and measures a page once, for all rules.
 *
 * @param measured - its sizes, where they are known
 */
export async function readPage(
  html: string,
  expected?: Expectation,
  measured?: { gzipBytes: Promise<number>; apiBodyBytes: number },
): Promise<InspectedPage> {
  // Compressed in another thread, while this one parses.
  const gzipBytes = measured?.gzipBytes ?? gzipSize(html);
  const document = parse(html, { sourceCodeLocationInfo: true });
  const elements = elementsOf(document);
  return {
    html,
    markup: withoutCode(html, elements),
    document,
    scripts: scriptsAmong(elements),
    apiBodyBytes: measured?.apiBodyBytes ?? apiBodyBytes(html),
    gzipBytes: await gzipBytes,
    ...(expected !== undefined && { expected }),
  };
}

/** The scripts among a page's elements. */
export function scriptsAmong(elements: readonly Element[]): ScriptElement[] {
  return elements.filter(({ tagName }) => tagName === 'script').map(readScript);
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
