import { isPlainObject } from '../../settings/isPlainObject.ts';
import { layer } from '../../settings/layer.ts';
import type { BuiltConnection } from './TenantArtifact.ts';

type Options = Readonly<Record<string, unknown>>;

/** What gives way to the other, who an SMS is from. */
const INSTEAD: Readonly<Record<string, string>> = {
  from: 'messaging_service_sid',
  messaging_service_sid: 'from',
};

/**
 * The options of a connection after the setup. The Management API replaces options as a whole, so that all
 * of them must be sent: what the settings name, over what is live, over the defaults.
 *
 * @param built - as the build wrote it
 * @param live - of the connection that is there; `null` where there is none
 */
export function mergeOptions({ options, defaults }: BuiltConnection, live: Options | null): Options {
  if (live === null) return options;
  const isGone = (key: string) => Object.hasOwn(options, INSTEAD[key] ?? '') && !Object.hasOwn(options, key);
  const kept = Object.fromEntries(Object.entries(live).filter(([key]) => !isGone(key)));
  return layer(kept, named(options, defaults, live));
}

/** The options without defaults that are something else already. */
function named(
  options: Options,
  defaults: readonly string[],
  live: Options,
  path = '',
): Record<string, unknown> {
  const entries = Object.entries(options).flatMap(([key, value]): [string, unknown][] => {
    const at = path === '' ? key : `${path}.${key}`;
    const there = live[key];
    if (isPlainObject(value)) {
      return [[key, named(value, defaults, isPlainObject(there) ? there : {}, at)]];
    }
    return defaults.includes(at) && there !== undefined && there !== null ? [] : [[key, value]];
  });
  return Object.fromEntries(entries);
}
