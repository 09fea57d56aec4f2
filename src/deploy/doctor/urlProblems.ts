/**
 * What is wrong with a URL that an application allows, a sentence each. Auth0 knows `*` for a sub-domain and
 * `{organization_name}` and the like.
 */
export function urlProblems(url: string): string[] {
  const shown = JSON.stringify(url);
  const address = addressOf(url);
  if (address === null) return [`${shown} is no URL.`];
  const isLocal = isLoopback(address.hostname);
  return [
    ...(isLocal ? [`${shown} is of a developer's machine, and any program there can take logins.`] : []),
    ...(address.protocol === 'http:' && !isLocal ? [`${shown} is not by https.`] : []),
    ...(withoutNames(url).includes('*')
      ? [`${shown} has a wildcard: whoever gets such a name can take logins.`]
      : []),
    ...(address.hash !== '' ? [`${shown} has a fragment, which never matches.`] : []),
  ];
}

/** One of the addresses that it allows; `null` where it is not a URL. */
export function addressOf(url: string): URL | null {
  const whole = withoutNames(url).replaceAll('*', 'x');
  return URL.canParse(whole) ? new URL(whole) : null;
}

const withoutNames = (url: string): string => url.replace(/\{[^{}]*\}/g, 'x');

/** Of this very machine, whatever its port. */
export const isLoopback = (hostname: string): boolean =>
  /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
