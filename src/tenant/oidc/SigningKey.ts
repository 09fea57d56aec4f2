import { createHash, X509Certificate } from 'node:crypto';
import {
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  type JWK,
  type JWTVerifyResult,
  jwtVerify,
} from 'jose';
import { generate } from 'selfsigned';

/** The key that signs the tenant's tokens; a new one at each start. */
export interface SigningKey {
  /** Private, for the authorization server. */
  jwk: JWK;
  /** As `/.well-known/jwks.json` shows it: public, with its certificate (`x5c`, `x5t`). */
  published: JWK;
  /**
   * Verifies a token that the tenant has signed.
   *
   * @throws when signature, time, issuer or audience are wrong
   */
  verify(token: string, expected: { issuer: string; audience: string }): Promise<JWTVerifyResult>;
}

/** @param host - in whose name the key's certificate is */
export async function makeSigningKey(host: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
  const known = { alg: 'RS256', use: 'sig', kid: 'local-tenant' };
  const keyPair = { privateKey: await exportPKCS8(privateKey), publicKey: await exportSPKI(publicKey) };
  const { cert } = await generate([{ name: 'commonName', value: host }], { algorithm: 'sha256', keyPair });
  const { raw } = new X509Certificate(cert);
  const { kty, n, e } = await exportJWK(publicKey);
  return {
    jwk: { ...(await exportJWK(privateKey)), ...known },
    published: {
      ...{ kty, n, e, ...known },
      x5t: createHash('sha1').update(raw).digest('base64url'),
      x5c: [raw.toString('base64')],
    } as JWK,
    verify: (token, expected) => jwtVerify(token, publicKey, expected),
  };
}
