import koaCors from '@koa/cors';
import { originAllowed } from '../data/origins.ts';
import type { TenantData } from '../data/TenantData.ts';
import type { TenantContext } from './TenantContext.ts';

/** Paths that scripts of other sites may call, where their application allows it. */
const SHARED =
  /^\/(?:passwordless\/(?:start|verify|challenge)|co\/authenticate|usernamepassword\/challenge|user\/(?:geoloc\/country|ssodata))$/;

/**
 * Cross-origin calls of what Lock calls: from the origins that any application allows, as a preflight does
 * not say which application it is for. `/co/authenticate` looks at its own application's again.
 */
export function cors(data: TenantData) {
  const handle = koaCors({
    credentials: true,
    maxAge: 3600,
    keepHeadersOnError: true,
    origin: (ctx) => {
      const from = ctx.get('origin');
      const all = [...data.applications.values()];
      return all.some((application) => originAllowed(application, from)) ? from : '';
    },
  });
  return (ctx: TenantContext, next: () => Promise<void>): Promise<void> =>
    SHARED.test(ctx.path) ? handle(ctx as Parameters<typeof handle>[0], next) : next();
}
