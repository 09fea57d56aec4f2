import type Router from '@koa/router';
import * as v from 'valibot';
import type { Connection } from '../data/Connection.ts';
import { changedOptions, newConnection, newOptions } from '../data/connectionDefaults.ts';
import { merged } from '../data/merged.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { checkAttributesChange, checkConnection } from './connectionRules.ts';
import { always, only, page, type Query } from './page.ts';
import { parseBody, parseJson } from './parseBody.ts';

const changeSchema = v.looseObject({
  options: v.nullish(v.record(v.string(), v.unknown())),
  display_name: v.optional(v.string()),
  realms: v.optional(v.array(v.string())),
});
const newSchema = v.looseObject({
  ...changeSchema.entries,
  name: v.pipe(v.string(), v.minLength(1)),
  strategy: v.string(),
  enabled_clients: v.optional(v.array(v.string())),
});
const clientsSchema = v.array(v.object({ client_id: v.string(), status: v.boolean() }));

/** Connections, and which applications have them enabled. */
export function connectionsRoutes(
  router: Router<TenantState>,
  { clock, data, origin, scenarios }: Parts,
): void {
  const find = (id: unknown): Connection => {
    const found = data.connections.get(String(id));
    if (found === undefined) throw apiErrors.noConnection();
    return found;
  };
  const isScenario = (id: string) => scenarios.of(id) !== undefined;
  const shown = (connection: Connection) => ({
    ...connection,
    enabled_clients: connection.enabled_clients.filter((id) => !isScenario(id)),
    is_domain_connection: connection['is_domain_connection'] ?? false,
    realms: connection['realms'] ?? [connection.name],
  });

  router.get('/connections', (ctx) => {
    const all = [...data.connections.values()].filter((connection) => matches(connection, ctx.query));
    ctx.body = page(all.map(shown), 'connections', always(ctx.query, ALWAYS));
  });

  // Asked for by auth0-deploy-cli; only enterprise connections have any.
  router.get('/connections-directory-provisionings', (ctx) => {
    ctx.body = page([], 'directory_provisionings', { take: '50', ...ctx.query });
  });

  router.get('/connections/:id', (ctx) => {
    ctx.body = only(shown(find(ctx.params['id'])), always(ctx.query, ALWAYS));
  });

  router.post('/connections', (ctx) => {
    const body = parseBody(newSchema, ctx.state, ['id']);
    const { name, strategy, options, ...more } = body;
    if (data.connectionNamed(name) !== undefined) {
      throw new ApiError(409, 'A connection with the same name already exists', 'conflict');
    }
    checkConnection(strategy, body);
    const fields = merged(newConnection(name, strategy, origin), more);
    ctx.body = shown(
      data.addConnection({ ...fields, name, strategy, options: newOptions(strategy, options ?? {}) }),
    );
    ctx.status = 201;
  });

  router.patch('/connections/:id', (ctx) => {
    const connection = find(ctx.params['id']);
    const { strategy, options: before } = connection;
    // `enabled_clients` ended on 2026-07-13: PATCH /connections/{id}/clients took its place.
    const readOnly = ['id', 'name', 'strategy', 'enabled_clients'];
    const { options, ...changes } = parseBody(changeSchema, ctx.state, readOnly);
    if (options !== undefined && options !== null) {
      checkConnection(strategy, { options });
      checkAttributesChange(before['attributes'], options['attributes']);
    }
    // A name for people that is not sent again is lost.
    const display = connection['display_name'] === undefined ? {} : { display_name: connection.name };
    const changed = merged(connection, { ...display, ...changes }) as Connection;
    // `options` are replaced as a whole, as Auth0 warns: what is not sent is gone.
    if (options !== undefined) changed.options = changedOptions(strategy, options ?? {});
    data.connections.set(connection.id, changed);
    ctx.body = shown(changed);
  });

  router.delete('/connections/:id', (ctx) => {
    const isThere = data.connections.delete(String(ctx.params['id']));
    // Its users are deleted later.
    ctx.status = isThere ? 202 : 204;
    if (isThere) ctx.body = { deleted_at: new Date(clock.now()).toISOString() };
  });

  router.get('/connections/:id/clients', (ctx) => {
    const { enabled_clients } = shown(find(ctx.params['id']));
    const clients = enabled_clients.map((client_id) => ({ client_id }));
    ctx.body = page(clients, 'clients', { take: '50', ...ctx.query });
  });

  router.patch('/connections/:id/clients', (ctx) => {
    const connection = find(ctx.params['id']);
    const parsed = v.safeParse(clientsSchema, parseJson(ctx.state.raw));
    if (!parsed.success) throw apiErrors.invalidBody('Expected type array of {client_id, status}');
    for (const { client_id, status } of parsed.output) {
      const others = connection.enabled_clients.filter((id) => id !== client_id);
      connection.enabled_clients = status ? [...others, client_id] : others;
    }
    ctx.status = 204;
  });
}

/** What is told of a connection whatever fields are asked for. */
const ALWAYS = ['id', 'is_domain_connection', 'authentication', 'connected_accounts'];

function matches({ strategy, name }: Connection, query: Query): boolean {
  const strategies = [query['strategy']].flat().filter((it): it is string => it !== undefined);
  return (strategies.length === 0 || strategies.includes(strategy)) && (query['name'] ?? name) === name;
}
