import { guessCountry } from './guessCountry.ts';
import { type HintedNumber, hintedNumber } from './phone/hintedNumber.ts';
import type { PhoneNumbers } from './phone/PhoneNumbers.ts';

/** The country that the phone field starts with, ISO 3166-1 alpha-2, and the number that it starts with. */
export interface StartCountry {
  country: string;
  /** Whether Auth0 may know better, from the visitor's address. */
  isGuess: boolean;
  number: HintedNumber | null;
}

/**
 * Decides from what is known without a request: the number in the request's `login_hint`, the settings'
 * `defaultCountry`, else the browser's languages.
 *
 * @param hint - `internalOptions.login_hint`, whatever its type
 * @param languages - `navigator.languages`
 */
export function startCountry(
  numbers: PhoneNumbers,
  defaultCountry: string | undefined,
  hint: unknown,
  languages: readonly string[],
): StartCountry {
  const country = defaultCountry ?? guessCountry(numbers, languages);
  const number = hintedNumber(numbers, hint, country);
  return number === null
    ? { country, isGuess: defaultCountry === undefined, number }
    : { country: number.country, isGuess: false, number };
}
