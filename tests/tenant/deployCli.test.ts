import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { HttpVisitor } from '../support/HttpVisitor.ts';
import { page } from '../support/page.ts';
import { root } from '../support/paths.ts';

let tenant: Tenant;
let folder: string;

beforeEach(async () => {
  tenant = await startTenant({ page: '<!DOCTYPE html>old @@config@@' });
  folder = mkdtempSync(join(tmpdir(), 'deploy-cli-'));
});
afterEach(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, unknown>>): void {
  for (const [name, content] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  }
}

/** The real `a0deploy import`, as a process that checks the tenant's certificate. */
function deploy(): Promise<{ code: number | null; output: string }> {
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, tenant.certificate);
  const cli = join(root, 'node_modules', 'auth0-deploy-cli', 'lib', 'index.js');
  const child = spawn(process.execPath, [cli, 'import', '--input_file', folder], {
    // Nothing else of this environment: deploy-cli replaces ##NAME## by any variable.
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_EXTRA_CA_CERTS: ca,
      AUTH0_DOMAIN: tenant.host,
      AUTH0_CLIENT_ID: 'deploy',
      AUTH0_CLIENT_SECRET: 'local-deploy-secret',
    },
    timeout: 150_000,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('a0deploy import', { timeout: 180_000 }, () => {
  it('uploads the built page byte for byte, and the next login shows it', async () => {
    const html = page();
    write({ 'pages/login.html': html, 'pages/login.json': { name: 'login', enabled: true } });
    const { code, output } = await deploy();
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining('Import Successful') });
    const stored = tenant.data.applications.get('global')?.custom_login_page ?? '';
    expect(Buffer.from(stored).equals(readFileSync(join(root, 'dist', 'login.html')))).toBe(true);
    const [before, after] = html.split('@@config@@');
    const served = (await new HttpVisitor(tenant).begin(tenant.address())).html;
    expect(served.startsWith(before ?? '?')).toBe(true);
    expect(served.endsWith(after ?? '?')).toBe(true);
  });

  it('fails where the page is larger than the API takes', async () => {
    write({
      'pages/login.html': `@@config@@${'x'.repeat(1_100_000)}`,
      'pages/login.json': { name: 'login', enabled: true },
    });
    const { code, output } = await deploy();
    expect(code).not.toBe(0);
    expect(output).toContain('Payload content length greater than maximum allowed: 1048576');
    expect(tenant.data.applications.get('global')?.custom_login_page).toBe('<!DOCTYPE html>old @@config@@');
  });
});
