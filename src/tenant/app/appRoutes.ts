import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';

/** The sample app at `/app`. */
export function appRoutes(_parts: Parts): Router<TenantState> {
  return new Router<TenantState>();
}
