import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { basename, extname, join } from 'node:path';
import { build } from 'esbuild';
import type { Certificate } from '../../src/tenant/certificate.ts';
import { clients } from './paths.ts';

const PAGES = ['auth0-spa-js.js', 'auth0-react.jsx', 'auth0-js.js', 'oidc-client-ts.js'];

/** The applications that run in a browser, over https like the tenant: its session's cookie is theirs, too. */
export interface Pages {
  origin: string;
  /** Tells the pages which tenant they log in to. */
  use(domain: string): void;
  close(): void;
}

/** Bundles the pages and serves each at `/<client>/`; the client library's name is its client id, too. */
export async function startPages(certificate: Certificate): Promise<Pages> {
  const { outputFiles } = await build({
    entryPoints: PAGES.map((page) => join(clients, 'browser', page)),
    bundle: true,
    write: false,
    outdir: '/',
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  const scripts = new Map(outputFiles.map(({ path, text }) => [basename(path, extname(path)), text]));
  let domain = '';
  const server = createServer(certificate, ({ url = '' }, response) => {
    const [, clientId = '', file = ''] = new URL(url, 'https://localhost').pathname.split('/');
    const script = scripts.get(clientId);
    if (script === undefined) return response.writeHead(404).end();
    const isScript = file === 'script.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    return response.end(isScript ? script : page({ domain, clientId }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `https://localhost:${(server.address() as AddressInfo).port}`,
    use: (host) => {
      domain = host;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

const page = (settings: object): string => `<!DOCTYPE html><html lang="en"><title>App</title>
<button id="login">Log in</button><div id="root"></div><pre id="claims"></pre>
<script>window.settings = ${JSON.stringify(settings)}</script><script type="module" src="script.js"></script></html>`;
