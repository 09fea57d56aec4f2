import { createHash, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../settings/UserError.ts';
import type { Environment } from '../api/readCredentials.ts';

const NAME = 'NODE_EXTRA_CA_CERTS';

/**
 * Reads the certificates that `NODE_EXTRA_CA_CERTS` adds to those that Node trusts. Node itself reads the variable at
 * its start alone, before `.env` can set it, and only warns of a file that is not there.
 *
 * @param cwd - where a relative path starts, as for Node
 * @returns none where the variable is not set
 * @throws UserError where the file cannot be read, or holds no certificate
 */
export function readCertificates(env: Environment, cwd: string): X509Certificate[] {
  const given = env[NAME]?.trim() ?? '';
  if (given === '') return [];
  const file = resolve(cwd, given);
  const bytes = read(file, given, cwd);
  const blocks =
    bytes.toString('latin1').match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) {
    throw new UserError(
      `${NAME} is ${given}, which holds no certificate in PEM form (-----BEGIN CERTIFICATE-----).\n${
        certificateOf(bytes) === null
          ? "Set it to the file of your company's certificate authority, or unset it."
          : `It is a certificate in DER form: openssl x509 -inform der -in "${given}" -out ca.pem turns it into PEM.`
      }`,
    );
  }
  return blocks.map((block, at) => {
    const certificate = certificateOf(block);
    if (certificate !== null) return certificate;
    throw new UserError(
      `${NAME} is ${given}, whose certificate ${at + 1} of ${blocks.length} cannot be read.\nIt may have been cut or edited: get the file again, or unset ${NAME}.`,
    );
  });
}

/** The SHA-256 of its public key, base64, by which Chromium can be told to trust it. */
export function keyHash({ publicKey }: X509Certificate): string {
  return createHash('sha256')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');
}

function read(file: string, given: string, cwd: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${NAME} is ${given}, which cannot be read (${code}).\nSet it to a PEM file of certificates, or unset it. A relative path starts at ${cwd}.`,
    );
  }
}

function certificateOf(source: string | Buffer): X509Certificate | null {
  try {
    return new X509Certificate(source);
  } catch {
    return null;
  }
}
