import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { errorPage } from './errorPage.ts';
import { finishLogin } from './finishLogin.ts';

/** What Lock asks about the visitor, and where a social login would be. */
export function visitorRoutes(parts: Parts): Router<TenantState> {
  const { clock, data, transactions } = parts;
  const router = new Router<TenantState>();

  router.get('/user/geoloc/country', (ctx) => {
    ctx.body = { country_code: 'AU', country_code3: 'AUS', country_name: 'Australia' };
  });

  router.get('/user/ssodata', (ctx) => {
    ctx.body = { sso: false };
  });

  // Where the provider of a social connection would be: it takes everybody at their word.
  router.get('/tenant/social', (ctx) => {
    const transaction = transactions.find(ctx.query['state']);
    const name = transaction?.params['connection'] ?? '';
    if (transaction === undefined) {
      ctx.status = 400;
      ctx.body = errorPage('invalid_request', 'Invalid state');
      return;
    }
    ctx.body = document({
      title: `Log in with ${name}`,
      body: `<main class="narrow"><h1>Log in with ${escapeHtml(name)}</h1>
<p>A real tenant would send you to the provider now. Here, nobody asks for a password.</p>
<form method="post"><input type="hidden" name="state" value="${escapeHtml(transaction.state)}"><button class="primary">Continue as zoe@example.com</button></form></main>`,
    });
  });

  router.post('/tenant/social', async (ctx) => {
    const transaction = transactions.find(ctx.state.body['state']);
    if (transaction === undefined) {
      ctx.status = 400;
      ctx.body = errorPage('invalid_request', 'Invalid state');
      return;
    }
    const connection = transaction.params['connection'] ?? '';
    const user = data.users.ensure(connection, 'zoe@example.com', clock.now());
    await finishLogin(parts, ctx, transaction, { login: { accountId: user.user_id } });
  });

  return router;
}
