import { createRequire } from 'node:module';
import { describe } from '../../settings/describe.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { WITHOUT_PLAN } from './numberingPlans.ts';

const require = createRequire(import.meta.url);

/** What is wrong with `countries` and `defaultCountry` of one page's settings beyond their shape, a line each. */
export function countriesProblems(settings: unknown): string[] {
  if (!isPlainObject(settings)) return [];
  const { countries, defaultCountry } = settings;
  const list = Array.isArray(countries) ? countries : [];
  const problems = list.flatMap((country, index) =>
    hasCallingCode(country)
      ? []
      : [
          `countries.${index}: expected a country with a calling code of its own, received ${describe(country)}.`,
        ],
  );
  if (list.length > 0 && defaultCountry !== undefined && !list.includes(defaultCountry)) {
    problems.push(
      `defaultCountry: expected one of countries (${list.join(', ')}), received ${describe(defaultCountry)}.`,
    );
  }
  return problems;
}

function hasCallingCode(country: unknown): boolean {
  const { countries } = require('libphonenumber-js/metadata.max.json') as { countries: object };
  return typeof country !== 'string' || country in countries || country in WITHOUT_PLAN;
}
