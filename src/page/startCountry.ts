import { guessCountry } from './guessCountry.ts';
import { prefill } from './prefill.ts';

/** The country that the phone field starts with, ISO 3166-1 alpha-2. */
export interface StartCountry {
  country: string;
  /** Whether Auth0 may know better, from the visitor's address. */
  isGuess: boolean;
}

/**
 * Decides from what is known without a request: the number in the request's `login_hint`, the settings'
 * `defaultCountry`, else the browser's languages.
 *
 * @param hint - `internalOptions.login_hint`, whatever its type
 * @param languages - `navigator.languages`
 */
export function startCountry(
  defaultCountry: string | undefined,
  hint: unknown,
  languages: readonly string[],
): StartCountry {
  const known = prefill(hint, defaultCountry).phone?.country ?? defaultCountry;
  return known === undefined
    ? { country: guessCountry(languages), isGuess: true }
    : { country: known, isGuess: false };
}
