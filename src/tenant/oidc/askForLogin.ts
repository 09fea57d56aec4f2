import type Provider from 'oidc-provider';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import { isPasswordless } from '../data/Connection.ts';
import type { Parts } from '../Parts.ts';
import { authorizeQuery } from './authorizeQuery.ts';
import { connectionProblem } from './connectionProblem.ts';

type Interaction = InstanceType<Provider['Interaction']>;

/** Where the browser goes that has to log in: Auth0's login page, unless something is wrong or known. */
export async function askForLogin(
  { data, origin, tickets, transactions }: Omit<Parts, 'provider'>,
  ctx: KoaContextWithOIDC,
  interaction: Interaction,
): Promise<string> {
  const query = authorizeQuery(ctx.req) ?? {};
  const clientId = String(interaction.params['client_id']);
  const finish = async (result: Interaction['result']): Promise<string> => {
    interaction.result = { ...interaction.result, ...result };
    // The session of before may be another one by now: it is this login that counts.
    delete interaction.session;
    await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
    return interaction.returnTo;
  };
  if (interaction.prompt.name === 'consent') return finish({ ...interaction.lastSubmission, consent: {} });

  const problem = connectionProblem(data, clientId, query['connection']);
  if (problem !== null && query['login_ticket'] === undefined) throw new errors.InvalidRequest(problem);

  if (query['login_ticket'] !== undefined) {
    const user = tickets.redeem(query['login_ticket'], clientId);
    if (user === null) throw new errors.AccessDenied('Unknown or invalid login ticket.');
    const { session } = ctx.oidc;
    if (session?.accountId !== undefined && session.accountId !== user) await session.destroy();
    return finish({ login: { accountId: user } });
  }

  const transaction = transactions.begin({
    clientId,
    redirectUri: String(interaction.params['redirect_uri'] ?? ''),
    params: query,
    interactionId: interaction.uid,
  });
  const social = data.connectionNamed(query['connection'] ?? '');
  const isSocial = social !== undefined && !isPasswordless(social.strategy);
  const address = new URLSearchParams({ state: transaction.state, client: clientId, ...rest(query) });
  return `${origin}${isSocial ? '/tenant/social' : '/login'}?${address}`;
}

/** Auth0 repeats the request in the address of the login page, but for what names the two sides. */
function rest(query: Readonly<Record<string, string>>): Record<string, string> {
  const left = Object.entries(query).filter(([name]) => !['state', 'client_id', 'client'].includes(name));
  return { protocol: 'oauth2', ...Object.fromEntries(left) };
}
