import { randomBytes } from 'node:crypto';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';
import type { Application } from '../data/Application.ts';
import { originAllowed } from '../data/origins.ts';
import { errorPage } from '../login/errorPage.ts';
import type { Parts } from '../Parts.ts';
import { account } from './account.ts';
import { API_SCOPES } from './apiScopes.ts';
import { askForLogin } from './askForLogin.ts';
import { loginPolicy } from './loginPolicy.ts';
import { logoutSource } from './logoutSource.ts';
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
      phone: ['phone_number'],
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
      const application = applicationOf(client.clientId);
      return application !== undefined && originAllowed(application, from);
    },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, description ?? '');
    },
    interactions: { policy: loginPolicy(), url: (ctx, interaction) => askForLogin(parts, ctx, interaction) },
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

function audienceOf({ oidc }: KoaContextWithOIDC): string | undefined {
  const audience = oidc.params?.['audience'] ?? oidc.body?.['audience'];
  return typeof audience === 'string' && audience !== '' ? audience : undefined;
}
