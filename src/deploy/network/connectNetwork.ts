import tls from 'node:tls';
import { Agent, ProxyAgent, fetch as undiciFetch } from 'undici';
import type { Environment } from '../api/readCredentials.ts';
import { ProxyFailure } from './ProxyFailure.ts';
import { keyHash, readCertificates } from './readCertificates.ts';
import { isProxied, type ProxyServer, readProxy } from './readProxy.ts';

/** The network as the environment describes it: proxies, and certificates that are trusted besides Node's own. */
export interface Network {
  /** Fails with a `ProxyFailure` where a proxy was used. */
  fetch: typeof globalThis.fetch;
  /** `null`: every host is reached directly. */
  proxy: ProxyServer | null;
  /** SHA-256 of the further certificates' public keys, base64, for a browser. */
  trusted: readonly string[];
}

/**
 * Makes the client of every command that talks to a network.
 *
 * @param cwd - where a relative path in `NODE_EXTRA_CA_CERTS` starts
 * @param warn - hears of what is dangerous
 * @throws UserError for a variable that names no proxy, or no certificate
 */
export function connectNetwork(env: Environment, cwd: string, warn: (text: string) => void): Network {
  const proxy = readProxy(env);
  const certificates = readCertificates(env, cwd);
  if (env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
    warn(
      "Warning: NODE_TLS_REJECT_UNAUTHORIZED=0 turns the check of certificates off, so anyone on the way can read and change what is sent.\nUnset it. For a company's certificate authority, set NODE_EXTRA_CA_CERTS to its PEM file.",
    );
  }
  const secure =
    certificates.length === 0
      ? {}
      : { secureContext: tls.createSecureContext({ ca: [...nodes(), ...certificates.map(String)] }) };
  const direct = new Agent({ connect: secure });
  const through =
    proxy === null
      ? null
      : new ProxyAgent({
          uri: proxy.shown,
          ...(proxy.login !== null && { token: basic(proxy.login) }),
          requestTls: secure,
          proxyTls: secure,
        });
  const fetch = async (input: string | URL, init?: object) => {
    const url = new URL(input);
    if (proxy === null || through === null || !isProxied(proxy, url)) {
      return undiciFetch(url, { ...init, dispatcher: direct });
    }
    return undiciFetch(url, { ...init, dispatcher: through }).catch((error: unknown) => {
      throw new ProxyFailure(proxy, url, error);
    });
  };
  return {
    // undici's own types, of the same things.
    fetch: fetch as unknown as typeof globalThis.fetch,
    proxy,
    trusted: certificates.map(keyHash),
  };
}

/** What Node trusts by itself: newer ones can tell, the system's store included where an option asks for it. */
function nodes(): readonly string[] {
  const { getCACertificates } = tls as { getCACertificates?: (of: 'default') => string[] };
  return getCACertificates?.('default') ?? tls.rootCertificates;
}

const basic = ({ username, password }: { username: string; password: string }): string =>
  `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
