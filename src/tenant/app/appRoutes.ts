import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { appPage } from './appPage.ts';

/** The application whose page ignores what is asked for. */
export const FIXED_APP = 'sample-app-fixed';

/** The sample app at `/app`; its callback URL too. */
export function appRoutes({ scenarios }: Parts): Router<TenantState> {
  const router = new Router<TenantState>();
  scenarios.add(
    { settings: { connections: { allow: ['sms', 'email'], choose: 'fixed' } } },
    { id: FIXED_APP, path: '/app' },
  );
  router.get('/app', (ctx) => {
    ctx.body = appPage;
  });
  return router;
}
