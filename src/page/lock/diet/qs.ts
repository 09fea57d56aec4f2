/**
 * Stands in for `qs`, of which auth0-js and Lock use `stringify` and `parse` without options
 * (auth0-js 10.2.1, auth0-lock 14.3.0).
 */

/** What `qs.stringify` makes of an object: `{ a: { b: 1 }, c: [2] }` becomes `a%5Bb%5D=1&c%5B0%5D=2`. */
export function stringify(value: object): string {
  return pairs('', value).join('&');
}

function pairs(name: string, value: unknown): string[] {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol') return [];
  if (value instanceof Date) return [`${encode(name)}=${encode(value.toISOString())}`];
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, inner]) =>
      pairs(name === '' ? key : `${name}[${key}]`, inner),
    );
  }
  return [`${encode(name)}=${value === null ? '' : encode(String(value))}`];
}

/** As RFC 3986 has it: `encodeURIComponent` leaves five characters that qs does not, and throws for half a one. */
function encode(text: string): string {
  const whole = Array.from(text, (character) => (/^[\uD800-\uDFFF]$/.test(character) ? '\uFFFD' : character));
  return encodeURIComponent(whole.join('')).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** The parameters of a query string by their names, brackets in a name being nothing special. */
export function parse(query: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(query));
}

export default { stringify, parse };
