import type { TenantContext } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { errorPage } from './errorPage.ts';
import type { Transaction } from './Transactions.ts';

/** How a login ends: with a user, or with an error for the application. */
export type LoginEnd = { login: { accountId: string } } | { error: string; error_description: string };

/** Ends a login: the browser goes back into the authorization that it came from. */
export async function finishLogin(
  { provider, transactions }: Pick<Parts, 'provider' | 'transactions'>,
  ctx: TenantContext,
  transaction: Transaction,
  end: LoginEnd,
): Promise<void> {
  transactions.end(transaction);
  const interaction = await provider.Interaction.find(transaction.interactionId);
  if (interaction === undefined) {
    ctx.status = 400;
    ctx.body = errorPage('invalid_request', 'Invalid state');
    return;
  }
  interaction.result = end;
  // Another login in this browser may have ended meanwhile: it is this one that counts from now on.
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
  const session = await provider.Session.get(provider.app.createContext(ctx.req, ctx.res));
  const isAnother = 'login' in end && session.accountId !== end.login.accountId;
  if (session.accountId !== undefined && isAnother) await session.destroy();
  ctx.redirect(interaction.returnTo);
}
