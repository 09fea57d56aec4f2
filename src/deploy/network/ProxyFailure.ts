import type { ProxyServer } from './readProxy.ts';

/** A request that failed on its way through a proxy; its cause is what `fetch` gives. */
export class ProxyFailure extends TypeError {
  /** What went wrong at the proxy, as in "could not …: what"; `null` where it may have been behind it. */
  readonly problem: string | null;
  /** What to do about it. */
  readonly fix: string;
  /** `the proxy http://proxy.example.com:8080 (HTTPS_PROXY)`. */
  readonly proxy: string;

  constructor(proxy: ProxyServer, url: URL, error: unknown) {
    // Where CONNECT is refused, undici wraps the reason twice.
    let cause = error;
    while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
    super('fetch failed', { cause });
    this.name = 'ProxyFailure';
    this.proxy = `the proxy ${proxy.shown} (${proxy.variable})`;
    const { problem, fix } = judge(proxy, url, cause);
    this.problem = problem === null ? null : `${this.proxy} ${problem}`;
    this.fix = fix;
  }
}

function judge(
  proxy: ProxyServer,
  { hostname, port }: URL,
  cause: unknown,
): { problem: string | null; fix: string } {
  const { variable, shown, login } = proxy;
  const { code = '', message = '' } = cause as { code?: string; message?: string };
  const direct = `Where ${hostname} can be reached without a proxy, add it to NO_PROXY.`;
  // undici has no error of its own for what a proxy answers to CONNECT, but this text.
  const status = Number(/Proxy response \((\d+)\)/.exec(message)?.[1] ?? 0);
  if (status === 407) {
    return {
      problem:
        login === null
          ? 'asks for a user and a password (HTTP 407)'
          : `does not accept the user and password of ${variable} (HTTP 407)`,
      fix: `Set ${variable} to ${shown.replace('//', '//USER:PASSWORD@')}, with special characters percent-encoded (@ is %40).`,
    };
  }
  if (status === 502 || status === 503 || status === 504) {
    return {
      problem: `could not reach ${hostname} (HTTP ${status})`,
      fix: `Check that ${hostname} is right, and ask who runs the proxy. ${direct}`,
    };
  }
  if (status !== 0) {
    return {
      problem: `refuses to connect to ${hostname} (HTTP ${status})`,
      fix: `Ask who runs the proxy to allow ${hostname}:${port || 443}. ${direct}`,
    };
  }
  if (UNREACHABLE[code] !== undefined) {
    return {
      problem: `cannot be reached: ${UNREACHABLE[code]} (${code})`,
      fix: `Check ${variable}, or unset it. ${direct}`,
    };
  }
  if (shown.startsWith('https:') && /EPROTO|ERR_SSL/.test(code)) {
    return {
      problem: `does not speak TLS (${code})`,
      fix: `Most proxies are reached by http, whatever goes through them: try ${shown.replace('https:', 'http:')}.`,
    };
  }
  if (code === 'UND_ERR_PRX_TLS') {
    return {
      problem: 'has a certificate for another host',
      fix: `Check the host in ${variable}.`,
    };
  }
  return { problem: null, fix: direct };
}

/** Of the proxy itself: it is the proxy that looks up and calls the host behind it. */
const UNREACHABLE: Readonly<Record<string, string>> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its name could not be looked up',
  ECONNREFUSED: 'nothing listens there',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
};
