import { createHash, X509Certificate } from 'node:crypto';
import { type Browser, chromium } from 'playwright-core';
import { findChromium } from '../../src/chromium/findChromium.ts';

/**
 * Starts Chromium as `src/chromium/launch.ts` does, with two additions: certain hosts are servers on this
 * machine, and no others are anywhere; and their certificate is as good as any. Playwright's own way to
 * ignore certificates would leave them in error, and what comes with such a one is never kept in the cache.
 *
 * @param certificate - PEM
 * @param ports - of the servers on loopback, by host
 */
export function launchFor(certificate: string, ports: Readonly<Record<string, number>>): Promise<Browser> {
  const key = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' });
  const fingerprint = createHash('sha256').update(key).digest('base64');
  const rules = Object.entries(ports).map(([host, port]) => `MAP ${host} 127.0.0.1:${port}`);
  return chromium.launch({
    executablePath: findChromium(),
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      // Chromium's own sandbox does not start for root, as in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--ignore-certificate-errors-spki-list=${fingerprint}`,
      `--host-resolver-rules=${rules.join(',')},MAP * ~NOTFOUND,EXCLUDE 127.0.0.1`,
    ],
  });
}
