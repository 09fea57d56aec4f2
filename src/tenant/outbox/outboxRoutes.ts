import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';

/** The outbox at `/tenant/outbox`. */
export function outboxRoutes({ outbox }: Parts): Router<TenantState> {
  const router = new Router<TenantState>();
  router.get('/tenant/outbox.json', (ctx) => {
    ctx.body = outbox.messages;
  });
  return router;
}
