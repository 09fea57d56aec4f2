import { gzipSync } from 'node:zlib';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { apiBodyBytes } from '../apiBodyBytes.ts';
import { elementsOf } from './elementsOf.ts';
import type { Expectation, InspectedPage, ScriptElement } from './InspectedPage.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** Parses and measures a page once, for all rules. */
export function readPage(html: string, expected?: Expectation): InspectedPage {
  const document = parse(html);
  return {
    html,
    document,
    scripts: elementsOf(document)
      .filter(({ tagName }) => tagName === 'script')
      .map(readScript),
    gzipBytes: gzipSync(html, { level: 9 }).length,
    apiBodyBytes: apiBodyBytes(html),
    ...(expected !== undefined && { expected }),
  };
}

function readScript(element: Element): ScriptElement {
  const attribute = (name: string) => element.attrs.find((it) => it.name === name)?.value;
  const [text] = element.childNodes;
  return {
    id: attribute('id'),
    type: attribute('type') ?? '',
    src: attribute('src'),
    integrity: attribute('integrity'),
    text: text !== undefined && 'value' in text ? text.value : '',
  };
}
