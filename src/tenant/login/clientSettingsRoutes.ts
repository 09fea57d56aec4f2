import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Router from '@koa/router';
import { type Connection, isPasswordless } from '../data/Connection.ts';
import type { TenantData } from '../data/TenantData.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';

const require = createRequire(import.meta.url);

interface Strategy {
  name: string;
  connections: { name: string }[];
}

/** What Auth0's CDN serves: client settings, for third parties the tenant's, and Lock's dictionaries. */
export function clientSettingsRoutes({ data }: Parts): Router<TenantState> {
  const router = new Router<TenantState>();

  router.get('/client/:file', (ctx, next) => {
    const id = /^(.+)\.js$/.exec(String(ctx.params['file']))?.[1] ?? '';
    if (!data.applications.has(id)) return next();
    ctx.type = 'text/javascript';
    ctx.body = call('setClient', clientSettings(id));
    return undefined;
  });

  router.get(['/tenants/v1/:file', '/info-v1.js'], (ctx) => {
    ctx.type = 'text/javascript';
    ctx.body = call('setTenant', tenantSettings(data));
  });

  router.get('/js/lock/:version/:file', (ctx, next) => {
    const language = /^([a-z]{2}(?:-[a-z]{2})?)\.js$/i.exec(String(ctx.params['file']))?.[1]?.toLowerCase();
    const dictionary = language === undefined ? null : lockDictionary(language);
    if (dictionary === null) return next();
    ctx.type = 'text/javascript';
    ctx.body = `Auth0.registerLanguageDictionary(${json(language)}, ${json(dictionary)});`;
    return undefined;
  });

  function clientSettings(id: string): object {
    return {
      id,
      tenant: data.name,
      subscription: 'enterprise',
      strategies: strategies(data.enabledFor(id)),
    };
  }

  return router;
}

/** What a third-party application reads: all connections, and which of them each application has. */
function tenantSettings(data: TenantData): object {
  const passwordless: object[] = [];
  const social: object[] = [];
  for (const { name, strategy } of data.connections.values()) {
    (isPasswordless(strategy) ? passwordless : social).push({ name, strategy });
  }
  const clients = [...data.applications.keys()].map((id): [string, string[]] => [
    id,
    data.enabledFor(id).map(({ name }) => name),
  ]);
  return {
    name: data.name,
    subscription: 'enterprise',
    connections: { passwordless, social },
    clientsConnections: Object.fromEntries(clients),
  };
}

/** Connections by their strategies, in the order in which the first of each comes. */
function strategies(connections: readonly Connection[]): Strategy[] {
  const found = new Map<string, Strategy>();
  for (const { strategy, name } of connections) {
    const known = found.get(strategy) ?? { name: strategy, connections: [] };
    known.connections.push({ name });
    found.set(strategy, known);
  }
  return [...found.values()];
}

const call = (method: string, payload: unknown): string => `Auth0.${method}(${json(payload)});`;

/** JSON that is JavaScript in every browser. */
const json = (value: unknown): string =>
  JSON.stringify(value).replace(/[\u2028\u2029]/g, (it) => `\\u${it.charCodeAt(0).toString(16)}`);

/** Lock's own dictionary of a language, from the package; `null` when Lock has none. */
function lockDictionary(language: string): unknown {
  const file = join(dirname(require.resolve('auth0-lock/lib/index.js')), 'i18n', `${language}.js`);
  if (!existsSync(file)) return null;
  const { default: dictionary } = require(file) as { default: unknown };
  return dictionary;
}
