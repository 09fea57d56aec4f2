import { describe, expect, it } from 'vitest';
import { startCountry } from '../../src/page/startCountry.ts';

describe('startCountry', () => {
  it.each<
    [
      name: string,
      settings: string | undefined,
      hint: unknown,
      languages: string[],
      country: string,
      isGuess: boolean,
    ]
  >([
    ['the settings', 'NZ', undefined, ['en-AU'], 'NZ', false],
    ['a number in the hint before them', 'NZ', '+61412345678', ['en-US'], 'AU', false],
    ['the settings where a dialling code is shared', 'CA', '+14165550123', [], 'CA', false],
    ['the browser’s language', undefined, '', ['en-AU', 'de-DE'], 'AU', true],
    ['the first language with a country', undefined, 'zoe@example.com', ['de', 'fr-CH'], 'CH', true],
    ['a language with a script', undefined, null, ['zh-Hant-TW'], 'TW', true],
    ['a language in small letters', undefined, {}, ['pt-br'], 'BR', true],
    ['no country that Lock knows', undefined, undefined, ['en-ZZ', 'es-419'], 'US', true],
    ['no language', undefined, undefined, [], 'US', true],
  ])('takes %s', (_name, settings, hint, languages, country, isGuess) => {
    expect(startCountry(settings, hint, languages)).toEqual({ country, isGuess });
  });
});
