import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';

/**
 * Verifies an ID token: signature, issuer, audience, time. auth0-spa-js leaves the signature to the HTTPS
 * that the token came by; a server that receives one must not.
 *
 * @throws when any of it is wrong
 */
export async function verifyIdToken(token: string, clientId: string): Promise<JWTPayload> {
  const keys = createRemoteJWKSet(new URL('/.well-known/jwks.json', location.origin));
  const { payload } = await jwtVerify(token, keys, {
    issuer: `${location.origin}/`,
    audience: clientId,
    algorithms: ['RS256'],
  });
  return payload;
}
