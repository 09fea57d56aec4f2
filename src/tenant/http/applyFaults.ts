import type { Next } from 'koa';
import type { Parts } from '../Parts.ts';
import { clientOf } from './clientOf.ts';
import type { TenantContext } from './TenantContext.ts';

/** Lets go wrong what a test or a scenario wants to go wrong; the tenant's faults go before a scenario's. */
export function applyFaults({ faults, scenarios }: Pick<Parts, 'faults' | 'scenarios'>) {
  return async (ctx: TenantContext, next: Next): Promise<void> => {
    ctx.state.clientId = clientOf(ctx);
    const own = scenarios.of(ctx.state.clientId)?.faults;
    const general = faults.meet(ctx.path, ctx.method);
    const fault = general ?? own?.meet(ctx.path, ctx.method) ?? null;
    if (fault === null) return next();
    const { delay = 0, answer } = fault;
    if (delay > 0) await new Promise((done) => setTimeout(done, delay));
    if (answer === undefined) return next();
    if (answer === 'hang') {
      await Promise.race([(general === null ? own : faults)?.cleared(), closed(ctx)]);
      return next();
    }
    if (answer === 'reset' || answer === 'cut') {
      if (answer === 'cut') await next();
      ctx.respond = false;
      ctx.req.socket.destroy();
      return;
    }
    ctx.status = answer.status;
    ctx.body = answer.body ?? '';
    if (answer.type !== undefined) ctx.type = answer.type;
  };
}

const closed = ({ res }: TenantContext) => new Promise<void>((resolve) => res.once('close', () => resolve()));
