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
  const first = nameList(hosted.connection);
  const requested = first.length > 0 ? first : nameList(hosted.internalOptions['allowedConnections']);
  if (allow === undefined) return requested.length > 0 ? requested : null;
  const allowed = requested.filter((name) => allow.includes(name));
  return allowed.length > 0 ? allowed : allow;
}
