import { createRequire } from 'node:module';
import fc from 'fast-check';
import parse, { type CountryCode } from 'libphonenumber-js/max';
import { describe, expect, it } from 'vitest';
import { hintedNumber } from '../../src/page/phone/hintedNumber.ts';
import { NumberingPlans } from '../../src/page/phone/NumberingPlans.ts';
import { PhoneNumbers } from '../../src/page/phone/PhoneNumbers.ts';
import { startCountry } from '../../src/page/startCountry.ts';
import { gzipSize } from '../../src/pipeline/inspect/gzipSize.ts';
import { countriesProblems } from '../../src/pipeline/phone/countriesProblems.ts';
import { numberingPlans } from '../../src/pipeline/phone/numberingPlans.ts';
import { words } from '../../src/pipeline/words/words.ts';

type Types = ([pattern: string] | 0)[] | 0;
type Row = [callingCode: string, idd: string, pattern: string, ...rest: unknown[]];
const require = createRequire(import.meta.url);
const { countries } = require('libphonenumber-js/metadata.max.json') as {
  countries: Record<CountryCode, Row>;
};
const examples = require('libphonenumber-js/examples.mobile.json') as Record<CountryCode, string>;

const plans = new NumberingPlans(numberingPlans());
const numbers = new PhoneNumbers({ plans, language: 'en', words: words.en });
const few = (source: string, count: number): string[] =>
  fc.sample(fc.stringMatching(new RegExp(`^(?:${source})$`)), { numRuns: count, seed: 12 });

/** The text as the page reads it: E.164, or what keeps it from being a number. */
function read(text: string, country: string): string {
  const { callingCode, national, problem } = numbers.read(text, country);
  return problem ?? `+${callingCode}${national}`;
}

/** A country's example, some of each of its kinds of numbers, and some of any kind. */
function numbersOf(country: CountryCode): string[] {
  const [callingCode, , pattern] = countries[country];
  const types = (countries[country][11] as Types) || [];
  const sources = types.slice(0, 3).flatMap((type) => (type && type[0] !== '' ? [type[0]] : []));
  return [examples[country], ...sources.flatMap((it) => few(it, 3)), ...few(pattern, 2)].map(
    (digits) => `+${callingCode}${digits}`,
  );
}

/** What one number looks like, by what it is called, in which country. */
function forms(number: string, home: CountryCode): [form: string, text: string, selected: string][] {
  const parsed = parse(number);
  if (parsed === undefined) return [];
  const [callingCode, idd] = countries[home];
  const abroad = home === 'US' ? 'FR' : 'US';
  const international = parsed.formatInternational();
  const [home1 = '', abroad1 = ''] = [few(idd, 1), few(countries[abroad][1], 1)].flat();
  return [
    ['national', parsed.formatNational(), home],
    ['digits alone', parsed.nationalNumber, home],
    ['international', international, home],
    ['international, elsewhere', international, abroad],
    ['E.164', parsed.number, abroad],
    ['RFC 3966', parsed.getURI(), abroad],
    ['IDD', `${home1} ${international.slice(1)}`, home],
    ['IDD, elsewhere', abroad1 + parsed.number.slice(1), abroad],
    ['without a plus sign', callingCode + parsed.nationalNumber, home],
  ];
}

/**
 * Where libphonenumber-js calls a number possible and the page does not take it: Auth0 refuses more than fifteen
 * digits.
 */
const isTooLongForAuth0 = (number: string) => number.length > 16;

describe('reading', () => {
  it.each(Object.keys(countries) as CountryCode[])(
    'agrees with libphonenumber-js on numbers of %s',
    (home) => {
      const tried = numbersOf(home).flatMap((number) => forms(number, home));
      expect(tried.length).toBeGreaterThan(20);
      const disagreements = tried.flatMap(([form, text, selected]) => {
        const theirs = parse(text, selected as CountryCode);
        if (theirs === undefined || isTooLongForAuth0(theirs.number)) return [];
        const ours = read(text, selected);
        return ours === theirs.number || !theirs.isPossible()
          ? []
          : [`${form} ${text}: ${ours}, ${theirs.number}`];
      });
      expect(disagreements).toEqual([]);
    },
  );

  it('finds the very country of what phones have, but for one that no one can tell', () => {
    const wrong = (Object.keys(countries) as CountryCode[]).flatMap((country) => {
      const number = parse(`+${countries[country][0]}${examples[country]}`);
      const { country: ours } = numbers.read(number?.number ?? '', 'US');
      return ours === number?.country ? [] : [`${country}: ${ours}`];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    // Beyond libphonenumber: with the selected country, how it is written, and what it is.
    ['AU', '0061 412 345 678', '+61412345678', 'the prefix of other countries'],
    ['GB', '011 61 412 345 678', '+61412345678', 'the prefix of North America'],
    ['GB', '0011 61 412 345 678', '+61412345678', 'the prefix of Australia'],
    ['JP', '0011 81 90 1234 5678', '+819012345678', 'the same where it is too long a number of the plan'],
    ['US', '+1 310 8110', '+13108110', 'a short number of Canada'],
    [
      'IT',
      '+39 (0)347 123 4567',
      '+393471234567',
      'a zero in brackets, though numbers there can begin with one',
    ],
    ['IT', '+39 06 1234 5678', '+390612345678', 'a zero that belongs to the number'],
    ['GB', '+44 (0)7400 123456', '+447400123456', 'a zero in brackets'],
    ['ES', '0612 34 56 78', '+34612345678', 'a zero that no one dials there'],
    ['MX', '044 55 1234 5678', '+525512345678', 'a prefix that was dropped in 2019'],
    ['US', '+52 1 55 1234 5678', '+525512345678', 'the same from abroad'],
    ['AR', '011 15 2345-6789', '+5491123456789', 'a plan with a rule'],
    ['BR', '0 15 11 96123-4567', '+5511961234567', 'the code of a carrier'],
    ['RU', '8 (912) 345-67-89', '+79123456789', 'another prefix than zero'],
    ['US', 'Call me: (415) 555-0132, ext. 12', '+14155550132', 'a sentence, and an extension'],
    ['US', 'tel:+1-415-555-0132;ext=12', '+14155550132', 'a link'],
    ['US', 'tel:412-345-678;phone-context=+61', '+61412345678', 'a link of a country'],
    ['US', '٤١٥ ٥٥٥ ٠١٣٢', '+14155550132', 'Arabic digits'],
    ['US', '＋１ ４１５−５５５−０１３２', '+14155550132', 'wide digits'],
    ['US', '\u202a+1\u00a0415\u2011555\u20110132\u202c', '+14155550132', 'what no one sees'],
    ['US', '415.555.0132', '+14155550132', 'full stops'],
    ['JP', '（０９０）１２３４ー５６７８', '+819012345678', 'wide brackets and a long vowel for a hyphen'],
    ['AU', '0412_345|678', '+61412345678', 'other signs'],
    ['AU', '0412,345,678', '+61412345678', 'commas within'],
    ['AU', '0️⃣4️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣', '+61412345678', 'emoji'],
    ['US', '(415) 555-0132,12', '+14155550132', 'an extension behind a comma'],
    ['AU', 'My 2nd number: 0412 345 678', '+61412345678', 'a sentence with another digit'],
    ['US', 'I am 42, call +61 412 345 678', '+61412345678', 'a sentence with a calling code'],
    ['AU', '0412 345 678, at home 02 9876 5432', '+61412345678', 'the first of two numbers'],
    ['AU', '04l2 345 678', 'tooShort', 'a slip, of which no part is taken for a number'],
    ['DE', '0151/12345678', '+4915112345678', 'a slash'],
    ['US', '0412 +61 412 345 678', '+61412345678', 'a number pasted behind another'],
    ['US', '+61 0412 345 678', '+61412345678', 'both ways at once'],
    ['AU', '61412345678', '+61412345678', 'a calling code alone'],
    ['US', '+383 43 201 234', '+38343201234', 'a country that Lock lacks'],
    ['US', '+881 6 1234 5678', '+881612345678', 'a satellite phone, which is of no country'],
    ['US', '', 'missing', 'nothing'],
    ['US', ' \u200b', 'missing', 'nothing that is seen'],
    ['US', 'n/a', 'invalid', 'no digits'],
    ['US', '+', 'invalid', 'a plus sign'],
    ['US', '+999 123 456 789', 'invalid', 'a calling code that no one has'],
    ['US', '415 555', 'tooShort', 'too little'],
    ['US', '+44', 'tooShort', 'a calling code'],
    ['AU', '0011 44 7400 1234', 'invalid', 'two digits less behind a country’s own prefix'],
    ['US', '201 555 0123 4', 'tooLong', 'too much, though it would be a number of Egypt'],
    ['US', '1'.repeat(5_000), 'tooLong', 'a long text'],
    ['SG', '+65 8123 45678', 'invalid', 'a length between two that are possible'],
  ])('in %s, %j is %s: %s', (selected, text, expected) => expect(read(text, selected)).toBe(expected));

  it('takes what is possible though it is not valid', () => {
    expect(read('0412 345 678', 'US')).toBe('+10412345678');
  });

  it('is quick with the longest text', () => {
    const start = performance.now();
    for (const text of ['+'.repeat(250), '(0)'.repeat(90), '0'.repeat(250), '1-'.repeat(125)])
      for (const country of plans.countries) numbers.read(text, country);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

describe('writing', () => {
  it.each([
    ['AU', '0412345678', '+61 412 345 678', '412 345 678'],
    ['US', '4155550132', '+1 415 555 0132', '415 555 0132'],
    ['FR', '0612345678', '+33 6 12 34 56 78', '6 12 34 56 78'],
    ['AR', '011 15 2345 6789', '+54 9 11 2345 6789', '9 11 2345 6789'],
    ['GB', '020 7946 001', '+44 207 946 001', '207 946 001'],
  ])('in %s, %s is %s', (country, text, whole, inField) => {
    const number = numbers.read(text, country);
    expect(numbers.format(number)).toBe(whole);
    expect(numbers.inField(number)).toBe(inField);
  });

  it('groups the digits of each country as libphonenumber-js does', () => {
    const wrong = (Object.keys(countries) as CountryCode[]).flatMap((country) => {
      const theirs = parse(examples[country], country);
      const ours = numbers.format(numbers.read(theirs?.number ?? '', country));
      return ours === theirs?.formatInternational().replace(/[^+\d]+/g, ' ') ? [] : [`${country}: ${ours}`];
    });
    expect(wrong).toEqual([]);
  });

  it('puts into the field what is read as the same number', () => {
    const wrong = (Object.keys(countries) as CountryCode[]).flatMap((country) => {
      const number = numbers.read(`+${countries[country][0]}${examples[country]}`, country);
      const again = numbers.read(numbers.inField(number), number.country ?? '');
      return again.national === number.national ? [] : [country];
    });
    expect(wrong).toEqual([]);
  });

  it.each([
    ['US', '', words.en.phone.missing],
    [
      'AU',
      '+44 7400',
      'This number is too short (United Kingdom). A mobile number there looks like this: \u206607400 123456\u2069',
    ],
    ['US', '+999 1234', words.en.error.badPhone],
    ['AU', '0412 345 678', null],
  ])('says what is wrong in %s with %j', (country, text, expected) =>
    expect(numbers.problem(numbers.read(text, country), country)).toBe(expected),
  );

  it('has an example of each country, in words of each language', () => {
    for (const [language, { phone, error }] of Object.entries(words)) {
      const spoken = new PhoneNumbers({ plans, language, words: { phone, error } });
      for (const { isoCode, name } of spoken.countries) {
        const text = spoken.problem(spoken.read('+1', isoCode), isoCode) ?? '';
        expect(text).not.toMatch(/[{}]|undefined|\u2066\u2069/);
        expect(name.length, isoCode).not.toBe(isoCode);
      }
    }
  });
});

describe('countries', () => {
  it('are those of libphonenumber and of Lock, each once', () => {
    const { default: locations } = require('auth0-lock/lib/field/phone-number/locations') as {
      default: [string, string, string][];
    };
    const all = new Set([...Object.keys(countries), ...locations.map(([, country]) => country)]);
    expect(numbers.countries.map(({ isoCode }) => isoCode).sort()).toEqual([...all].sort());
  });

  it('are found by names of their own and short ones, the better match first', () => {
    const found = (text: string) => numbers.search(text).map(({ isoCode }) => isoCode);
    expect(found('')).toHaveLength(numbers.countries.length);
    expect(found('UK')[0]).toBe('GB');
    expect(found('au')[0]).toBe('AU');
    expect(found('Österreich')).toEqual(['AT']);
    expect(found('osterreich')).toEqual(['AT']);
    expect(found('日本')).toEqual(['JP']);
    expect(found('台灣')).toEqual(['TW']);
    expect(found('台湾')).toEqual(['TW']);
    expect(found('Trinidad and Tobago')).toEqual(['TT']);
    expect(found('Trinidad & To')).toEqual(['TT']);
    expect(found('U.S.A.')[0]).toBe('US');
    expect(found('EE. UU.')[0]).toBe('US');
    expect(found('st lucia')).toEqual(['LC']);
    expect(found('guinea').length).toBe(4);
    expect(found('xyz')).toEqual([]);
  });

  it('can be found by an ISO code, a calling code, and the English name, each', () => {
    const first = (text: string) => numbers.search(text).map(({ isoCode }) => isoCode);
    for (const { isoCode, callingCode, name } of numbers.countries) {
      expect(first(isoCode)[0]).toBe(isoCode);
      expect(first(`+${callingCode}`)).toContain(isoCode);
      expect(first(name)[0]).toBe(isoCode);
    }
  });

  it('cost no more than eight kilobytes, with their plans', async () =>
    expect(await gzipSize(numberingPlans())).toBeLessThan(8_192));

  it('are limited to some, with what shares their calling code', () => {
    const some = new PhoneNumbers({ plans, countries: ['NZ', 'US'], language: 'en', words: words.en });
    expect(some.countries.map(({ isoCode }) => isoCode)).toEqual(['NZ', 'US']);
    const problem = (text: string) => some.problem(some.read(text, 'NZ'), 'NZ');
    expect(problem('+61 412 345 678')).toBe(
      'Phone numbers of this country can’t be used here (Australia). Choose a country from the list.',
    );
    expect(problem('+881 6 1234 5678')).toBe(words.en.error.badPhone);
    expect(problem('+1 416 555 0123')).toBeNull();
    expect(some.shown(some.read('+1 416 555 0123', 'NZ'), 'NZ')).toBe('US');
  });
});

describe('countriesProblems', () => {
  it.each<[object | null, string[]]>([
    [null, []],
    [{}, []],
    [{ countries: 'AU' }, []],
    [{ countries: ['AU', 'XK', 'GS'], defaultCountry: 'XK' }, []],
    [
      { countries: ['AU', 'UM'] },
      ['countries.1: expected a country with a calling code of its own, received "UM".'],
    ],
    [
      { countries: ['AU', 'NZ'], defaultCountry: 'US' },
      ['defaultCountry: expected one of countries (AU, NZ), received "US".'],
    ],
  ])('of %j are %j', (settings, expected) => expect(countriesProblems(settings)).toEqual(expected));
});

describe('the number of a login hint', () => {
  it.each<[hint: unknown, selected: string, expected: { text: string; country: string } | null]>([
    ['+61412345678', 'US', { text: '412 345 678', country: 'AU' }],
    ['+61 412 345-678', 'US', { text: '412 345 678', country: 'AU' }],
    [' 61412345678', 'US', { text: '412 345 678', country: 'AU' }],
    ['0412345678', 'AU', { text: '412 345 678', country: 'AU' }],
    ['tel:+61412345678', 'US', { text: '412 345 678', country: 'AU' }],
    ['+1 (202) 555-0123', 'AU', { text: '202 555 0123', country: 'US' }],
    ['+12645550123', 'US', { text: '264 555 0123', country: 'AI' }],
    ['+5491123456789', 'US', { text: '9 11 2345 6789', country: 'AR' }],
    ['\u202a+61 412 345 678\u202c', 'US', { text: '412 345 678', country: 'AU' }],
    ['+٦١ ٤١٢（３４５）６７８', 'US', { text: '412 345 678', country: 'AU' }],
    ['tel:412-345-678;phone-context=+61', 'US', { text: '412 345 678', country: 'AU' }],
    ['+61412345678;ext=3', 'US', { text: '412 345 678', country: 'AU' }],
    ['12345', 'US', null],
    ['0412345678', 'US', null],
    ['+0123456789', 'US', null],
    ['+999999999999999', 'US', null],
    ['auth0|123', 'US', null],
    ['user 4155550132', 'US', null],
    ['zoe@example.com', 'US', null],
    ['', 'US', null],
    [undefined, 'US', null],
    [['+61412345678'], 'US', null],
  ])('%j in %s', (hint, selected, expected) =>
    expect(hintedNumber(numbers, hint, selected)).toEqual(expected),
  );
});

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
    ['a number without a calling code', 'AU', '0412345678', ['en-US'], 'AU', false],
    ['the browser’s language', undefined, '', ['en-AU', 'de-DE'], 'AU', true],
    ['the first language with a country', undefined, 'zoe@example.com', ['de', 'fr-CH'], 'CH', true],
    ['a language with a script', undefined, null, ['zh-Hant-TW'], 'TW', true],
    ['a language in small letters', undefined, {}, ['pt-br'], 'BR', true],
    ['no country that has a calling code', undefined, undefined, ['en-ZZ', 'es-419'], 'US', true],
    ['no language', undefined, undefined, [], 'US', true],
  ])('takes %s', (_name, settings, hint, languages, country, isGuess) => {
    expect(startCountry(numbers, settings, hint, languages)).toMatchObject({ country, isGuess });
  });

  it('is one that can be chosen', () => {
    const some = new PhoneNumbers({ plans, countries: ['NZ', 'AU'], language: 'en', words: words.en });
    expect(startCountry(some, undefined, '', ['de-DE', 'en-AU']).country).toBe('AU');
    expect(startCountry(some, undefined, '', ['de-DE']).country).toBe('NZ');
  });
});
