import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';

/** The gallery at `/tenant`, its scenarios, and where their logins end. */
export function scenarioRoutes(_parts: Parts): Router<TenantState> {
  const router = new Router<TenantState>();
  router.get('/tenant/done', (ctx) => {
    const rows = Object.entries(ctx.query).map(
      ([name, value]) => `<tr><th>${escapeHtml(name)}</th><td>${escapeHtml(String(value))}</td></tr>`,
    );
    const failed = ctx.query['error'] !== undefined;
    ctx.body = document({
      title: failed ? 'Not logged in' : 'Logged in',
      body: `<main class="narrow"><h1>${failed ? 'Not logged in' : 'Logged in'}</h1><p>This is what the application receives.</p><table>${rows.join('')}</table></main>`,
    });
  });
  return router;
}
