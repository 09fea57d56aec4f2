import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { Assets } from './assets.ts';

/** What the tenant's own pages and the reloading ones are made of: scripts, and what they hear. */
export function pageRoutes({ events, pages, root }: Parts): Router<TenantState> {
  const router = new Router<TenantState>();
  const assets = new Assets(root);

  // Browsers ask for it on pages that name none, and complain in the console about a 404.
  router.get('/favicon.ico', (ctx) => {
    ctx.status = 204;
  });

  router.get('/', (ctx) => ctx.redirect('/tenant'));

  router.get(['/tenant/assets/:name.js', '/tenant/:name(reload).js'], async (ctx, next) => {
    const script = await assets.script(String(ctx.params['name']));
    if (script === null) return next();
    ctx.type = 'text/javascript';
    ctx.set('cache-control', 'no-store');
    ctx.body = script;
    return undefined;
  });

  router.get('/tenant/events', (ctx) => {
    // A HEAD request, which routers answer like a GET, must not be left open.
    ctx.status = 200;
    if (ctx.method !== 'GET') return;
    const problem = pages.problem();
    ctx.respond = false;
    events.listen(ctx.res, [
      { type: 'page', build: pages.build() },
      ...(problem === null ? [] : [{ type: 'problem', message: problem } as const]),
    ]);
  });

  router.post('/tenant/loaded', (ctx) => {
    pages.loaded(Number(ctx.state.body['build']));
    ctx.status = 204;
  });

  return router;
}
