import { asciiDigits } from './asciiDigits.ts';
import { visibleText } from './visibleText.ts';

/** Auth0's default; a connection's `totp.length` may differ. */
const USUAL_LENGTH = 6;
/** Auth0's limit; what is shorter is a part, or no code. */
const SHORTEST = 4;
/** What separates the parts of one code: `123 456`, `123-456`, `123 – 456`. */
const GROUP = /\+?\d+(?:(?: ?[-\u2010-\u2015\u2212\u30fb\uff0d] ?|[ ._/·,])\d+)*/g;
/** Anything but letters, with the brackets and punctuation that people and phones put around a code. */
const NO_WORDS = /^[\d -/:-@[-`{-~\u00a0-\u00bf\u2010-\u2044\u3000-\u301c\u30fb\uff00-\uff0f\uff1a-\uff20]*$/;

/**
 * The digits of a code, out of what was typed, pasted or filled in: `123 456`, `１２３-４５６`, or the whole message,
 * "Your code is 123456. It expires in 3 minutes". Text without a digit stays as it is.
 */
export function plainCode(text: string): string {
  const plain = asciiDigits(visibleText(text));
  // https://wicg.github.io/sms-one-time-codes/: the last line names the code by `#`.
  const bound = /@\S+ #(\d+)\s*$/.exec(plain)?.[1];
  if (bound !== undefined) return bound;
  const digits = plain.replace(/\D/g, '');
  if (digits === '') return text;
  if (NO_WORDS.test(plain)) return digits;
  const codes = (plain.match(GROUP) ?? []).flatMap(codesOf).filter(({ length }) => length >= SHORTEST);
  return codes.sort((one, other) => distance(one) - distance(other))[0] ?? digits;
}

/** A group is one code when its parts are alike, or too short for one; a longer one, or one with `+`, is a phone's. */
function codesOf(group: string): string[] {
  const parts = group.match(/\d+/g) ?? [];
  const code = parts.join('');
  if (group.startsWith('+') || code.length > 10) return [];
  const areAlike = parts.every(({ length }) => length === parts[0]?.length);
  return areAlike || parts.every(({ length }) => length < SHORTEST) ? [code] : parts;
}

const distance = ({ length }: string): number => Math.abs(length - USUAL_LENGTH);
