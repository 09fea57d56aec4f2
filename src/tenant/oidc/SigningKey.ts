import { exportJWK, generateKeyPair, type JWK, type JWTVerifyResult, jwtVerify } from 'jose';

/** The key that signs the tenant's tokens; made anew at each start. */
export interface SigningKey {
  /** Private, for the authorization server. */
  jwk: JWK;
  /**
   * Verifies a token that the tenant has signed.
   *
   * @throws when signature, time, issuer or audience are wrong
   */
  verify(token: string, expected: { issuer: string; audience: string }): Promise<JWTVerifyResult>;
}

export async function makeSigningKey(): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'local-tenant' };
  return { jwk, verify: (token, expected) => jwtVerify(token, publicKey, expected) };
}
