import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Pipeline } from '../../src/pipeline/Pipeline.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { HttpVisitor } from '../support/HttpVisitor.ts';
import { root } from '../support/paths.ts';
import { configText, project } from '../support/project.ts';

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

/**
 * The real `a0deploy import`, as a process that checks the tenant's certificate.
 *
 * @param from - the folder that it imports
 * @param environment - what it puts in place of `##NAME##`
 */
function deploy(
  from = folder,
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const ca = join(folder, 'ca.pem');
  writeFileSync(ca, tenant.certificate);
  const cli = join(root, 'node_modules', 'auth0-deploy-cli', 'lib', 'index.js');
  const child = spawn(process.execPath, [cli, 'import', '--input_file', from], {
    // Nothing else of this environment: deploy-cli replaces ##NAME## by any variable.
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_EXTRA_CA_CERTS: ca,
      AUTH0_DOMAIN: tenant.host,
      AUTH0_CLIENT_ID: 'deploy',
      AUTH0_CLIENT_SECRET: 'local-deploy-secret',
      ...environment,
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
  it('takes dist/tenant as a build writes it, the page byte for byte, and the next login shows it', async () => {
    const copy = project(
      configText({
        tenant: {
          sms: { from: '+15005550006', codeLength: 8 },
          email: { from: 'Acme <login@example.com>' },
          applications: ['Shop'],
          mfa: { otp: true },
          attackProtection: { bruteForce: { maxAttempts: 5 } },
        },
      }),
    );
    const pipeline = new Pipeline(copy.folder);
    try {
      await pipeline.build({ out: join(copy.folder, 'dist'), page: undefined });
      tenant.data.addApplication({ client_id: 'shop', name: 'Shop' });
      const secrets = { TWILIO_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'e'.repeat(32) };
      const { code, output } = await deploy(join(copy.folder, 'dist', 'tenant'), secrets);
      expect({ code, output }).toMatchObject({
        code: 0,
        output: expect.stringContaining('Import Successful'),
      });
      const html = readFileSync(join(copy.folder, 'dist', 'login.html'), 'utf8');
      expect(tenant.data.loginPage('shop')).toBe(html);
      const [before, after] = html.split('@@config@@');
      const served = (await new HttpVisitor(tenant).begin(tenant.address())).html;
      expect(served.startsWith(before ?? '?')).toBe(true);
      expect(served.endsWith(after ?? '?')).toBe(true);
      expect(tenant.data.connectionNamed('sms')).toMatchObject({
        options: {
          ...{ twilio_sid: secrets.TWILIO_SID, twilio_token: secrets.TWILIO_AUTH_TOKEN },
          ...{ from: '+15005550006', template: expect.stringContaining('@@password@@'), totp: { length: 8 } },
        },
        enabled_clients: expect.arrayContaining(['shop']),
      });
      expect(tenant.data.connectionNamed('email')).toMatchObject({
        options: { email: { body: expect.stringContaining('{{ code }}') } },
      });
      expect(tenant.data.configured('/attack-protection/brute-force-protection')).toMatchObject({
        max_attempts: 5,
      });
      expect([...tenant.data.factors]).toContain('otp');
    } finally {
      await pipeline.close();
      copy.remove();
    }
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
