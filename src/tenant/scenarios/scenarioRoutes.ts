import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import { endSession } from '../oidc/endSession.ts';
import type { Parts } from '../Parts.ts';
import { document } from '../pages/document.ts';
import { escapeHtml } from '../pages/escapeHtml.ts';
import { galleryPage } from './galleryPage.ts';
import { namedScenarios } from './namedScenarios.ts';
import { noScenarioPage } from './noScenarioPage.ts';

/** The gallery at `/tenant`, its scenarios, and where their logins end. */
export function scenarioRoutes(parts: Parts): Router<TenantState> {
  const { scenarios } = parts;
  const router = new Router<TenantState>();

  router.get('/tenant', (ctx) => {
    ctx.body = galleryPage(namedScenarios);
  });

  router.get('/tenant/scenarios/:name', async (ctx) => {
    const name = String(ctx.params['name']);
    const scenario = namedScenarios.find((candidate) => candidate.name === name);
    if (scenario === undefined) {
      ctx.status = 404;
      ctx.body = noScenarioPage(name, namedScenarios);
      return;
    }
    // Whoever is logged in would never see the page.
    await endSession(ctx, parts);
    // Anew each time: what it counts, a fault that happens once, begins again.
    const { application } = scenario;
    const id = `scenario-${name}`;
    ctx.redirect(
      scenarios.address(
        scenarios.add(scenario, { id, ...(application !== undefined && { name: application }) }),
      ),
    );
  });

  router.get('/tenant/done', (ctx) => {
    const rows = Object.entries(ctx.query).map(
      ([key, value]) =>
        `<tr><th scope="row">${escapeHtml(key)}</th><td>${escapeHtml(String(value))}</td></tr>`,
    );
    const title = ctx.query['error'] === undefined ? 'Logged in' : 'Not logged in';
    ctx.body = document({
      title,
      body: `<main class="narrow"><h1>${title}</h1>
<p>This is what the application receives at its callback URL. The <a href="/app">sample app</a> goes on from here: it
exchanges the code for tokens.</p>
<table>${rows.join('\n')}</table>
<p><a href="/tenant">Back to the scenarios</a></p></main>`,
    });
  });
  return router;
}
