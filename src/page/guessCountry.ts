import type { PhoneNumbers } from './phone/PhoneNumbers.ts';

/** What Lock itself falls back to. */
const FALLBACK = 'US';

/**
 * The country that the phone field starts with where nothing says which: that of the first browser language that names
 * one which can be chosen (`en-AU`).
 *
 * @param languages - `navigator.languages`
 * @returns ISO 3166-1 alpha-2
 */
export function guessCountry(numbers: PhoneNumbers, languages: readonly string[]): string {
  const regions = languages.map((tag) =>
    /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag)?.[1]?.toUpperCase(),
  );
  const known = [...regions, FALLBACK, numbers.countries[0]?.isoCode].find(
    (it) => it !== undefined && numbers.has(it),
  );
  return known ?? FALLBACK;
}
