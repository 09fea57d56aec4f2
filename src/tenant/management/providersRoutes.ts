import type Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError } from './ApiError.ts';
import { only } from './page.ts';

/** Custom domains and providers, to be read: a test sets them in the tenant's data. */
export function providersRoutes(router: Router<TenantState>, { data }: Parts): void {
  router.get('/custom-domains', (ctx) => {
    ctx.body = data.providers.customDomains;
  });

  router.get('/emails/provider', (ctx) => {
    const { email } = data.providers;
    if (email === null)
      throw new ApiError(404, 'There is not a configured email provider', 'inexistent_email_provider');
    ctx.body = only(email, ctx.query);
  });

  router.get('/branding/phone/providers', (ctx) => {
    ctx.body = { providers: data.providers.phone };
  });
}
