import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { outboxPage } from './outboxPage.ts';

/**
 * The emails' frames inherit it: they run nothing, load nothing and lead nowhere within the frame, whatever stands in an
 * email.
 */
const POLICY = [
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline'; img-src data:; font-src data:",
  "frame-src 'none'; base-uri 'none'; form-action 'none'",
].join('; ');

/** The outbox at `/tenant/outbox`: a page for people, JSON for programs; `?to=` narrows both. */
export function outboxRoutes({ outbox }: Parts): Router<TenantState> {
  const router = new Router<TenantState>();
  router.get(['/tenant/outbox', '/tenant/outbox.json'], (ctx) => {
    const to = typeof ctx.query['to'] === 'string' ? ctx.query['to'] : undefined;
    const messages = outbox.messages.filter((message) => to === undefined || message.to === to);
    ctx.set('cache-control', 'no-store');
    ctx.vary('accept');
    if (ctx.path.endsWith('.json') || ctx.accepts('html', 'json') === 'json') ctx.body = messages;
    else {
      ctx.set('content-security-policy', POLICY);
      ctx.body = outboxPage(messages, to);
    }
  });
  return router;
}
