import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { clientSettings, tenantSettings } from './clientSettings.ts';

const require = createRequire(import.meta.url);

/** What Auth0's CDN serves: client settings, for third parties the tenant's, and Lock's dictionaries. */
export function clientSettingsRoutes({ data, origin }: Parts): Router<TenantState> {
  const router = new Router<TenantState>();

  router.get('/client/:file', (ctx, next) => {
    const id = /^(.+)\.js$/.exec(String(ctx.params['file']))?.[1] ?? '';
    if (!data.applications.has(id)) return next();
    ctx.type = 'text/javascript';
    ctx.body = call('setClient', clientSettings(data, origin, id));
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

  return router;
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
