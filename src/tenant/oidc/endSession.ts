import type { TenantContext } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';

/** Ends whatever session the browser has with the tenant; applications are not told. */
export async function endSession(ctx: TenantContext, { provider }: Pick<Parts, 'provider'>): Promise<void> {
  const session = await provider.Session.get(provider.app.createContext(ctx.req, ctx.res));
  await session.destroy();
  ctx.cookies.set('auth0', null, { path: '/' });
}
