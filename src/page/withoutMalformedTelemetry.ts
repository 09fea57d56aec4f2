import { isRecord } from './isRecord.ts';

/** Longer than any library's; the Auth0 SDKs send about a hundred characters. */
const LONGEST = 2_000;

/**
 * The query string of the page without an `auth0Client` that Lock cannot read. Lock takes this parameter, in
 * which Auth0's SDKs tell their name and version, from the address as `JSON.parse(atob(value))`, and its
 * constructor throws for anything else (auth0-lock 14.3.0, `src/core/web_api/p2_api.js`).
 *
 * @param search - `location.search`
 * @returns `search` itself when there is nothing to take away
 */
export function withoutMalformedTelemetry(search: string): string {
  const params = new URLSearchParams(search);
  // Lock's parser makes an array or an object of a name with brackets, and of one that is repeated.
  const names = [...params.keys()].filter((name) => /^auth0Client(?:\[|$)/.test(name));
  if (names.length === 0) return search;
  if (names.length === 1 && names[0] === 'auth0Client' && isTelemetry(params.get('auth0Client')))
    return search;
  for (const name of names) params.delete(name);
  const rest = params.toString();
  return rest === '' ? '' : `?${rest}`;
}

/** Whether it is base64 of `{name, version?, env?}`, texts all of them. */
function isTelemetry(value: string | null): boolean {
  if (value === null || value.length > LONGEST) return false;
  try {
    const telemetry: unknown = JSON.parse(atob(value));
    if (!isRecord(telemetry) || typeof telemetry['name'] !== 'string') return false;
    const { version = '', env = {} } = telemetry;
    return (
      typeof version === 'string' && isRecord(env) && Object.values(env).every((it) => typeof it === 'string')
    );
  } catch {
    return false;
  }
}
