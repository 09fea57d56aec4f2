import { createRequire } from 'node:module';
import { type CountryCode, parsePhoneNumberWithError } from 'libphonenumber-js/max';

const require = createRequire(import.meta.url);

/** A country's part of libphonenumber-js's metadata, by position: see its `source/metadata.js`. */
type PlanRow = [
  callingCode: string,
  idd: string | 0,
  pattern: string,
  lengths: number[],
  formats: unknown,
  prefix: string | 0,
  prefixFormat: unknown,
  prefixForParsing: string | 0,
  transform: string | 0,
  prefixIsOptional: unknown,
  leadingDigits: string | 0,
  types: ([pattern: string, ...rest: unknown[]] | 0)[] | 0,
];

interface Metadata {
  country_calling_codes: Record<string, CountryCode[]>;
  countries: Record<string, PlanRow>;
  nonGeographic: Record<string, PlanRow>;
}

/**
 * Territories that share another's numbering plan, and that libphonenumber does not list: those that Lock offers,
 * with the calling code that they are reached by (Pitcairn is New Zealand's, not Inmarsat's +870).
 */
export const WITHOUT_PLAN: Readonly<Record<string, string>> = {
  AQ: '672',
  BV: '47',
  GS: '500',
  HM: '672',
  PN: '64',
  TF: '262',
};

/**
 * Prefixes that people still write although the plan has dropped them; libphonenumber knew them until then.
 * Mexico dropped 01, 044, 045 and the 1 after +52 in August 2019.
 */
const DROPPED_PREFIXES: Readonly<Record<string, string>> = { MX: '0(?:[12]|4[45])|1' };

/**
 * Every country's numbering plan as the page reads it (`src/page/phone/NumberingPlans.ts`), one a line, from the
 * metadata of libphonenumber-js: what it takes to find the country and the number in what people write, whether
 * its length is possible, and an example. Patterns are written shorter, by letters
 * that they do not hold otherwise: `d` for `\d`, `C` for `\d{3}`, `<` for `(?:`.
 *
 * The countries of one calling code follow each other, the one that stands for the others first.
 */
export function numberingPlans(): string {
  const metadata = require('libphonenumber-js/metadata.max.json') as Metadata;
  const examples = require('libphonenumber-js/examples.mobile.json') as Record<string, string>;
  const lines = Object.entries(metadata.country_calling_codes).flatMap(([callingCode, countries]) => {
    const rows = countries.map((country) => rowOf(metadata, country));
    return [
      ...rows.map((row, index) => {
        const country = countries[index] ?? '';
        const example = examples[country] ?? '';
        return line({ country, row, example, leading: index === 0 ? '' : leadingOf(row, rows[0], example) });
      }),
      ...Object.keys(WITHOUT_PLAN)
        .filter((country) => WITHOUT_PLAN[country] === callingCode)
        .map((country) => `${country};${callingCode}`),
    ];
  });
  const nonGeographic = Object.values(metadata.nonGeographic).map((row) =>
    line({ country: '', row, example: '', leading: '' }),
  );
  return [...lines, ...nonGeographic].join('\n');
}

function rowOf(metadata: Metadata, country: string): PlanRow {
  const row = metadata.countries[country];
  if (row === undefined) throw new Error(`libphonenumber-js has no metadata of ${country}.`);
  return row;
}

interface Line {
  country: string;
  row: PlanRow;
  example: string;
  leading: string;
}

function line({ country, row, example, leading }: Line): string {
  const [callingCode, idd, pattern, lengths, , prefix, , prefixForParsing, transform] = row;
  const fields = [
    country,
    callingCode,
    pattern,
    lengths.map((length) => length.toString(36)).join(''),
    DROPPED_PREFIXES[country] ?? (prefixForParsing || prefix || ''),
    transform || '',
    leading,
    idd === '00' || idd === 0 ? '' : idd,
    example === '' ? '' : exampleOf(country as CountryCode, example),
  ];
  return fields
    .join(';')
    .replace(/\\d\{(\d+)\}/g, (_, times) => String.fromCharCode(64 + Number(times)))
    .replace(/\\d/g, 'd')
    .replace(/\(\?:/g, '<')
    .replace(/;+$/, '');
}

/**
 * Which numbers are a country's, of several with one calling code: its leading digits, or what its mobile numbers
 * look like, unless the main country's look the same.
 */
function leadingOf(row: PlanRow, main: PlanRow | undefined, example: string): string {
  if (row[10]) return row[10];
  const mainMobile = mobilePattern(main);
  const isMains = mainMobile !== '' && new RegExp(`^(?:${mainMobile})$`).test(example);
  return isMains ? '' : mobilePattern(row);
}

/** In North America, mobile numbers are not told from others: libphonenumber has them as fixed lines. */
function mobilePattern(row: PlanRow | undefined): string {
  const [fixed, mobile] = row?.[11] || [];
  return (mobile ? mobile[0] : '') || (fixed ? fixed[0] : '');
}

/**
 * A mobile number as one writes it at home, and how many digits stand together after a calling code where those at
 * home, without their prefix, do not stand so.
 */
function exampleOf(country: CountryCode, digits: string): string {
  const number = parsePhoneNumberWithError(digits, country);
  const national = number.formatNational();
  const [, ...abroad] = number.format('INTERNATIONAL').split(/\D+/).filter(Boolean);
  const groups = abroad.map(({ length }) => length.toString(36)).join('');
  return groups === lastGroups(national, number.nationalNumber.length) ? national : `${national};${groups}`;
}

/** The groups of the last digits of a text. */
function lastGroups(text: string, count: number): string {
  let before = text.replace(/\D/g, '').length - count;
  return text
    .split(/\D+/)
    .map(({ length }) => {
      const left = Math.max(0, length - before);
      before = Math.max(0, before - length);
      return left === 0 ? '' : left.toString(36);
    })
    .join('');
}
