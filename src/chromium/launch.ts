import { type Browser, chromium, type LaunchOptions } from 'playwright-core';
import { findChromium } from './findChromium.ts';

/**
 * Starts Chromium without a window, and without the traffic that it makes for itself.
 *
 * @param trusted - certificates that it is to trust beside the system's, by the SHA-256 of their public key,
 *   base64
 * @param proxy - default: what Chromium finds by itself
 */
export function launch(trusted: readonly string[] = [], proxy?: LaunchOptions['proxy']): Promise<Browser> {
  return chromium.launch({
    ...(proxy !== undefined && { proxy }),
    executablePath: findChromium(),
    // Whoever has started it ends it, with what else there is to end.
    handleSIGINT: false,
    handleSIGTERM: false,
    args: [
      // Chromium's own sandbox does not start for root, as in most containers.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(trusted.length > 0 ? [`--ignore-certificate-errors-spki-list=${trusted.join(',')}`] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
