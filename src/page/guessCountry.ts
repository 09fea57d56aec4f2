import { diallingCodes } from './diallingCodes.ts';

/** What Lock itself falls back to. */
const FALLBACK = 'US';

/**
 * The country that the phone field starts with where nobody says which: that of the first browser language
 * that names one which Lock can select (`en-AU`).
 *
 * @param languages - `navigator.languages`
 * @returns ISO 3166-1 alpha-2
 */
export function guessCountry(languages: readonly string[]): string {
  const known = [...diallingCodes.values()].flat();
  const regions = languages.map((tag) =>
    /^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag)?.[1]?.toUpperCase(),
  );
  return regions.find((region) => region !== undefined && known.includes(region)) ?? FALLBACK;
}
