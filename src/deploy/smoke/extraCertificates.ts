import { createHash, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Environment } from '../api/readCredentials.ts';

/**
 * The certificates that `NODE_EXTRA_CA_CERTS` adds for Node, for a browser that is to trust the same: the
 * SHA-256 of each public key, base64. Empty where there are none; Node itself warns of a file that it cannot
 * read.
 */
export async function extraCertificates(env: Environment): Promise<string[]> {
  const file = env['NODE_EXTRA_CA_CERTS'] ?? '';
  const pem = file === '' ? '' : await readFile(file, 'utf8').catch(() => '');
  const certificates = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return certificates.flatMap((text) => {
    try {
      const key = new X509Certificate(text).publicKey.export({ type: 'spki', format: 'der' });
      return [createHash('sha256').update(key).digest('base64')];
    } catch {
      return [];
    }
  });
}
