import { createRequire } from 'node:module';
import { type CountryCode, getExampleNumber } from 'libphonenumber-js';
import type { PageSettings } from '../../src/settings/PageSettings.ts';

const examples = createRequire(import.meta.url)('libphonenumber-js/examples.mobile.json') as Record<
  CountryCode,
  string
>;

/** A mobile number of a country that the page takes, as `+61412345678`. */
export function phoneNumber({
  countries,
  defaultCountry,
}: Pick<PageSettings, 'countries' | 'defaultCountry'>): string {
  const country = (defaultCountry ?? countries?.[0] ?? 'AU') as CountryCode;
  return getExampleNumber(country, examples)?.number ?? '+61412345678';
}
