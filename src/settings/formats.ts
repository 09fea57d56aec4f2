import names from 'color-name';

/** What a colour may look like: one CSS colour, nothing else. Stands in a `<style>`, so this is strict. */
const COLOUR =
  /^(?:#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|(?:rgb|hsl)a?\(\s*\d*\.?\d+(?:deg)?%?(?:[\s,/]+\d*\.?\d+%?){2,3}\s*\))$/i;
const GRADIENT = /^linear-gradient\((.{1,300})\)$/i;
const DIRECTION = /^(?:-?\d*\.?\d+(?:deg|turn|rad|grad)|to (?:top|bottom|left|right)(?: (?:left|right))?)$/i;
const STOP = /^(.+?)(?:\s+\d*\.?\d+%){0,2}$/;

/** Whether `text` is a CSS colour. */
export const isColour = (text: string): boolean =>
  COLOUR.test(text) || Object.hasOwn(names, text.toLowerCase());

/** Whether `text` is a CSS colour or a `linear-gradient()`. */
export function isBackground(text: string): boolean {
  const inside = GRADIENT.exec(text)?.[1];
  if (inside === undefined) return isColour(text);
  // At commas that are not a colour's own.
  const [first = '', ...others] = inside.split(/,(?![^(]*\))/).map((part) => part.trim());
  const stops = DIRECTION.test(first) ? others : [first, ...others];
  return stops.length >= 2 && stops.every((stop) => isColour(STOP.exec(stop)?.[1] ?? ''));
}

/** Whether `text` is an `https:` URL with a host. */
export const isHttpsUrl = (text: string): boolean => /^https:\/\/[^\s/]\S*$/.test(text) && URL.canParse(text);

/** Whether `text` is an `https:` or `mailto:` URL. */
export const isSupportUrl = (text: string): boolean => isHttpsUrl(text) || /^mailto:[^\s@]+@\S+$/.test(text);

const countries = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Regions that have a name and are no country: unknown, the European and the Eurozone, the outlying Oceania. */
const NO_COUNTRY = ['ZZ', 'EU', 'EZ', 'UN', 'QO'];

/** Whether `text` is an ISO 3166-1 alpha-2 code of a country; `UK` is none, `GB` is. */
export function isCountry(text: string): boolean {
  if (!/^[A-Z]{2}$/.test(text) || NO_COUNTRY.includes(text)) return false;
  // What is only another name for it, such as UK, has the right one here.
  return new Intl.Locale(`und-${text}`).region === text && countries.of(text) !== undefined;
}

/** Whether `text` is a Subresource Integrity hash; the digest's length must fit its algorithm. */
export const isIntegrity = (text: string): boolean =>
  /^(?:sha256-[\w+/]{43}=|sha384-[\w+/]{64}|sha512-[\w+/]{86}==)$/.test(text);

/** Whether `text` can name a page, and so a file. */
export const isPageName = (text: string): boolean => /^[a-z0-9][a-z0-9-]{0,62}$/.test(text);
