import { createServer } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

/** How a proxy answers. */
export interface ProxyRules {
  /** `user:password` that it asks for. */
  login?: string;
  /** Its answer to every CONNECT, in place of a tunnel: `403 Forbidden`. */
  refuse?: string;
  /** The same to browsers alone. */
  refuseBrowsers?: string;
  /** Where it leads a host to, by `host:port`. Default: there. */
  lead?: Readonly<Record<string, number>>;
}

/** A company's proxy, on loopback. */
export interface ConnectProxy {
  /** `http://127.0.0.1:…`; `https://localhost:…` where it has a certificate. */
  origin: string;
  /** The hosts that it was asked for, with their ports, in order. */
  asked: string[];
  /** Those of them that a browser asked for. */
  askedByBrowsers: string[];
  rules: ProxyRules;
  close(): Promise<void>;
}

/** @param certificate - of a proxy that is itself reached over TLS, for `localhost` */
export async function startConnectProxy(certificate?: { cert: string; key: string }): Promise<ConnectProxy> {
  const asked: string[] = [];
  const askedByBrowsers: string[] = [];
  const sockets = new Set<Socket>();
  const server = certificate === undefined ? createServer() : createTlsServer(certificate);
  server.on('connection', (socket: Socket) => sockets.add(socket.on('close', () => sockets.delete(socket))));
  server.on('connect', ({ url = '', headers }, socket) => {
    const { login, refuse, refuseBrowsers, lead = {} } = proxy.rules;
    const isBrowser = headers['user-agent']?.startsWith('Mozilla') === true;
    asked.push(url);
    if (isBrowser) askedByBrowsers.push(url);
    socket.on('error', () => socket.destroy());
    const isLoggedIn = login === undefined || headers['proxy-authorization'] === `Basic ${btoa(login)}`;
    const refusal = isLoggedIn
      ? ((isBrowser ? refuseBrowsers : undefined) ?? refuse)
      : '407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"';
    if (refusal !== undefined) {
      socket.end(`HTTP/1.1 ${refusal}\r\nContent-Length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${url}`);
    const target =
      lead[url] === undefined ? ([Number(port), hostname] as const) : ([lead[url], '127.0.0.1'] as const);
    const through = connect(target[0], target[1], () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      through.pipe(socket).pipe(through);
    });
    through.on('error', () => socket.destroy());
    socket.on('close', () => through.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxy: ConnectProxy = {
    origin: `${certificate === undefined ? 'http://127.0.0.1' : 'https://localhost'}:${(server.address() as AddressInfo).port}`,
    asked,
    askedByBrowsers,
    rules: {},
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
  return proxy;
}
