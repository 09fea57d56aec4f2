import type { PhoneNumbers } from './PhoneNumbers.ts';
import { isNumberAlone } from './readNumber.ts';

/** A number that the visitor need not type. */
export interface HintedNumber {
  /** As it stands in the field. */
  text: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

/**
 * Reads the request's `login_hint` as a phone number: one with a calling code, or one that is valid in the country
 * that the page begins with.
 *
 * @param hint - `internalOptions.login_hint`, whatever its type
 * @param selected - ISO 3166-1 alpha-2
 */
export function hintedNumber(numbers: PhoneNumbers, hint: unknown, selected: string): HintedNumber | null {
  // A user name may hold digits, too.
  if (typeof hint !== 'string' || !isNumberAlone(hint)) return null;
  // In a query string that is not encoded, a plus sign is a space.
  const texts = /^ +\d/.test(hint) ? [`+${hint.trim()}`, hint] : [hint];
  const number = texts
    .map((text) => numbers.read(text, selected))
    .find(({ isValid, isInternational, problem }) => isValid || (isInternational && problem === null));
  if (number === undefined || numbers.problem(number, selected) !== null) return null;
  return { text: numbers.inField(number), country: numbers.shown(number, selected) };
}
