/** Where the digits of other scripts begin: Arabic, Persian and Urdu, and the wide ones of Japanese keyboards. */
const ZEROS = [0x660, 0x6f0, 0xff10];
const DIGIT = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g;
/** Brackets, and what comes along from a text that is written from right to left; nobody sees that. */
const DROPPED = /[()[\]\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const BETWEEN = /[./\u00a0\u2010-\u2015\u202f\u2212\u3000\uff0d]/g;

/**
 * A phone number or a code as Lock takes it (digits, spaces, hyphens), from one as people and phones write it:
 * `(415) 555.0100`, `٤١٢ ٣٤٥`, `１２３ ４５６`. What is no part of a number stays, for Lock to say so.
 */
export function plainNumber(text: string): string {
  return text
    .replace(DROPPED, '')
    .replace(DIGIT, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = ZEROS.find((it) => code >= it && code < it + 10) ?? code;
      return String(code - zero);
    })
    .replace(BETWEEN, ' ')
    .trimStart();
}
