import { isCountry } from './formats.ts';
import { type Language, languages } from './languages.ts';
import { nearestName } from './nearestName.ts';

/** Codes that are in use and in no standard, or in one that is not ours. */
const LANGUAGES: Readonly<Record<string, Language>> = {
  br: 'pt-br',
  chi: 'zh',
  dut: 'nl',
  esp: 'es',
  fre: 'fr',
  ger: 'de',
  gr: 'de',
  sp: 'es',
};

/** ISO 3166-1 alpha-3, of which JavaScript knows nothing, and names of parts of a country. */
const COUNTRIES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'ARG:AR AUS:AU AUT:AT BEL:BE BRA:BR CAN:CA CHE:CH CHL:CL CHN:CN COL:CO CZE:CZ DEU:DE DNK:DK EGY:EG ESP:ES FIN:FI FRA:FR ' +
    'GBR:GB GRC:GR HUN:HU IDN:ID IND:IN IRL:IE ISR:IL ITA:IT JPN:JP KOR:KR MEX:MX NLD:NL NOR:NO NZL:NZ POL:PL PRT:PT ROU:RO ' +
    'SAU:SA SGP:SG SWE:SE TUR:TR UKR:UA USA:US ZAF:ZA ENGLAND:GB SCOTLAND:GB WALES:GB HOLLAND:NL'
  )
    .split(' ')
    .map((pair) => pair.split(':')),
);

/** The language of the page that `text` probably means: `ja` for `jp`, `Japanese`, `ja-JP`; `null` for none. */
export function meantLanguage(text: string): Language | null {
  const tag = text.trim().toLowerCase().replaceAll('_', '-');
  return LANGUAGES[tag] ?? offered(tag) ?? offered(languageOfTag(tag)) ?? languageNamed(tag);
}

/** The country that `text` probably means: `GB` for `UK`, `gb`, `United Kingdom`; `null` for none. */
export function meantCountry(text: string): string | null {
  const code = text.trim().toUpperCase();
  if (COUNTRIES[code] !== undefined) return COUNTRIES[code];
  const region = /^[A-Z]{2}$/.test(code) ? new Intl.Locale(`und-${code}`).region : undefined;
  const candidates = [region, /^[A-Z]{2}$/.test(code) ? regionOfLanguage(code) : undefined];
  const found = candidates.find((it) => it !== undefined && isCountry(it));
  return found ?? countryNamed(text.trim());
}

/** `pt` is taken for `pt-br`, the only Portuguese that there is. */
const offered = (tag: string | null): Language | null =>
  languages.find((it) => it === tag) ?? languages.find((it) => it.split('-')[0] === tag) ?? null;

const languageNames = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `ja` of `ja-jp` and `jpn`; of a country's code that is not a language's, the language that is spoken there. */
function languageOfTag(tag: string): string | null {
  const [base = ''] = /^[a-z]{2,3}(?=$|-[a-z]+)/.exec(tag) ?? [];
  if (base === '') return null;
  const country = base.toUpperCase();
  return languageNames.of(base) === undefined && isCountry(country)
    ? new Intl.Locale(`und-${country}`).maximize().language
    : new Intl.Locale(base).language;
}

function regionOfLanguage(code: string): string | undefined {
  // English is spoken in too many countries for a guess.
  return code === 'EN' ? undefined : new Intl.Locale(code).maximize().region;
}

/** By its English name or its own. */
function languageNamed(name: string): Language | null {
  const named = new Map(
    languages.flatMap((it): [string, Language][] => {
      const base = it.split('-')[0] ?? it;
      const own = new Intl.DisplayNames(base, { type: 'language' });
      return [languageNames.of(base), own.of(base)].map((text = base) => [text.toLowerCase(), it]);
    }),
  );
  return named.get(nearestName(name, [...named.keys()]) ?? '') ?? null;
}

function countryNamed(name: string): string | null {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry);
  const named = new Map(codes.map((code) => [regionNames.of(code) ?? code, code]));
  return named.get(nearestName(name, [...named.keys()]) ?? '') ?? null;
}
