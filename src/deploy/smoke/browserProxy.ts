import type { LaunchOptions } from 'playwright-core';
import type { ProxyException, ProxyServer } from '../network/readProxy.ts';

/** A proxy as Playwright takes it for Chromium, with the same exceptions as the commands' own requests. */
export function browserProxy(proxy: ProxyServer | null): LaunchOptions['proxy'] {
  // Without one, Chromium reads the environment, where it finds that all is excepted.
  if (proxy === null || proxy.exceptions.some(({ host, port }) => host === '*' && port === null))
    return undefined;
  const { shown, login, exceptions } = proxy;
  return { server: shown, bypass: exceptions.flatMap(rules).join(','), ...login };
}

/** In Chromium a name is that host alone: its subdomains are another rule. */
function rules({ host, port }: ProxyException): string[] {
  const end = port === null ? '' : `:${port}`;
  const isAddress = host === '*' || host.startsWith('[') || /^[\d.]+$/.test(host);
  return isAddress ? [`${host}${end}`] : [`${host}${end}`, `*.${host}${end}`];
}
