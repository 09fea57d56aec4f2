import type { HostedConfig } from './HostedConfig.ts';
import { nameList } from './nameList.ts';
import type { PageData } from './PageData.ts';

/**
 * Decides which connections the page offers, in order.
 *
 * 1. `choose: 'fixed'`: the settings' `allow`, whatever the request says.
 * 2. Otherwise what the request asked for: the list in `connection`, or, when that is empty, the list in
 *    `internalOptions.allowedConnections`.
 * 3. With `allow`: what was requested and is allowed; when that is nothing, `allow`.
 * 4. Without `allow`: what was requested, or `null`, which is "whatever the application has enabled".
 * 5. Once it is known what the application has enabled, names that it has not are dropped. When nothing is
 *    left the page falls back to what is enabled (of `allow`, if any of that is), and an empty list is
 *    returned only when nothing at all is enabled.
 *
 * @param settings - the page settings' `connections`
 * @param hosted - the hosted config; only `connection` and `internalOptions.allowedConnections` are read
 * @param enabled - names of the enabled connections that Lock can show; absent while unknown
 * @returns connection names, or `null` for no restriction (only while `enabled` is unknown)
 */
export function chooseConnections(
  settings: PageData['connections'],
  hosted: Pick<HostedConfig, 'connection' | 'internalOptions'>,
  enabled?: readonly string[],
): readonly string[] | null {
  const asked = askedConnections(settings, hosted);
  if (enabled === undefined) return asked;
  if (asked === null) return enabled;
  const isEnabled = (name: string) => enabled.includes(name);
  const candidates = [asked.filter(isEnabled), (settings.allow ?? []).filter(isEnabled)];
  return candidates.find((names) => names.length > 0) ?? enabled;
}

function askedConnections(
  { allow, choose }: PageData['connections'],
  hosted: Pick<HostedConfig, 'connection' | 'internalOptions'>,
): readonly string[] | null {
  if (choose === 'fixed' && allow !== undefined) return allow;
  const requested = requestedConnections(hosted);
  if (allow === undefined) return requested.length > 0 ? requested : null;
  const allowed = requested.filter((name) => allow.includes(name));
  return allowed.length > 0 ? allowed : allow;
}

function requestedConnections(hosted: Pick<HostedConfig, 'connection' | 'internalOptions'>): string[] {
  const first = nameList(hosted.connection);
  return first.length > 0 ? first : nameList(hosted.internalOptions['allowedConnections']);
}

/** The form of a connection's name at Auth0; anything else in a request may be about the visitor. */
const NAME = /^[a-z\d](?:[\w-]{0,126}[a-z\d])?$/i;
const MOST_TOLD = 10;

/**
 * What a developer should know of a request that names connections which the page cannot offer: a line for the
 * console, or `null` when there are none. Names of another form than Auth0's are only counted.
 */
export function unknownConnections(
  { allow, choose }: PageData['connections'],
  hosted: Pick<HostedConfig, 'connection' | 'internalOptions'>,
  enabled: readonly string[],
): string | null {
  if (choose === 'fixed') return null;
  const isOffered = (name: string) => enabled.includes(name) && (allow ?? enabled).includes(name);
  const unknown = requestedConnections(hosted).filter((name) => !isOffered(name));
  const told = unknown.filter((name) => NAME.test(name)).slice(0, MOST_TOLD);
  if (told.length === 0) return null;
  const others = unknown.length - told.length;
  const names = [...told, ...(others > 0 ? [`${others} more`] : [])].join(', ');
  const allowed = allow === undefined ? '' : ` connections.allow: ${allow.join(', ')}.`;
  return `The request asks for connections that this page cannot offer: ${names}. The application has enabled: ${enabled.join(', ') || 'none'}.${allowed}`;
}
