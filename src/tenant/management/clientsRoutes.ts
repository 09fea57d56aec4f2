import { randomBytes } from 'node:crypto';
import type Router from '@koa/router';
import type { Application } from '../data/Application.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { CLIENT_READ_ONLY, clientSchema, newClientSchema } from './clientSchema.ts';
import { only, page, type Query } from './page.ts';
import { parseBody } from './parseBody.ts';

/** Applications. A scenario's own are not told: they come and go. */
export function clientsRoutes(router: Router<TenantState>, { data, scenarios }: Parts): void {
  const find = (id: unknown): Application => {
    const found = data.applications.get(String(id));
    if (found === undefined) throw apiErrors.noClient();
    return found;
  };
  const shown = (application: Application) => ({ tenant: data.name, ...application });

  router.get('/clients', (ctx) => {
    const all = [...data.applications.values()].filter(
      ({ client_id }) => scenarios.of(client_id) === undefined,
    );
    ctx.body = page(
      all.filter((application) => matches(application, ctx.query)).map(shown),
      'clients',
      ctx.query,
    );
  });

  router.get('/clients/:id', (ctx) => {
    ctx.body = only(shown(find(ctx.params['id'])), ctx.query);
  });

  router.post('/clients', (ctx) => {
    const body = parseBody(newClientSchema, ctx.state.body, CLIENT_READ_ONLY);
    const client_id = randomBytes(16).toString('hex');
    ctx.body = shown(data.addApplication({ ...defined(body), client_id, name: body.name }));
    ctx.status = 201;
  });

  router.patch('/clients/:id', (ctx) => {
    const application = find(ctx.params['id']);
    const changes = parseBody(clientSchema, ctx.state.body, CLIENT_READ_ONLY);
    ctx.body = shown(Object.assign(application, defined(changes)));
  });

  router.delete('/clients/:id', (ctx) => {
    const application = data.applications.get(String(ctx.params['id']));
    if (application?.global === true)
      throw new ApiError(400, 'The global client cannot be deleted', 'operation_not_supported');
    data.applications.delete(String(ctx.params['id']));
    ctx.status = 204;
  });
}

function matches(application: Application, query: Query): boolean {
  const { is_global, is_first_party, app_type } = query;
  return (
    (is_global === undefined || String(application.global) === is_global) &&
    (is_first_party === undefined || String(application.is_first_party) === is_first_party) &&
    (app_type === undefined || String(app_type).split(',').includes(application.app_type))
  );
}

/** Without fields that are `undefined`, which would take away what is there. */
function defined<T extends object>(fields: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]: Exclude<T[Key], undefined> };
}
