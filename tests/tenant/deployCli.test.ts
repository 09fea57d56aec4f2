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

const PAGE = '<!DOCTYPE html>old @@config@@';
let tenant: Tenant;
let folder: string;

beforeEach(async () => {
  tenant = await startTenant({ page: PAGE });
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

/** `a0deploy import` of a folder; `environment` is what it puts in place of `##NAME##`. */
const deploy = (from = folder, environment: Readonly<Record<string, string>> = {}) =>
  deployCli(tenant, ['import', '--input_file', from], environment);

/** The real `a0deploy`, as a process that checks the tenant's certificate. */
function deployCli(
  to: Tenant,
  options: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<{ code: number | null; output: string }> {
  const ca = join(folder, `${to.host.replace(':', '-')}.pem`);
  writeFileSync(ca, to.certificate);
  const cli = join(root, 'node_modules', 'auth0-deploy-cli', 'lib', 'index.js');
  const child = spawn(process.execPath, [cli, ...options], {
    // Nothing else of this environment: deploy-cli replaces ##NAME## by any variable.
    env: {
      PATH: process.env['PATH'] ?? '',
      NODE_EXTRA_CA_CERTS: ca,
      AUTH0_DOMAIN: to.host,
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
    expect(tenant.data.applications.get('global')?.custom_login_page).toBe(PAGE);
  });
});

describe('a0deploy export of everything', { timeout: 180_000 }, () => {
  // Side by side, since a0deploy waits most of the time: it sends eight requests a second at most.
  it('works in both formats, and what it wrote imports again', async () => {
    await Promise.all((['directory', 'yaml'] as const).map(roundTrip));
  });

  async function roundTrip(format: 'directory' | 'yaml'): Promise<void> {
    const own = await startTenant({ page: PAGE, limits: { managementPerMinute: Number.POSITIVE_INFINITY } });
    try {
      own.data.policies = ['all-applications'];
      own.data.factors.add('otp');
      const before = held(own);
      const out = join(folder, format);
      const exported = await deployCli(own, ['export', '--format', format, '--output_folder', out]);
      expect(exported).toMatchObject({ code: 0, output: expect.stringContaining('Export Successful') });

      own.setPage('<!DOCTYPE html>changed @@config@@');
      own.data.policies = [];
      own.data.factors.clear();
      own.data.configuration.set('/risk-assessments/settings', { enabled: true });
      const sms = own.data.connectionNamed('sms');
      Object.assign(sms ?? {}, { options: { ...sms?.options, template: 'changed @@password@@' } });
      expect(held(own)).not.toEqual(before);

      const from = format === 'yaml' ? join(out, 'tenant.yaml') : out;
      const imported = await deployCli(own, ['import', '--input_file', from]);
      expect(imported).toMatchObject({ code: 0, output: expect.stringContaining('Import Successful') });
      expect(held(own)).toEqual(before);
    } finally {
      await own.close();
    }
  }

  /** What the export and the import must bring back, whatever the order of keys. */
  function held({ data }: Tenant): unknown {
    return structuredClone({
      page: data.loginPage('sample-app'),
      connections: [...data.connections.values()].map(({ name, options, enabled_clients }) => ({
        ...{ name, template: options.template, totp: options.totp, from: options['from'], enabled_clients },
      })),
      configuration: ['/prompts', '/risk-assessments/settings', '/attack-protection/bot-detection'].map(
        (path) => data.configured(path),
      ),
      factors: [...data.factors],
      policies: data.policies,
    });
  }
});
