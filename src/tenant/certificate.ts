import { X509Certificate } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { join } from 'node:path';
import { createSecureContext } from 'node:tls';
import { generate } from 'selfsigned';
import { UserError } from '../settings/UserError.ts';

/** What HTTPS needs, as PEM. */
export interface Certificate {
  key: string;
  cert: string;
}

const DAY = 24 * 60 * 60 * 1000;
/** Browsers take no longer one. */
const DAYS = 397;

/** Makes a certificate for `localhost`, the loopback addresses, and one more host. */
export async function makeCertificate(host = 'localhost'): Promise<Certificate> {
  const names = [...new Set(['localhost', '127.0.0.1', '::1', host])];
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], {
    algorithm: 'sha256',
    keyType: 'ec',
    notAfterDate: new Date(Date.now() + DAYS * DAY),
    extensions: [
      {
        name: 'subjectAltName',
        altNames: names.map((name) => (isIP(name) === 0 ? { type: 2, value: name } : { type: 7, ip: name })),
      },
    ],
  });
  return { key, cert };
}

/**
 * The certificate of a folder, made when there is none, or one that is for another host, or is about to
 * expire. Where nothing can be written, it is for this run alone.
 *
 * @param folder - absolute; made when it is not there
 */
export async function keptCertificate(folder: string, host: string): Promise<Certificate> {
  const paths = { key: join(folder, 'key.pem'), cert: join(folder, 'cert.pem') };
  const read = (path: string) => readFile(path, 'utf8').catch(() => '');
  const kept = { key: await read(paths.key), cert: await read(paths.cert) };
  if (isGood(kept, host)) return kept;
  const made = await makeCertificate(host);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(paths.key, made.key, { mode: 0o600 });
    await writeFile(paths.cert, made.cert);
  } catch {
    // It cannot be kept there: then it is for this run alone.
  }
  return made;
}

/**
 * A certificate of the user's own.
 *
 * @param files - paths of PEM files
 * @throws UserError when one cannot be read, is no PEM, or they are not a pair
 */
export async function givenCertificate(files: Certificate): Promise<Certificate> {
  const read = (option: string, path: string) =>
    readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      const why = error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code})`;
      throw new UserError(`--${option} ${path}: ${why}.\nmkcert makes one: mkcert localhost`, 2);
    });
  const cert = await read('cert', files.cert);
  const given = { key: await read('key', files.key), cert };
  try {
    createSecureContext(given);
    return given;
  } catch (error) {
    throw new UserError(
      `--cert ${files.cert} and --key ${files.key} cannot be used: ${error instanceof Error ? error.message : error}.\nBoth must be PEM files, and belong together, such as those that mkcert makes: mkcert localhost`,
      2,
    );
  }
}

function isGood({ key, cert }: Certificate, host: string): boolean {
  try {
    createSecureContext({ key, cert });
    const certificate = new X509Certificate(cert);
    const isFor = isIP(host) === 0 ? certificate.checkHost(host) : certificate.checkIP(host);
    return isFor !== undefined && new Date(certificate.validTo).getTime() > Date.now() + DAY;
  } catch {
    return false;
  }
}
