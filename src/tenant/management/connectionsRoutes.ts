import type Router from '@koa/router';
import * as v from 'valibot';
import type { Connection } from '../data/Connection.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { only, page, type Query } from './page.ts';
import { parseBody, parseJson } from './parseBody.ts';

const options = v.record(v.string(), v.unknown());
const changeSchema = v.looseObject({
  options: v.optional(options),
  enabled_clients: v.optional(v.array(v.string())),
  display_name: v.optional(v.string()),
});
const newSchema = v.looseObject({
  ...changeSchema.entries,
  name: v.pipe(v.string(), v.minLength(1)),
  strategy: v.string(),
});
const clientsSchema = v.array(v.object({ client_id: v.string(), status: v.boolean() }));

/** Connections, and which applications have them enabled. */
export function connectionsRoutes(router: Router<TenantState>, { data, scenarios }: Parts): void {
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
  /** Whatever is enabled, scenarios go on. */
  const withScenarios = ({ enabled_clients }: Connection, ids: readonly string[]) => [
    ...new Set([...ids, ...enabled_clients.filter(isScenario)]),
  ];

  router.get('/connections', (ctx) => {
    const all = [...data.connections.values()].filter((connection) => matches(connection, ctx.query));
    ctx.body = page(all.map(shown), 'connections', ctx.query);
  });

  // Asked for by auth0-deploy-cli; only enterprise connections have any.
  router.get('/connections-directory-provisionings', (ctx) => {
    ctx.body = page([], 'directory_provisionings', { take: '50', ...ctx.query });
  });

  router.get('/connections/:id', (ctx) => {
    ctx.body = only(shown(find(ctx.params['id'])), ctx.query);
  });

  router.post('/connections', (ctx) => {
    const body = parseBody(newSchema, ctx.state.body, ['id']);
    if (data.connectionNamed(body.name) !== undefined) {
      throw new ApiError(409, 'A connection with the same name already exists', 'conflict');
    }
    const { options: given = {}, enabled_clients = [], ...rest } = body;
    ctx.body = shown(data.addConnection({ ...rest, options: given, enabled_clients }));
    ctx.status = 201;
  });

  router.patch('/connections/:id', (ctx) => {
    const connection = find(ctx.params['id']);
    const { enabled_clients: ids, ...changes } = parseBody(changeSchema, ctx.state.body, [
      'id',
      'name',
      'strategy',
    ]);
    // `options` are replaced as a whole, as Auth0 warns: what is not sent is gone.
    Object.assign(connection, changes);
    if (ids !== undefined) connection.enabled_clients = withScenarios(connection, ids);
    ctx.body = shown(connection);
  });

  router.delete('/connections/:id', (ctx) => {
    data.connections.delete(String(ctx.params['id']));
    ctx.status = 204;
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

function matches({ strategy, name }: Connection, query: Query): boolean {
  const strategies = [query['strategy']].flat().filter((it): it is string => it !== undefined);
  return (strategies.length === 0 || strategies.includes(strategy)) && (query['name'] ?? name) === name;
}
