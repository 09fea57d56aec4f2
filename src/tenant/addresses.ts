import { isIP } from 'node:net';
import type { NetworkInterfaceInfo } from 'node:os';

/** Where to listen, and what the tenant's domain is called. */
export interface Addresses {
  bind: string;
  hostname: string;
  /** Whether other machines can reach it. */
  isShared: boolean;
}

const EVERYWHERE = ['0.0.0.0', '::'];
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

/**
 * Decides from `--host`. Lock takes Auth0's own way only on the very host that the hosted config names, so
 * "everywhere" needs one name too: the machine's first address in its network.
 */
export function addresses(
  host: string,
  interfaces: Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>,
): Addresses {
  if (LOOPBACK.includes(host)) {
    return { bind: host === 'localhost' ? '127.0.0.1' : host, hostname: inUrl(host), isShared: false };
  }
  if (!EVERYWHERE.includes(host)) return { bind: host, hostname: inUrl(host), isShared: true };
  const all = Object.values(interfaces).flatMap((list) => list ?? []);
  const outward = all.find(({ family, internal }) => family === 'IPv4' && !internal);
  return { bind: host, hostname: outward?.address ?? 'localhost', isShared: true };
}

const inUrl = (host: string): string => (isIP(host) === 6 ? `[${host}]` : host);
