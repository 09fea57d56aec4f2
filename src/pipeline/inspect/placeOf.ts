import type { DefaultTreeAdapterTypes } from 'parse5';
import type { InspectedPage } from './InspectedPage.ts';

type Expected = Pick<InspectedPage, 'expected'>;
type Element = DefaultTreeAdapterTypes.Element;

/** Where something is, for people: in the template that it comes from, else in the page. */
export function placeText({ expected }: Expected, line: number, column: number): string {
  const place = expected?.templatePlace?.(line, column) ?? null;
  return place === null
    ? `line ${line}, column ${column}`
    : `${place.file}, line ${place.line}, column ${place.column}`;
}

/** The same at the beginning of a sentence: a place in a page has a capital, a file's name has its own. */
export function placeFirst(page: Expected, line: number, column: number): string {
  return placeText(page, line, column).replace(/^line/, 'Line');
}

/** Where an offset is in `text`, the page or its markup. */
export function placeOfOffset(page: Expected, text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return placeText(page, before.length, (before.at(-1)?.length ?? 0) + 1);
}

/** `Line 3, column 7: `, or nothing for an element that only the parser has put there. */
export function elementFirst(page: Expected, { sourceCodeLocation: at }: Element): string {
  return at ? `${placeFirst(page, at.startLine, at.startCol)}: ` : '';
}

/** ` at line 3, column 7`, or nothing, as above. */
export function atElement(page: Expected, { sourceCodeLocation: at }: Element): string {
  return at ? ` at ${placeText(page, at.startLine, at.startCol)}` : '';
}
