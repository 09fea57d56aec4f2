import { parse } from 'parse5';
import { elementsOf } from '../../pipeline/inspect/elementsOf.ts';
import { isDataBlock } from '../../pipeline/inspect/isDataBlock.ts';
import { scriptsAmong } from '../../pipeline/inspect/readPage.ts';
import { markupLines } from './markupLines.ts';
import type { PageParts } from './Part.ts';
import { readableCode } from './readableCode.ts';

/** Takes any page apart, one that was written by hand too. */
export async function pageParts(html: string): Promise<PageParts> {
  const document = parse(html);
  const elements = elementsOf(document);
  const styles = elements
    .filter(({ tagName }) => tagName === 'style')
    .map(({ childNodes: [text] }) => (text !== undefined && 'value' in text ? text.value : ''));
  const inline = scriptsAmong(elements).filter(({ src }) => src === undefined);
  const data = inline.filter(isDataBlock).map(({ text }) => text);
  const scripts = inline.filter((it) => !isDataBlock(it)).map(({ text }) => text);
  const all = [...styles, ...data, ...scripts];
  return {
    template: {
      lines: html === '' ? [] : markupLines(document),
      bytes: bytesOf([html]) - bytesOf(all),
    },
    style: { lines: (await each(styles, 'css')).flat(), bytes: bytesOf(styles) },
    settings: { lines: data.flatMap(dataLines), bytes: bytesOf(data) },
    script: { lines: (await each(scripts, 'js')).flat(), bytes: bytesOf(scripts) },
  };
}

const bytesOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);

const each = (texts: readonly string[], loader: 'js' | 'css'): Promise<string[][]> =>
  Promise.all(texts.map((text) => readableCode(text, loader)));

function dataLines(text: string): string[] {
  try {
    return JSON.stringify(JSON.parse(text), null, 2).split('\n');
  } catch {
    return text.trim().split(/\r?\n/);
  }
}
