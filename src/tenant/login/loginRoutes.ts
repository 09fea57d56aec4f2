import Router from '@koa/router';
import { layer } from '../../settings/layer.ts';
import { MARKER } from '../../settings/marker.ts';
import { UserError } from '../../settings/UserError.ts';
import type { Application } from '../data/Application.ts';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { csrfCookie } from './csrfCookie.ts';
import { errorPage } from './errorPage.ts';
import { encodeHostedConfig, hostedConfig } from './hostedConfig.ts';
import { triedPolicy } from './triedPolicy.ts';
import { violation } from './violation.ts';
import { withReload } from './withReload.ts';

/** Where browsers report what a policy stops, and what one would stop that is only tried. */
const HELD = '/tenant/violations';
const ONLY_TRIED = `${HELD}/tried`;

/** `/login`: the page, with the hosted config in place of its marker, exactly as Auth0 serves it. */
export function loginRoutes(parts: Parts): Router<TenantState> {
  const { data, host, pages, scenarios, transactions } = parts;
  const router = new Router<TenantState>();

  router.get('/login', async (ctx) => {
    const clientId = String(ctx.query['client'] ?? '');
    const application = data.applications.get(clientId);
    const scenario = scenarios.scenarioOf(clientId);
    const transaction = transactions.find(ctx.query['state']);
    const isPreview = scenario.preview === true && ctx.query['state'] === undefined;
    if (scenario.noStore !== false) ctx.set('cache-control', 'no-store');
    if (application === undefined || (transaction?.clientId !== clientId && !isPreview)) {
      const elsewhere = loginRoute(application, data.configured('/tenants/settings'));
      if (elsewhere !== null) return ctx.redirect(elsewhere);
      ctx.status = 400;
      ctx.body = errorPage('invalid_request', NO_SESSION);
      return;
    }
    const html = await pageFor(parts, clientId);
    if (html === null) {
      ctx.body = errorPage('no_login_page', NO_PAGE);
      return;
    }
    const config = hostedConfig({
      host,
      tenant: data.name,
      application,
      transaction: transaction ?? null,
      csrf: csrfCookie.ensure(ctx),
      colors: brandColors(data.configured('/branding')['colors']),
    });
    const text = scenario.raw ?? encodeHostedConfig(layer(config, scenario.hosted ?? {}));
    // Auth0 replaces every occurrence.
    const served = html.split(MARKER).join(text);
    // With scripts forbidden, a browser shows what stands in <noscript>.
    if (scenario.javaScript === false)
      ctx.set('content-security-policy', 'sandbox allow-same-origin allow-popups');
    const tried = triedPolicy(html);
    if (tried !== null && (tried.isOnlyTried || pages.reloads)) {
      ctx.set(
        'content-security-policy-report-only',
        `${tried.policy}; report-uri ${tried.isOnlyTried ? ONLY_TRIED : HELD}`,
      );
    }
    ctx.type = 'text/html; charset=utf-8';
    ctx.body = pages.reloads ? withReload(served, pages.build()) : served;
  });

  router.post([HELD, ONLY_TRIED], (ctx) => {
    const what = violation(ctx.state.raw.toString('utf8'), ctx.path === ONLY_TRIED);
    ctx.status = what === null ? 400 : 204;
    if (what !== null) pages.violated(what);
  });

  return router;
}

/** Auth0's words (community.auth0.com/t/117674). */
const NO_SESSION =
  "You may have pressed the back button, refreshed during login, opened too many login dialogs, or there is some issue with cookies, since we couldn't find your session. Try logging in again from the application and if the problem persists please contact the administrator.";

/**
 * Where somebody goes whose login is not there: the application's own start of a login, or the tenant's.
 *
 * @see https://auth0.com/docs/authenticate/login/auth0-universal-login/configure-default-login-routes
 */
function loginRoute(
  application: Application | undefined,
  settings: Readonly<Record<string, unknown>>,
): string | null {
  const candidates = [application?.['initiate_login_uri'], settings['default_redirection_uri']];
  return candidates.find((it): it is string => typeof it === 'string' && /^https?:/.test(it)) ?? null;
}

const NO_PAGE =
  'This tenant has no login page of its own: Auth0 would show its stock page here. Turn one on with PATCH /api/v2/clients/global.';

/** @throws nothing: a variant that does not build is shown as what it is */
async function pageFor({ data, pages, scenarios }: Parts, clientId: string): Promise<string | null> {
  const scenario = scenarios.scenarioOf(clientId);
  if (scenario.html !== undefined) return scenario.html;
  if (scenario.settings !== undefined) {
    try {
      const variant = await pages.variant(scenario.settings);
      if (variant !== null) return variant;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return errorPage('not_built', error.message);
    }
  }
  return (
    data.loginPage(clientId) ??
    (pages.problem() === null ? null : errorPage('not_built', pages.problem() ?? ''))
  );
}

/** The colours of the tenant's branding, where there are any. */
const brandColors = (colors: unknown): Record<string, unknown> =>
  typeof colors === 'object' && colors !== null ? { ...colors } : {};
