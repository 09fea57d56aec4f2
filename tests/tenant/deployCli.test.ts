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
function deploy(
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
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
      ...environment,
    },
    timeout: 50_000,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output += chunk;
    });
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output })));
}

describe('a0deploy import', { timeout: 90_000 }, () => {
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

  it('changes what the folder names, and nothing else', async () => {
    tenant.data.addApplication({ client_id: 'theirs', name: 'Theirs', callbacks: ['https://example.com/'] });
    const untouched = () =>
      structuredClone([tenant.data.applications.get('theirs'), tenant.data.connectionNamed('email')]);
    const before = untouched();
    const sms = {
      provider: 'twilio',
      twilio_sid: '##TWILIO_SID##',
      twilio_token: '##TWILIO_AUTH_TOKEN##',
      messaging_service_sid: 'MG0',
      template: 'Acme: @@password@@',
      totp: { length: 8, time_step: 120 },
    };
    write({
      'clients/New app.json': {
        name: 'New app',
        app_type: 'spa',
        callbacks: ['https://app.example.com/callback'],
      },
      'connections/sms.json': {
        name: 'sms',
        strategy: 'sms',
        options: sms,
        enabled_clients: ['Sample app', 'New app'],
      },
      'attack-protection/brute-force-protection.json': { enabled: true, shields: ['block'], max_attempts: 5 },
      'attack-protection/suspicious-ip-throttling.json': { enabled: true, shields: ['block'] },
      'attack-protection/breached-password-detection.json': { enabled: false },
      'guardian/factors/otp.json': { name: 'otp', enabled: true },
    });
    const { code, output } = await deploy({ TWILIO_SID: 'AC0', TWILIO_AUTH_TOKEN: 'from-the-environment' });
    expect({ code, output }).toMatchObject({ code: 0 });
    const made = [...tenant.data.applications.values()].find(({ name }) => name === 'New app');
    expect(made).toMatchObject({ callbacks: ['https://app.example.com/callback'] });
    expect(tenant.data.connectionNamed('sms')).toMatchObject({
      options: { ...sms, twilio_sid: 'AC0', twilio_token: 'from-the-environment' },
      enabled_clients: expect.arrayContaining(['sample-app', made?.client_id]),
    });
    expect(tenant.data.configured('/attack-protection/brute-force-protection')).toMatchObject({
      max_attempts: 5,
    });
    expect([...tenant.data.factors]).toEqual(['otp']);
    expect(untouched()).toEqual(before);
    expect(output).not.toContain('from-the-environment');
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
