import { UserError } from '../../settings/UserError.ts';

/**
 * A tenant's domain as people write it: bare, with `https://`, with a port, with a slash at its end.
 *
 * @param given - what was written
 * @param name - where it was written: an environment variable, an option
 * @returns host and port, in lower case
 * @throws UserError that does not repeat what was written: it may be a secret in the wrong place
 */
export function readDomain(given: string, name: string): string {
  const bare = given
    .trim()
    .toLowerCase()
    .replace(/^https:\/\//, '')
    .replace(/\/$/, '');
  const [, host = '', port] = /^([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)(?::(\d{1,5}))?$/.exec(bare) ?? [];
  const isHost = host !== '' && !host.includes('..') && (host.includes('.') || host === 'localhost');
  if (isHost && Number(port ?? 443) <= 65_535) return port === '443' ? host : bare;
  throw new UserError(
    `${name} is not a tenant's domain${why(bare)}.\nWrite it as the dashboard shows it under Applications > (any) > Domain: acme.eu.auth0.com`,
  );
}

function why(bare: string): string {
  if (bare.startsWith('http://')) return ': the Management API is reached by https:// only';
  if (/\s/.test(bare)) return ': there is a space in it';
  if (bare.includes('@')) return ': there is an @ in it';
  if (/[/?#]/.test(bare)) return ': there is a path behind it';
  if (/^[a-z0-9-]+$/.test(bare)) return ': it has no dot, as the name of a tenant alone';
  return '';
}
