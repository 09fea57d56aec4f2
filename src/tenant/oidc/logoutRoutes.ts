import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import { errorPage } from '../login/errorPage.ts';
import type { Parts } from '../Parts.ts';
import { endSession } from './endSession.ts';
import { urlAllowed } from './urlAllowed.ts';

/** `/v2/logout`: Auth0's own logout, which auth0-spa-js uses. */
export function logoutRoutes(parts: Parts): Router<TenantState> {
  const { data, origin } = parts;
  const router = new Router<TenantState>();
  router.get('/v2/logout', async (ctx) => {
    const returnTo = String(ctx.query['returnTo'] ?? '');
    const application = data.applications.get(String(ctx.query['client_id'] ?? ''));
    const allowed =
      application?.allowed_logout_urls ??
      tenantUrls(data.configured('/tenants/settings')['allowed_logout_urls']);
    await endSession(ctx, parts);
    if (returnTo === '') {
      ctx.redirect(allowed[0] ?? `${origin}/tenant`);
    } else if (urlAllowed(returnTo, allowed)) {
      ctx.redirect(returnTo);
    } else {
      ctx.status = 400;
      ctx.body = errorPage(
        'invalid_request',
        `The "returnTo" querystring parameter "${returnTo}" is not defined as a valid URL in "Allowed Logout URLs".`,
      );
    }
  });
  return router;
}

const tenantUrls = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((it): it is string => typeof it === 'string') : [];
