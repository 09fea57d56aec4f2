/**
 * Lock options that the page decides, nested ones by their path; another value would break the login or the
 * method switch.
 */
const FORBIDDEN = [
  'allowedConnections',
  'container',
  'configurationBaseUrl',
  'clientBaseUrl',
  'assetsUrl',
  'languageBaseUrl',
  'language',
  'overrides',
  'passwordlessMethod',
  'prefill',
  'defaultLocation',
  'useCustomPasswordlessConnection',
  '__useTenantInfo',
  'auth.autoParseHash',
  'auth.params',
  'auth.redirect',
  'auth.redirectUrl',
  'auth.responseType',
];

/** The first option in `options` that a team may not set, or `null`. */
export function forbiddenLockOption(options: Readonly<Record<string, unknown>>): string | null {
  const paths = Object.entries(options).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? [key, ...Object.keys(value).map((inner) => `${key}.${inner}`)]
      : [key],
  );
  return paths.find((path) => FORBIDDEN.includes(path)) ?? null;
}

/** Whether `value` survives the way through JSON, as it must to get into the page. */
export function isJson(value: unknown, depth = 0): boolean {
  // Deeper than any option, and than what holds itself ever ends.
  if (depth > 20) return false;
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  if (typeof value !== 'object') return false;
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every((item) => isJson(item, depth + 1))
  );
}
