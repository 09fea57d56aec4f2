import { randomBytes } from 'node:crypto';
import type Router from '@koa/router';
import type { Application } from '../data/Application.ts';
import { isFields, merged } from '../data/merged.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { CLIENT_READ_ONLY, clientSchema, newClientSchema } from './clientSchema.ts';
import { withCredentials } from './credentials.ts';
import { always, only, page, type Query } from './page.ts';
import { parseBody } from './parseBody.ts';

/** Applications. Those of scenarios are left out of the list: they come and go. */
export function clientsRoutes(router: Router<TenantState>, parts: Parts): void {
  const { clock, data, host, key, scenarios } = parts;
  const find = (id: unknown): Application => {
    const found = data.applications.get(String(id));
    if (found === undefined) throw apiErrors.noClient();
    return found;
  };
  // One pair for all applications; the private key is never told.
  const signing_keys = [{ cert: pem(key.published.x5c?.[0] ?? ''), subject: `/CN=${host}` }];
  const told = (application: Application) => ({
    tenant: data.name,
    ...application,
    ...backchannel(application['oidc_logout']),
    signing_keys,
  });
  /** An application that logs in by a key tells its secret only when it is created. */
  const shown = (application: Application) => {
    const { client_secret, ...others } = told(application);
    return application['client_authentication_methods'] === undefined ? { ...others, client_secret } : others;
  };
  const now = () => new Date(clock.now()).toISOString();

  router.get('/clients', (ctx) => {
    const all = [...data.applications.values()].filter(
      ({ client_id }) => scenarios.of(client_id) === undefined,
    );
    ctx.body = page(
      all.filter((application) => matches(application, ctx.query)).map(shown),
      'clients',
      always(ctx.query, ['tenant']),
    );
  });

  router.get('/clients/:id', (ctx) => {
    ctx.body = only(shown(find(ctx.params['id'])), always(ctx.query, ['tenant']));
  });

  router.post('/clients', (ctx) => {
    const body = parseBody(newClientSchema, ctx.state, CLIENT_READ_ONLY);
    const created = data.addApplication({
      client_secret: randomBytes(48).toString('base64url'),
      ...(withCredentials(body, now()) as typeof body),
      client_id: randomBytes(16).toString('hex'),
    } as Parameters<typeof data.addApplication>[0]);
    ctx.body = { ...told(created), encrypted: true };
    ctx.status = 201;
  });

  router.patch('/clients/:id', (ctx) => {
    const application = find(ctx.params['id']);
    const changes = parseBody(clientSchema, ctx.state, CLIENT_READ_ONLY);
    const changed = merged(application, withCredentials(changes, now())) as Application;
    data.applications.set(application.client_id, changed);
    ctx.body = shown(changed);
  });

  router.delete('/clients/:id', (ctx) => {
    const id = String(ctx.params['id']);
    if (data.applications.get(id)?.global === true)
      throw new ApiError(400, 'The global client cannot be deleted', 'operation_not_supported');
    data.applications.delete(id);
    for (const connection of data.connections.values())
      connection.enabled_clients = connection.enabled_clients.filter((enabled) => enabled !== id);
    ctx.status = 204;
  });
}

/** Of back-channel logout, the addresses are told under an earlier name too. */
function backchannel(logout: unknown): object {
  const urls = isFields(logout) ? logout['backchannel_logout_urls'] : undefined;
  return urls === undefined ? {} : { oidc_backchannel_logout: { backchannel_logout_urls: urls } };
}

/** A certificate as a text of its own. */
function pem(base64: string): string {
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\r\n');
}

function matches(application: Application, query: Query): boolean {
  const { is_global, is_first_party, app_type } = query;
  return (
    (is_global === undefined || String(application.global) === is_global) &&
    (is_first_party === undefined || String(application.is_first_party) === is_first_party) &&
    (app_type === undefined ||
      String(app_type)
        .split(',')
        .includes(application.app_type ?? ''))
  );
}
