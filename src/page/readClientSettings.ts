import type { ClientSettings } from './ClientSettings.ts';
import { isRecord } from './isRecord.ts';
import { ownValue } from './ownValue.ts';

type Strategy = ClientSettings['strategies'][number];

/**
 * Checks what `Auth0.setClient` was called with. Strategies and connections that are not what they should
 * be are dropped; other fields pass through, since Lock reads some (`subscription`, `tenant`).
 *
 * @returns the settings, or `null` when the payload is for another application or not an object
 */
export function readClientSettings(payload: unknown, clientID: string): ClientSettings | null {
  if (!isRecord(payload) || payload['id'] !== clientID) return null;
  const strategies = Array.isArray(payload['strategies']) ? payload['strategies'] : [];
  return { ...payload, id: clientID, strategies: strategies.flatMap(readStrategy) };
}

function readStrategy(value: unknown): Strategy[] {
  if (!isRecord(value) || typeof value['name'] !== 'string') return [];
  return [{ ...value, name: value['name'], connections: readConnections(value['connections']) }];
}

function readConnections(value: unknown): Strategy['connections'] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((connection: unknown) =>
    isRecord(connection) && typeof connection['name'] === 'string'
      ? [{ ...connection, name: connection['name'] }]
      : [],
  );
}

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
    .flatMap((list): unknown[] => (Array.isArray(list) ? list : []))
    .filter(isRecord)
    .filter(({ name }) => !Array.isArray(enabled) || enabled.includes(name));
  const strategies = new Map<string, Strategy>();
  for (const connection of connections) {
    const { name, strategy } = connection;
    if (typeof name !== 'string' || typeof strategy !== 'string') continue;
    const known = strategies.get(strategy) ?? { name: strategy, connections: [] };
    strategies.set(strategy, known);
    known.connections.push({ ...connection, name });
  }
  return { id: clientID, strategies: [...strategies.values()] };
}
