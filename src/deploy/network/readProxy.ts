import { UserError } from '../../settings/UserError.ts';
import type { Environment } from '../api/readCredentials.ts';

/** The proxy that the environment names. */
export interface ProxyServer {
  /** The variable that names it, as it is written there: `HTTPS_PROXY`. */
  variable: string;
  /** Without user and password, for messages: `http://proxy.example.com:8080`. */
  shown: string;
  /** `null` where the variable holds neither; decoded. */
  login: { username: string; password: string } | null;
  /** Hosts that are reached directly. */
  exceptions: readonly ProxyException[];
}

/** One entry of `NO_PROXY`. */
export interface ProxyException {
  /** Lower case, with its subdomains; `*` is every host. */
  host: string;
  /** `null`: every port. */
  port: number | null;
}

/**
 * Reads `HTTPS_PROXY`, else `HTTP_PROXY`, and `NO_PROXY`. Lower case goes before upper case, and an empty variable is
 * one that is not set. All that the commands talk to is by https.
 *
 * @returns `null` where there is no proxy
 * @throws UserError for what is not a proxy's URL; user and password are not in it
 */
export function readProxy(env: Environment): ProxyServer | null {
  const variable = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY'].find((it) => textOf(env, it));
  if (variable === undefined) return null;
  const value = textOf(env, variable);
  const url = parse(value);
  if (url === null) throw new UserError(problem(variable, value));
  const { protocol, host } = url;
  const login = loginOf(url);
  if (login === undefined) throw new UserError(problem(variable, value));
  const exceptions = exceptionsOf(textOf(env, 'no_proxy') || textOf(env, 'NO_PROXY'));
  return { variable, shown: `${protocol}//${host}`, login, exceptions };
}

/** Whether an address is reached through a proxy, rather than directly. */
export function isProxied({ exceptions }: ProxyServer, { hostname, port, protocol }: URL): boolean {
  const target = Number(port) || (protocol === 'http:' ? 80 : 443);
  return !exceptions.some(
    (it) =>
      (it.port === null || it.port === target) &&
      (it.host === '*' || hostname === it.host || hostname.endsWith(`.${it.host}`)),
  );
}

function textOf(env: Environment, name: string): string {
  return env[name]?.trim() ?? '';
}

function parse(value: string): URL | null {
  if (!/^https?:\/\//i.test(value) || !URL.canParse(value)) return null;
  const url = new URL(value);
  // A password that holds "/", "?" or "#" ends the host where the user is.
  return `${url.pathname}${url.search}${url.hash}`.includes('@') ? null : url;
}

/** @returns `undefined` where they are not percent-encoded as they must be */
function loginOf({ username, password }: URL): ProxyServer['login'] | undefined {
  if (username === '' && password === '') return null;
  try {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  } catch {
    return undefined;
  }
}

function problem(variable: string, value: string): string {
  const [scheme = ''] = /^[a-z][a-z0-9+.-]*:\/\//i.exec(value) ?? [];
  const at = value.lastIndexOf('@');
  const received = at === -1 ? value : `${scheme}…@${value.slice(at + 1)}`;
  const start = `${variable} is not the URL of a proxy, received "${received}".\n`;
  if (/^socks/i.test(scheme)) return `${start}SOCKS is not supported: name a proxy by http:// or https://.`;
  const form = at === -1 ? 'http://proxy.example.com:8080' : 'http://USER:PASSWORD@proxy.example.com:8080';
  const encode = at === -1 ? '' : ', with special characters of user and password percent-encoded (@ is %40)';
  return `${start}Write it as ${form}${encode}, or unset ${variable}.`;
}

function exceptionsOf(value: string): ProxyException[] {
  return value
    .toLowerCase()
    .split(/[,\s]+/)
    .filter(Boolean)
    .map((entry) => {
      // An IPv6 address has colons of its own; with a port it is in brackets.
      const [, host = entry, port] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
      const plain = host.replace(/^\*?\.(?=.)/, '');
      const isBareIpv6 = plain.includes(':') && !plain.startsWith('[');
      return { host: isBareIpv6 ? `[${plain}]` : plain, port: port === undefined ? null : Number(port) };
    });
}
