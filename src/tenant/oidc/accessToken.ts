import type { JWTPayload } from 'jose';
import type Provider from 'oidc-provider';
import type { JWTStructured } from 'oidc-provider';
import type { Parts } from '../Parts.ts';
import { audienceOf } from './audience.ts';

/**
 * A JWT access token in one of Auth0's two profiles: its own, or, for APIs that ask for it, RFC 9068's.
 *
 * @param gty - the grants that led to it, oldest first, separated by spaces
 * @see https://auth0.com/docs/secure/tokens/access-tokens/access-token-profiles
 */
export function asAuth0(
  gty: string,
  { header, payload }: JWTStructured,
  { origin, isRfc9068, claims }: { origin: string; isRfc9068: boolean; claims: object },
): JWTStructured {
  const { aud, client_id, jti, sub, scope, ...rest } = payload;
  const own = audienceOf(String(aud));
  const isForUserinfo = String(scope ?? '')
    .split(' ')
    .includes('openid');
  const grants = grantTypes(gty);
  return {
    header: { ...header, typ: isRfc9068 ? 'at+jwt' : 'JWT' },
    payload: {
      ...rest,
      ...claims,
      sub: sub === client_id ? `${client_id}@clients` : sub,
      aud: isForUserinfo ? [own, `${origin}/userinfo`] : own,
      scope,
      ...(isRfc9068 ? { client_id, jti } : { azp: client_id, ...(grants !== undefined && { gty: grants }) }),
    },
  };
}

/** How a token came to be, newest first, as Auth0's `gty` has it; a login in a browser has none. */
function grantTypes(gty: string): string | string[] | undefined {
  const all = gty
    .split(' ')
    .filter((it) => it !== '' && it !== 'authorization_code' && it !== 'implicit')
    .map((it) => (it === 'client_credentials' ? 'client-credentials' : it))
    .reverse();
  return all.length > 1 ? all : all[0];
}

/**
 * Has `/userinfo` take JWTs that are for it: oidc-provider keeps opaque tokens alone.
 *
 * @param onGrant - hears of the grant that a token is found to belong to
 */
export function acceptJwts(
  provider: Provider,
  { key, origin }: Pick<Parts, 'key' | 'origin'>,
  onGrant: (grantId: string, payload: JWTPayload) => void,
): void {
  const { AccessToken, Grant, Client } = provider;
  const findOpaque = AccessToken.find.bind(AccessToken);
  const find = async (value: string, options?: { ignoreExpiration?: boolean }) => {
    if (!value.includes('.')) return findOpaque(value, options);
    const expected = { issuer: `${origin}/`, audience: `${origin}/userinfo` };
    const verified = await key.verify(value, expected).catch(() => null);
    if (verified === null) return undefined;
    const { payload } = verified;
    const { sub = '', azp, client_id, scope, cnf, exp } = payload;
    const client = await Client.find(String(azp ?? client_id));
    if (client === undefined) return undefined;
    const grant = new Grant({ clientId: client.clientId, accountId: sub });
    grant.addOIDCScope(String(scope));
    const grantId = await grant.save();
    onGrant(grantId, payload);
    const { jkt } = (cnf ?? {}) as { jkt?: string };
    return new AccessToken({
      ...{ client, accountId: sub, grantId, gty: '', scope: String(scope), exp },
      ...(jkt !== undefined && { jkt }),
    });
  };
  Object.assign(AccessToken, { find });
}
