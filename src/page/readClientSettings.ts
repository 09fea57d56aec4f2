import type { ClientSettings } from './ClientSettings.ts';
import { isRecord } from './isRecord.ts';
import { ownValue } from './ownValue.ts';

type Strategy = ClientSettings['strategies'][number];
type Connection = Strategy['connections'][number];

/**
 * Checks what `Auth0.setClient` was called with. Strategies and connections that are not what they should be are
 * dropped. Of the others remains what passwordless Lock shows: it also reads what databases and enterprise
 * connections have (`validation`, `passwordPolicy`, `domain_aliases`), shown or not, and throws where that is not
 * as it expects (auth0-lock 14.3.0, `src/core/client/index.js`).
 *
 * @returns the settings, or `null` when the payload is for another application or not an object
 */
export function readClientSettings(payload: unknown, clientID: string): ClientSettings | null {
  if (!isRecord(payload) || payload['id'] !== clientID) return null;
  return { ...payload, id: clientID, strategies: listOf(payload['strategies']).flatMap(readStrategy) };
}

function readStrategy({ name, connections }: Record<string, unknown>): Strategy[] {
  return isName(name) ? [{ name, connections: listOf(connections).flatMap(readConnection) }] : [];
}

function readConnection({ name, display_name: displayName }: Record<string, unknown>): Connection[] {
  return isName(name) ? [{ name, ...(isName(displayName) && { display_name: displayName }) }] : [];
}

const listOf = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
const isName = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * The same for a third-party application, of which Auth0 publishes no client settings: its connections
 * stand in the tenant's, which call `Auth0.setTenant({connections: {<type>: [{name, strategy}]},
 * clientsConnections: {<client>: [<name>]}})`. They are put into the shape of client settings, because
 * Lock's own reader of this file leaves passwordless connections out (auth0-lock 14.3.0,
 * `src/core/tenant/index.js`).
 */
export function readTenantSettings(payload: unknown, clientID: string): ClientSettings | null {
  if (!isRecord(payload) || !isRecord(payload['connections'])) return null;
  const perClient = isRecord(payload['clientsConnections']) ? payload['clientsConnections'] : {};
  const enabled = ownValue(perClient, clientID);
  const connections = Object.values(payload['connections'])
    .flatMap(listOf)
    .filter(({ name }) => !Array.isArray(enabled) || enabled.includes(name));
  const strategies = new Map<string, Strategy>();
  for (const connection of connections) {
    const { strategy } = connection;
    if (!isName(strategy)) continue;
    const known = strategies.get(strategy) ?? { name: strategy, connections: [] };
    strategies.set(strategy, known);
    known.connections.push(...readConnection(connection));
  }
  return { id: clientID, strategies: [...strategies.values()] };
}
