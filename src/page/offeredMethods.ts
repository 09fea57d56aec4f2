import type { EnabledConnection } from './ClientSettings.ts';
import type { Method } from './PageData.ts';

/** One screen of the page: a Lock that offers one method, with the social connections beside it. */
export interface Panel {
  /** `null` when only social connections are offered. */
  method: Method | null;
  /** Connection names for Lock's `allowedConnections`. */
  connections: string[];
  /** Whether Lock must send connection names as they are, since one is not just `sms` or `email`. */
  customNames: boolean;
}

/**
 * Splits the offered connections into panels, one per method, in the order in which methods are first
 * named; social connections stand in each. Lock alone would always show email when both are offered
 * (auth0-lock 14.3.0, `src/connection/passwordless/index.js`).
 *
 * @param offered - connection names in order, all of them enabled
 * @param enabled - the application's connections
 * @returns at least one panel, or an empty list when nothing is offered
 */
export function offeredMethods(offered: readonly string[], enabled: readonly EnabledConnection[]): Panel[] {
  const connections = offered.flatMap((name) => enabled.filter((connection) => connection.name === name));
  const social = connections.filter(({ kind }) => kind === 'social');
  const passwordless = connections.filter(({ kind }) => kind !== 'social');
  const methods = [...new Set(passwordless.map(({ kind }) => kind as Method))];
  if (methods.length === 0) return social.length === 0 ? [] : [panel(null, social)];
  return methods.map((method) =>
    panel(method, [...passwordless.filter((it) => it.kind === method), ...social]),
  );
}

function panel(method: Method | null, connections: readonly EnabledConnection[]): Panel {
  return {
    method,
    connections: [...new Set(connections.map(({ name }) => name))],
    customNames: connections.some(({ name, strategy, kind }) => kind !== 'social' && name !== strategy),
  };
}
