import { randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';
import type { Application } from '../data/Application.ts';
import { originAllowed } from '../data/origins.ts';
import { errorPage } from '../login/errorPage.ts';
import type { Parts } from '../Parts.ts';
import { acceptJwts, asAuth0 } from './accessToken.ts';
import { account } from './account.ts';
import { answerAsAuth0 } from './answerAsAuth0.ts';
import { askForLogin } from './askForLogin.ts';
import { audienceOf, resourceOf, resourceServerInfo } from './audience.ts';
import { authorizeQuery } from './authorizeQuery.ts';
import { loginPolicy } from './loginPolicy.ts';
import { logoutSource } from './logoutSource.ts';
import { type OrganizationClaims, organizationClaims } from './organization.ts';
import { registerOtpGrant } from './otpGrant.ts';
import { urlAllowed } from './urlAllowed.ts';

const SECONDS = { tenMinutes: 600, tenHours: 36_000, day: 86_400, days30: 2_592_000 } as const;

/**
 * The authorization server underneath: oidc-provider, under Auth0's paths. It does the OpenID Connect; what
 * Auth0 adds to it is decided where it asks for a login.
 */
export function makeProvider(parts: Omit<Parts, 'provider'>): Provider {
  const { data, origin, key, limits, stores } = parts;
  const applicationOf = (clientId: string): Application | undefined => data.applications.get(clientId);

  /** Of the grants that name one: oidc-provider has no place for it in a code or a refresh token. */
  const organizations = new LRUCache<string, OrganizationClaims>({ max: 5_000 });
  const organizationOf = ({ oidc }: KoaContextWithOIDC, grantId?: string): OrganizationClaims =>
    organizations.get(grantId ?? '') ??
    organizationClaims(oidc.params?.['organization'] ?? oidc.body?.['organization']);
  /** Of the grants that want a refresh token: oidc-provider forgets it where it cannot ask for consent. */
  const silentOffline = new LRUCache<string, true>({ max: 5_000 });

  const provider = new Provider(`${origin}/`, {
    adapter: (kind: string) => stores.open(kind),
    jwks: { keys: [key.jwk] },
    routes: {
      authorization: '/authorize',
      token: '/oauth/token',
      userinfo: '/userinfo',
      jwks: '/.well-known/jwks.json',
      revocation: '/oauth/revoke',
      pushed_authorization_request: '/oauth/par',
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
        // Without an audience there is no resource; the types know `undefined` no more than the docs.
        defaultResource: (ctx) => resourceOf(ctx, data) as string,
        useGrantedResource: () => true,
        getResourceServerInfo: (ctx, resource) => resourceServerInfo(ctx, resource, origin),
      },
      dPoP: {
        enabled: true,
        nonceSecret: randomBytes(32),
        // Auth0 wants a nonce of public clients (docs-v2, `demonstrating-proof-of-possession-dpop.mdx`).
        requireNonce: ({ oidc }) => oidc.client?.clientAuthMethod === 'none' && oidc.route === 'token',
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
      openid: ['sub', 'org_id', 'org_name'],
      profile: ['name', 'nickname', 'updated_at'],
      email: ['email', 'email_verified'],
      phone: ['phone_number'],
    },
    // Auth0 puts the claims of the scopes into the ID token, whatever else is asked for.
    conformIdTokenClaims: false,
    extraParams: ['audience', 'organization'],
    // passport-auth0 asks so.
    acceptQueryParamAccessTokens: true,
    formats: {
      customizers: {
        jwt: (ctx, token, parts) => {
          const grantId = 'grantId' in token ? token.grantId : undefined;
          const gty = 'gty' in token ? token.gty : 'client_credentials';
          const isRfc9068 = data.tokenDialects.get(audienceOf(String(token.aud))) === 'rfc9068_profile';
          const claims = organizationOf(ctx, grantId);
          return Object.assign(parts, asAuth0(gty, parts, { origin, isRfc9068, claims }));
        },
      },
    },
    // The only one that oidc-provider knows of is a placeholder.
    allowOmittingSingleRegisteredRedirectUri: false,
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
      IdToken: (_ctx, _token, client) =>
        applicationOf(client.clientId)?.jwt_configuration?.lifetime_in_seconds ?? SECONDS.tenHours,
      Interaction: limits.transactionSeconds,
      RefreshToken: (_ctx, _token, client) => {
        const { expiration_type: type, token_lifetime } = applicationOf(client.clientId)?.refresh_token ?? {};
        return (type === 'expiring' ? token_lifetime : undefined) ?? SECONDS.days30;
      },
      Session: 3 * SECONDS.day,
    },
    findAccount: (ctx, id, token) => {
      const user = data.users.byId(id);
      const grantId = token !== undefined && 'grantId' in token ? token.grantId : undefined;
      return user === undefined ? undefined : account(user, () => organizationOf(ctx, grantId));
    },
    // An application of one's own needs no consent: what it asks for is granted.
    loadExistingGrant: async ({ req, oidc }) => {
      const { client, session, params } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      const scope = typeof params?.['scope'] === 'string' ? params['scope'] : '';
      grant.addOIDCScope(scope);
      for (const resource of Object.keys(oidc.resourceServers ?? {})) grant.addResourceScope(resource, scope);
      const grantId = await grant.save();
      organizations.set(grantId, organizationClaims(params?.['organization']));
      if (/\boffline_access\b/.test(authorizeQuery(req)?.['scope'] ?? '')) silentOffline.set(grantId, true);
      return grant;
    },
    issueRefreshToken: async (_ctx, client, { scopes, grantId = '' }) =>
      client.grantTypeAllowed('refresh_token') &&
      (scopes.has('offline_access') || silentOffline.has(grantId)),
    // Auth0's tokens live on when the session ends, or is used for another login.
    expiresWithSession: () => false,
    rotateRefreshToken: ({ oidc }) =>
      applicationOf(oidc.client?.clientId ?? '')?.refresh_token?.rotation_type === 'rotating',
    clientBasedCORS: (_ctx, from, client) => {
      const application = applicationOf(client.clientId);
      return application !== undefined && originAllowed(application, from);
    },
    renderError: (ctx, { error, error_description: description }) => {
      ctx.type = 'html';
      ctx.body = errorPage(error, description ?? '');
    },
    interactions: {
      policy: loginPolicy(data),
      url: (ctx, interaction) => askForLogin(parts, ctx, interaction),
    },
  });

  // Auth0's lists allow what OpenID Connect's registration does not: wildcards, and http on any host.
  const { prototype } = provider.Client;
  prototype.redirectUriAllowed = function redirectUriAllowed(uri) {
    return urlAllowed(uri, applicationOf(this.clientId)?.callbacks ?? []);
  };
  // Auth0's ID tokens name the session.
  prototype.includeSid = () => true;
  prototype.postLogoutRedirectUriAllowed = function postLogoutRedirectUriAllowed(uri) {
    return urlAllowed(uri, applicationOf(this.clientId)?.allowed_logout_urls ?? []);
  };

  registerOtpGrant(provider, parts);
  acceptJwts(provider, parts, (grantId, { org_id, org_name }) =>
    organizations.set(grantId, {
      ...(typeof org_id === 'string' && { org_id }),
      ...(typeof org_name === 'string' && { org_name }),
    }),
  );
  answerAsAuth0(provider, parts);
  return provider;
}
