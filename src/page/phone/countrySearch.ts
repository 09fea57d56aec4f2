/** A country that a number can be of. */
export interface Country {
  /** ISO 3166-1 alpha-2. */
  isoCode: string;
  /** Without the plus sign. */
  callingCode: string;
  /** In the page's language. */
  name: string;
}

/** What people call a country that no list of names has, or has no longer. */
const ALSO: Readonly<Record<string, string>> = {
  AE: 'UAE,Emirates',
  BA: 'BiH',
  CD: 'DRC,Zaire',
  CI: 'Ivory Coast',
  CN: 'PRC',
  CV: 'Cape Verde',
  CZ: 'Czech Republic',
  GB: 'UK,Cymru,Great Britain,England,Scotland,Wales,Northern Ireland',
  IE: 'Éire',
  IR: 'Persia',
  JP: 'Nippon,Nihon',
  KP: 'DPRK',
  KR: 'ROK,Korea',
  LU: 'Lëtzebuerg',
  MK: 'Macedonia,FYROM',
  MM: 'Burma',
  NL: 'Holland',
  NZ: 'Aotearoa',
  PG: 'PNG',
  SA: 'KSA',
  SZ: 'Swaziland',
  TL: 'East Timor',
  TR: 'Turkey',
  TW: 'ROC',
  US: 'USA,United States of America,America,EEUU,EE UU,EUA',
  VA: 'Holy See',
  XK: 'RKS,Kosova',
  ZA: 'RSA',
};
/** Languages that many countries have besides their first one, for Belgique and Schweiz, Suisse, Svizzera. */
const WIDESPREAD = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'ru'];

/** The name of a country in a language; its ISO code where the browser knows no names. */
export function countryName(isoCode: string, language: string): string {
  return namesIn(language)?.of(isoCode) ?? isoCode;
}

/**
 * Finds countries by what people call them: ISO code, calling code, name in the page's language, in their own or
 * in a widespread one, with or without accents, short names.
 *
 * @param language - the page's
 * @returns the better matches first
 */
export function countrySearch(
  countries: readonly Country[],
  language: string,
): (text: string) => readonly Country[] {
  let known: readonly (readonly string[])[] | null = null;
  return (text) => {
    const wanted = fold(text);
    if (wanted === '') return countries;
    // With the first letter only: the names of all countries in nine languages take a while.
    known ??= countries.map((country) => termsOf(country, language));
    const ranked = known.map((terms) => Math.min(...terms.map((term) => rank(term, wanted))));
    return [0, 1, 2].flatMap((it) => countries.filter((_, index) => ranked[index] === it));
  };
}

/** 0 for the very same, 1 for a beginning, 2 for the beginning of a word; 3 for no match. */
function rank(term: string, wanted: string): number {
  if (term === wanted) return 0;
  if (term.startsWith(wanted)) return 1;
  return term.includes(` ${wanted}`) || (!/^[\x20-\x7e]/.test(wanted) && term.includes(wanted)) ? 2 : 3;
}

function termsOf({ isoCode, callingCode, name }: Country, language: string): string[] {
  const languages = [language, ...WIDESPREAD, ...languagesOf(isoCode)];
  const names = [...new Set(languages)].map((it) => countryName(isoCode, it));
  const all = [isoCode, callingCode, `+${callingCode}`, name, ...names, ...(ALSO[isoCode]?.split(',') ?? [])];
  return [...new Set(all.map(fold))];
}

/** Without accents, capitals and punctuation; `&` is a word, and `U.S.A.` is one. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/&/g, ' and ')
    .replace(/[\s(),’'-]+/g, ' ')
    .trim();

/** What browsers since 2021 have in `Intl`, as far as it is used here. */
interface Names {
  of(isoCode: string): string | undefined;
}
const { DisplayNames, Locale } = Intl as {
  DisplayNames?: new (languages: string[], options: { type: 'region' }) => Names;
  Locale?: new (tag: string) => { maximize(): { language: string; baseName: string } };
};

const names = new Map<string, Names | null>();

function namesIn(language: string): Names | null {
  const known = names.get(language);
  if (known !== undefined) return known;
  // A browser does not have every language.
  const made = attempt(() => DisplayNames && new DisplayNames([language], { type: 'region' }));
  names.set(language, made);
  return made;
}

/** A country's first language, in its own script too, such as traditional Chinese in Taiwan. */
function languagesOf(isoCode: string): string[] {
  const locale = attempt(() => Locale && new Locale(`und-${isoCode}`).maximize());
  return locale === null ? [] : [locale.language, locale.baseName];
}

function attempt<T>(make: () => T | undefined): T | null {
  try {
    return make() ?? null;
  } catch {
    return null;
  }
}
