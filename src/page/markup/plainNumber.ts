import { asciiDigits } from './asciiDigits.ts';
import { visibleText } from './visibleText.ts';

/** Brackets, which group digits and mean nothing. */
const DROPPED = /[()[\]]/g;
const BETWEEN = /[./\u2010-\u2015\u2212\uff0d]/g;

/**
 * A phone number as Lock takes it (digits, spaces, hyphens), from one as people and phones write it:
 * `(415) 555.0100`, `٤١٢ ٣٤٥`, `１２３ ４５６`. What is no part of a number stays, for Lock to say so.
 */
export function plainNumber(text: string): string {
  return asciiDigits(visibleText(text)).replace(DROPPED, '').replace(BETWEEN, ' ').trimStart();
}
