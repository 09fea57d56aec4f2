import { isPlainObject } from '../../settings/isPlainObject.ts';
import { layer } from '../../settings/layer.ts';
import type { BuiltConnection } from './TenantArtifact.ts';

type Options = Readonly<Record<string, unknown>>;

/** What says how the connection itself reaches Twilio. */
const OF_TWILIO = ['twilio_sid', 'twilio_token', 'from', 'messaging_service_sid'];

/**
 * The options of a connection after the setup. The Management API replaces options as a whole, so that all
 * of them must be sent: what the settings name, over what is live, over the defaults.
 *
 * @param built - as the build wrote it
 * @param live - of the connection that is there; `null` where there is none
 */
export function mergeOptions({ options, defaults }: BuiltConnection, live: Options | null): Options {
  if (live === null) return options;
  const kept = Object.fromEntries(Object.entries(live).filter((entry) => !givesWay(entry, options)));
  const isOwn = options['provider'] === 'twilio' && live['use_phone_provider'] === true;
  return {
    ...layer(kept, named(options, defaults, live)),
    // It decides before the connection's own values do.
    ...(isOwn && { use_phone_provider: false }),
  };
}

/** Whether a live option has no place beside who an SMS is from, which is one thing. */
function givesWay([key, value]: [key: string, value: unknown], options: Options): boolean {
  if (Object.hasOwn(options, key)) return false;
  if (options['use_phone_provider'] === true) {
    return OF_TWILIO.includes(key) || (key === 'provider' && value === 'twilio');
  }
  if (key === 'from') return Object.hasOwn(options, 'messaging_service_sid');
  return key === 'messaging_service_sid' && Object.hasOwn(options, 'from');
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
