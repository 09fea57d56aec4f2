import Router from '@koa/router';
import type { TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';

/** The Management API, under `/api/v2`. */
export function managementRoutes(_parts: Parts): Router<TenantState> {
  return new Router<TenantState>();
}
