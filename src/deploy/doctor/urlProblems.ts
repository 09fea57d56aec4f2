/**
 * What is wrong with a URL that an application allows, a sentence each. Auth0 knows `*` for a sub-domain and
 * `{organization_name}` and the like.
 */
export function urlProblems(url: string): string[] {
  const shown = JSON.stringify(url);
  const plain = url.replace(/\{[^{}]*\}/g, 'x');
  const whole = plain.replaceAll('*', 'x');
  if (!URL.canParse(whole)) return [`${shown} is no URL.`];
  const address = new URL(whole);
  const isLocal = isLoopback(address.hostname);
  return [
    ...(isLocal ? [`${shown} is of a developer's machine, and any program there can take logins.`] : []),
    ...(address.protocol === 'http:' && !isLocal ? [`${shown} is not by https.`] : []),
    ...(plain.includes('*') ? [`${shown} has a wildcard: whoever gets such a name can take logins.`] : []),
    ...(address.hash !== '' ? [`${shown} has a fragment, which never matches.`] : []),
  ];
}

/** Of this very machine, whatever its port. */
export const isLoopback = (hostname: string): boolean =>
  /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
