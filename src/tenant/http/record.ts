import type { Next } from 'koa';
import type { Recorded } from './Recorded.ts';
import type { TenantContext } from './TenantContext.ts';

/** More than a test makes; the eldest are dropped, so that a tenant that runs for days stays small. */
const MOST = 5_000;
/** Bodies that are longer, a page that is uploaded, are not kept. */
const LONGEST_BODY = 64 * 1024;

/** Keeps what was asked, for tests to look at. */
export function record(requests: Recorded[]) {
  return async (ctx: TenantContext, next: Next): Promise<void> => {
    const recorded: Recorded = {
      method: ctx.method,
      path: ctx.path,
      query: Object.fromEntries(new URLSearchParams(ctx.querystring)),
      body: ctx.state.raw.length > LONGEST_BODY ? {} : ctx.state.body,
      headers: ctx.headers,
      status: 0,
    };
    requests.push(recorded);
    if (requests.length > MOST) requests.splice(0, requests.length - MOST);
    try {
      await next();
    } finally {
      recorded.status = ctx.status;
    }
  };
}
