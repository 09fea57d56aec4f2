import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { clients } from './paths.ts';

export const SERVERS = ['openid-client', 'express-openid-connect', 'passport-auth0', 'nextjs-auth0'] as const;

/** The applications with a server: one process, which trusts the tenant's certificate as the docs tell people to. */
export interface Servers {
  addresses: Record<(typeof SERVERS)[number], string>;
  close(): void;
}

export async function startServers(tenant: Tenant): Promise<Servers> {
  const folder = mkdtempSync(join(tmpdir(), 'login-page-clients-'));
  const certificate = join(folder, 'cert.pem');
  writeFileSync(certificate, tenant.certificate);
  const credentials = SERVERS.map((name) => {
    const { client_id: clientId, client_secret: clientSecret } = tenant.data.applications.get(name) ?? {};
    return [name, { clientId, clientSecret }];
  });
  const child = spawn(process.execPath, [join(clients, 'servers', 'serve.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_EXTRA_CA_CERTS: certificate,
      CLIENTS: JSON.stringify({ domain: tenant.host, clients: Object.fromEntries(credentials) }),
    },
  });
  return {
    addresses: JSON.parse(await firstLine(child)),
    close: () => {
      child.stdin.end();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (chunk) => {
    text += chunk;
  });
  while (!text.includes('\n')) {
    const [code] = await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')]);
    if (typeof code === 'number') throw new Error('The servers of tests/clients did not start.');
  }
  return text.split('\n')[0] ?? '';
}
