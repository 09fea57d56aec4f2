import Router from '@koa/router';
import type { Next } from 'koa';
import { API_BODY_LIMIT } from '../../settings/limits.ts';
import { PAYLOAD_TOO_LARGE } from '../http/catchErrors.ts';
import type { TenantContext, TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { ApiError, apiErrors } from './ApiError.ts';
import { clientsRoutes } from './clientsRoutes.ts';
import { configurationRoutes } from './configurationRoutes.ts';
import { connectionsRoutes } from './connectionsRoutes.ts';
import { emptyRoutes } from './emptyRoutes.ts';
import { providersRoutes } from './providersRoutes.ts';
import { RateLimit, type Standing } from './RateLimit.ts';
import { requiredScope } from './requiredScope.ts';
import { TokenBucket } from './TokenBucket.ts';

const PREFIX = '/api/v2';

/** The Management API, under `/api/v2`: the part that shipping a login page needs. */
export function managementRoutes(parts: Parts): Router<TenantState> {
  const router = new Router<TenantState>({ prefix: PREFIX });
  const { managementPerMinute, managementPerSecond } = parts.limits;
  const rateLimits = [
    new RateLimit(parts.clock, managementPerMinute),
    ...(Number.isFinite(managementPerSecond) ? [new TokenBucket(parts.clock, managementPerSecond)] : []),
  ];

  const guard = async (ctx: TenantContext, next: Next): Promise<void> => {
    try {
      const { sub, scopes } = await caller(parts, ctx.get('authorization'));
      const { limit, remaining, reset, allowed } = tightest(rateLimits.map((it) => it.take(sub)));
      ctx.set({
        'x-ratelimit-limit': `${limit}`,
        'x-ratelimit-remaining': `${remaining}`,
        'x-ratelimit-reset': `${reset}`,
      });
      if (!allowed) {
        ctx.set('retry-after', `${Math.max(1, reset - Math.floor(parts.clock.now() / 1000))}`);
        throw apiErrors.tooMany();
      }
      if (ctx.state.raw.length > API_BODY_LIMIT) throw new ApiError(413, PAYLOAD_TOO_LARGE);
      const scope = requiredScope(ctx.method, ctx.path.slice(PREFIX.length));
      if (scope === null) throw apiErrors.notFound();
      if (!scopes.includes(scope)) throw apiErrors.insufficientScope(scope);
      await next();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      ctx.status = error.statusCode;
      ctx.body = error.toJSON();
    }
  };

  router.use(guard);
  clientsRoutes(router, parts);
  connectionsRoutes(router, parts);
  configurationRoutes(router, parts);
  providersRoutes(router, parts);
  emptyRoutes(router);
  // What is under /api/v2 and nothing of the above.
  router.all('/(.*)', () => {
    throw apiErrors.notFound();
  });
  return router;
}

/** The one that refuses, else the one that leaves the least: what Auth0's headers tell of several. */
function tightest(standings: readonly Standing[]): Standing {
  const rank = ({ allowed, remaining }: Standing) => (allowed ? remaining : -1);
  return standings.reduce((least, it) => (rank(it) < rank(least) ? it : least));
}

/** @throws ApiError when there is no token, or none of this tenant's for this API */
async function caller(
  { key, origin }: Parts,
  authorization: string,
): Promise<{ sub: string; scopes: string[] }> {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) throw apiErrors.missingToken();
  const { payload } = await key
    .verify(token, { issuer: `${origin}/`, audience: `${origin}/api/v2/` })
    .catch(() => Promise.reject(apiErrors.invalidToken()));
  const scope = typeof payload['scope'] === 'string' ? payload['scope'] : '';
  return { sub: payload.sub ?? '', scopes: scope.split(' ') };
}
