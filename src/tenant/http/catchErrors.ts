import type { Next } from 'koa';
import type { TenantContext } from './TenantContext.ts';

/** Answers what went wrong as JSON: what the request did as what it is, and anything else as our own fault. */
export function catchErrors(report: (error: unknown) => void) {
  return async (ctx: TenantContext, next: Next): Promise<void> => {
    try {
      await next();
    } catch (error) {
      const { status = 500, message } = error as { status?: number; message?: string };
      // The visitor has left in the middle of a request.
      if (ctx.req.destroyed && !ctx.req.complete) return;
      if (status >= 500) report(error);
      ctx.status = status;
      ctx.body =
        status === 413
          ? { statusCode: 413, error: 'Request Entity Too Large', message: PAYLOAD_TOO_LARGE }
          : { statusCode: status, error: 'invalid_request', message: message ?? 'Something went wrong' };
    }
  };
}

export const PAYLOAD_TOO_LARGE = 'Payload content length greater than maximum allowed: 1048576';
