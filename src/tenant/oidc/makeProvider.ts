import { randomBytes } from 'node:crypto';
import Provider, { errors, interactionPolicy, type KoaContextWithOIDC } from 'oidc-provider';
import type { Application } from '../data/Application.ts';
import { isPasswordless } from '../data/Connection.ts';
import { errorPage } from '../login/errorPage.ts';
import type { Parts } from '../Parts.ts';
import { account } from './account.ts';
import { authorizeQuery } from './authorizeQuery.ts';
import { connectionProblem } from './connectionProblem.ts';
import { ApplicationStore, Store } from './Store.ts';
import { urlAllowed } from './urlAllowed.ts';

const SECONDS = { tenMinutes: 600, tenHours: 36_000, day: 86_400, days30: 2_592_000 } as const;

/**
 * The authorization server underneath: oidc-provider, under Auth0's paths. It does the OpenID Connect; what
 * Auth0 adds to it is decided where it asks for a login.
 */
export function makeProvider(parts: Omit<Parts, 'provider'>): Provider {
  const { data, clock, origin, key, limits } = parts;
  const applicationOf = (clientId: string): Application | undefined => data.applications.get(clientId);

  const provider = new Provider(`${origin}/`, {
    adapter: (kind: string) => (kind === 'Client' ? new ApplicationStore(clock, data) : new Store(clock)),
    jwks: { keys: [key.jwk] },
    routes: {
      authorization: '/authorize',
      token: '/oauth/token',
      userinfo: '/userinfo',
      jwks: '/.well-known/jwks.json',
      revocation: '/oauth/revoke',
      end_session: '/oidc/logout',
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource },
      webMessageResponseMode: { enabled: true, ack: 'individual-draft-01' },
      resourceIndicators: {
        enabled: true,
        defaultResource: (ctx) => audienceOf(ctx) ?? [],
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: API_SCOPES,
          accessTokenFormat: 'jwt',
          accessTokenTTL: SECONDS.day,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    responseTypes: [
      'code',
      'id_token',
      'id_token token',
      'code id_token',
      'code token',
      'code id_token token',
      'none',
    ],
    scopes: ['openid', 'profile', 'email', 'phone', 'offline_access'],
    claims: {
      openid: ['sub'],
      profile: ['name', 'nickname', 'updated_at'],
      email: ['email', 'email_verified'],
      phone: ['phone_number', 'phone_number_verified'],
    },
    // Auth0 puts the claims of the scopes into the ID token, whatever else is asked for.
    conformIdTokenClaims: false,
    extraParams: ['audience'],
    pkce: { required: () => false },
    cookies: {
      keys: [randomBytes(24).toString('base64url')],
      names: { session: 'auth0', interaction: 'auth0_interaction', resume: 'auth0_resume' },
      long: { signed: true, sameSite: 'none', secure: true, httpOnly: true },
      short: { signed: true, sameSite: 'lax', secure: true, httpOnly: true },
    },
    ttl: {
      AccessToken: SECONDS.day,
      AuthorizationCode: SECONDS.tenMinutes,
      ClientCredentials: SECONDS.day,
      Grant: SECONDS.days30,
      IdToken: SECONDS.tenHours,
      Interaction: limits.transactionSeconds,
      RefreshToken: SECONDS.days30,
      Session: 3 * SECONDS.day,
    },
    findAccount: (_ctx, id) => {
      const user = data.users.byId(id);
      return user === undefined ? undefined : account(user);
    },
    // An application of one's own needs no consent: what it asks for is granted.
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, params } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      const scope = typeof params?.['scope'] === 'string' ? params['scope'] : '';
      grant.addOIDCScope(scope);
      for (const resource of Object.keys(oidc.resourceServers ?? {})) grant.addResourceScope(resource, scope);
      await grant.save();
      return grant;
    },
    issueRefreshToken: async (_ctx, client, code) =>
      client.grantTypeAllowed('refresh_token') && code.scopes.has('offline_access'),
    clientBasedCORS: (_ctx, from, client) => {
      const { web_origins, callbacks } = applicationOf(client.clientId) ?? { web_origins: [], callbacks: [] };
      return [...web_origins, ...callbacks.flatMap(originOf)].includes(from);
    },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, description ?? '');
    },
    interactions: { policy: policy(), url: (ctx, interaction) => askForLogin(parts, ctx, interaction) },
  });

  // Auth0's lists allow what OpenID Connect's registration does not: wildcards, and http on any host.
  const { prototype } = provider.Client;
  prototype.redirectUriAllowed = function redirectUriAllowed(uri) {
    return urlAllowed(uri, applicationOf(this.clientId)?.callbacks ?? []);
  };
  prototype.postLogoutRedirectUriAllowed = function postLogoutRedirectUriAllowed(uri) {
    return urlAllowed(uri, applicationOf(this.clientId)?.allowed_logout_urls ?? []);
  };
  return provider;
}

/** Everything that a machine may ask of the Management API, and what an API of one's own may call its own. */
export const API_SCOPES = ['clients', 'client_keys', 'connections', 'prompts', 'tenant_settings', 'users']
  .concat(['attack_protection', 'guardian_factors', 'resource_servers', 'client_grants', 'branding'])
  .flatMap((what) => ['read', 'create', 'update', 'delete'].map((verb) => `${verb}:${what}`))
  .join(' ');

function audienceOf({ oidc }: KoaContextWithOIDC): string | undefined {
  const audience = oidc.params?.['audience'] ?? oidc.body?.['audience'];
  return typeof audience === 'string' && audience !== '' ? audience : undefined;
}

const originOf = (url: string): string[] => (URL.canParse(url) ? [new URL(url).origin] : []);

/** A login is asked for where there is no session, and where a login ticket has just been given. */
function policy() {
  const base = interactionPolicy.base();
  const { Check } = interactionPolicy;
  base
    .get('login')
    ?.checks.add(
      new Check('login_ticket', 'a login ticket is to be redeemed', 'login_required', ({ req, oidc }) =>
        authorizeQuery(req)?.['login_ticket'] !== undefined && oidc.result?.login === undefined
          ? Check.REQUEST_PROMPT
          : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return base;
}

type Interaction = InstanceType<Provider['Interaction']>;

/** Where the browser goes that has to log in: Auth0's login page, unless something is wrong or known. */
async function askForLogin(
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

/** oidc-provider's own page asks whether to log out; Auth0's does not, where a logout URL is given. */
function logoutSource(ctx: KoaContextWithOIDC, form: string): void {
  ctx.body = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Logging out</title></head><body>${form}<script>
const form = document.forms[0];
const field = document.createElement('input');
field.type = 'hidden'; field.name = 'logout'; field.value = 'yes';
form.append(field); form.submit();
</script></body></html>`;
}
