import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import validateDPoP from 'oidc-provider/lib/helpers/validate_dpop.js';
import type { Parts } from '../Parts.ts';
import { type Problem, problem } from '../passwordless/Problem.ts';
import { type Entry, logIn, tryCode } from '../passwordless/tryCode.ts';
import { resourceServer } from './audience.ts';

/** A code exchanged for tokens without a browser: native applications, back ends. */
export const OTP_GRANT = 'http://auth0.com/oauth/grant-type/passwordless/otp';

/** What an application gets that asks for no scope. */
const DEFAULT_SCOPE = 'openid profile email phone';

type OtpParts = Pick<Parts, 'data' | 'codes' | 'clock' | 'origin'>;

/**
 * Adds Auth0's passwordless grant to `/oauth/token`, for applications that have it among their `grant_types`.
 *
 * @see docs-v2 `embedded-login/native.mdx`, `embedded-login/webapps.mdx`
 */
export function registerOtpGrant(provider: Provider, parts: OtpParts): void {
  const fields = ['realm', 'username', 'otp', 'scope', 'audience'];
  provider.registerGrantType(OTP_GRANT, (ctx) => exchange(provider, parts, ctx), fields);
}

async function exchange(provider: Provider, parts: OtpParts, ctx: KoaContextWithOIDC): Promise<void> {
  const { client, params = {} } = ctx.oidc;
  if (client === undefined) return;
  // Before the code is used: a proof without a nonce is tried again.
  const jkt = (await validateDPoP(ctx))?.thumbprint;
  const entry = otpEntry(parts, client.clientId, params);
  if ('status' in entry) {
    ctx.status = entry.status;
    ctx.body = entry.body;
    return;
  }
  const { user_id: accountId } = logIn(parts, entry);
  const asked = typeof params['scope'] === 'string' ? params['scope'] : DEFAULT_SCOPE;
  const scopes = new Set(asked.split(' '));
  if (!client.grantTypeAllowed('refresh_token')) scopes.delete('offline_access');
  const server = resourceServer(ctx, parts);

  const grant = new provider.Grant({ clientId: client.clientId, accountId });
  grant.addOIDCScope(asked);
  if (server !== undefined) grant.addResourceScope(server.identifier(), asked);
  const grantId = await grant.save();
  ctx.oidc.entity('Grant', grant);

  const owned = { client, accountId, grantId, gty: OTP_GRANT };
  const access = new provider.AccessToken({
    ...owned,
    ...(jkt !== undefined && { jkt }),
    ...(server !== undefined && { resourceServer: server }),
    scope:
      server === undefined
        ? grant.getOIDCScopeFiltered(scopes)
        : grant.getResourceScopeFiltered(server.identifier(), scopes),
  });
  ctx.oidc.entity('AccessToken', access);
  const access_token = await access.save();

  const body: Record<string, unknown> = {
    access_token,
    scope: access.scope,
    expires_in: access.expiration,
    token_type: access.tokenType,
  };
  if (scopes.has('offline_access')) {
    const resource = server?.identifier();
    const refresh = new provider.RefreshToken({
      ...owned,
      scope: [...scopes].join(' '),
      ...(resource !== undefined && { resource }),
      ...(jkt !== undefined && client.clientAuthMethod === 'none' && { jkt }),
    });
    body['refresh_token'] = await refresh.save();
  }
  if (scopes.has('openid')) {
    const account = await provider.Account.findAccount(ctx, accountId);
    const claims = (await account?.claims('id_token', asked, {}, [])) ?? { sub: accountId };
    const idToken = new provider.IdToken(claims, { ctx });
    // Which claims go into the token; oidc-provider's types leave these two out.
    Object.assign(idToken, { scope: grant.getOIDCScopeFiltered(scopes), mask: {} });
    idToken.set('at_hash', access_token);
    body['id_token'] = await idToken.issue({ use: 'idtoken' });
  }
  ctx.body = body;
}

/** Tries the code of a request. @returns whom it is for, or the answer that refuses the request */
function otpEntry(
  parts: OtpParts,
  clientId: string,
  params: Readonly<Record<string, unknown>>,
): Entry | Problem {
  const missing = ['realm', 'username', 'otp'].find((name) => !params[name]);
  if (missing !== undefined) {
    return problem(400, 'invalid_request', `Missing required parameter: ${missing}`);
  }
  const { realm, username, otp } = params;
  const connection = parts.data.connectionNamed(String(realm));
  if (connection === undefined) return problem(403, 'invalid_request', 'the connection was not found');
  if (!connection.enabled_clients.includes(clientId)) {
    return problem(403, 'invalid_request', 'the connection was disabled');
  }
  const field = connection.strategy === 'sms' ? 'phone_number' : 'email';
  const entry = tryCode(parts, { connection: realm, verification_code: otp, [field]: username });
  if (!('status' in entry)) return entry;
  const { error, error_description: description } = entry.body;
  if (error === 'invalid_user_password') return problem(403, 'invalid_grant', description);
  return error.startsWith('bad.') ? problem(400, 'invalid_request', description) : entry;
}
