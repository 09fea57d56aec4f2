import type { Next } from 'koa';
import rawBody from 'raw-body';
import type { TenantContext } from './TenantContext.ts';

/** Auth0's own limit for the Management API, and a bit, so that it is the API that refuses. */
const MOST_BYTES = 4 * 1024 * 1024;

/** Reads the body once, for everything that comes after. */
export async function readBody(ctx: TenantContext, next: Next): Promise<void> {
  ctx.state.raw = Buffer.alloc(0);
  ctx.state.body = {};
  ctx.state.malformed = false;
  if (!['GET', 'HEAD', 'OPTIONS'].includes(ctx.method)) {
    ctx.state.raw = await rawBody(ctx.req, { limit: MOST_BYTES });
    const fields = parse(ctx.state.raw.toString('utf8'), ctx.get('content-type'));
    if (fields === null) ctx.state.malformed = true;
    else ctx.state.body = fields;
  }
  await next();
}

function parse(text: string, type: string): Record<string, unknown> | null {
  if (text.trim() === '') return {};
  if (!type.includes('json')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
