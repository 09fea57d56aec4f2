import { makeCertificate } from '../../src/tenant/certificate.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Closers } from './Closers.ts';
import { freshLogin } from './freshLogin.ts';
import { launchFor } from './launchFor.ts';
import { openPage } from './openPage.ts';
import { type PageName, pageNames } from './PageName.ts';
import type { Stage } from './Stage.ts';
import { startCdn } from './startCdn.ts';
import { startFront } from './startFront.ts';
import { Upstream } from './Upstream.ts';

const HOST = 'login.acme.test';
const CDN = 'cdn.auth0.com';

/**
 * Starts the local tenant, a server before it that compresses, and one in place of Auth0's CDN, as two
 * origins of their own. The browser is told where they are, so that the tenant's domain, the page's address
 * and the hosted config agree, and Lock finds the CDN under its real name.
 *
 * @param pages - HTML with the marker
 * @param lock - the text of `lock.min.js`
 */
export async function setStage(
  closers: Closers,
  pages: Readonly<Record<PageName, string>>,
  lock: string,
): Promise<Stage> {
  const certificate = await makeCertificate(HOST);
  const tenant = await closers.add(startTenant({ hostname: HOST, certificate }), (it) => it.close());
  const upstream = new Upstream(tenant);
  const front = await closers.add(startFront(certificate, upstream), (it) => it.close());
  const cdn = await closers.add(startCdn(certificate, upstream, lock), (it) => it.close());
  const ports = { [HOST]: front.port, [CDN]: cdn.port };
  const browser = await closers.add(launchFor(certificate.cert, ports), (it) => it.close());
  const address = (page: PageName): string =>
    tenant.address({
      html: pages[page],
      request: { allowedConnections: 'sms,email' },
      hosted: { clientConfigurationBaseUrl: `https://${CDN}/` },
    });
  const addresses = Object.fromEntries(pageNames.map((page) => [page, address(page)]));
  return {
    version: browser.version(),
    newContext: ({ width, height, mobile }) =>
      browser.newContext({
        viewport: { width, height },
        locale: 'en-US',
        ...(mobile && { deviceScaleFactor: 2, isMobile: true, hasTouch: true }),
      }),
    visit: async (page, context, profile) => {
      front.forgetConnections();
      cdn.forgetConnections();
      return openPage(context, await freshLogin(upstream, addresses[page] ?? ''), profile);
    },
  };
}
