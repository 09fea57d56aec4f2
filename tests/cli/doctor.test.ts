import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ADVISORIES_AS_OF } from '../../src/deploy/doctor/advisories.ts';
import { checks } from '../../src/deploy/doctor/checks.ts';
import { DEPLOY } from '../../src/tenant/data/addDefaults.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { HttpVisitor } from '../support/HttpVisitor.ts';
import { page } from '../support/page.ts';
import { shipped } from '../support/paths.ts';
import { type Run, runBuild } from '../support/runBuild.ts';
import { startTwilio } from '../support/TwilioStandIn.ts';

const SID = `AC${'0123456789abcdef'.repeat(2)}`;
const SERVICE = `MG${'fedcba9876543210'.repeat(2)}`;
const TOKEN = 'dont-tell-7Hq2';

let tenant: Tenant;
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  tenant = await startTenant({ page: page(), limits: { managementPerMinute: 1_000 } });
  writeFileSync(join(folder, 'ca.pem'), tenant.certificate);
  const { data } = tenant;
  const app = data.applications.get('sample-app');
  if (app !== undefined) {
    Object.assign(app, {
      name: 'Shop',
      callbacks: ['https://shop.example.com/callback'],
      web_origins: ['https://shop.example.com'],
      allowed_origins: [],
    });
  }
  data.providers.email = { name: 'sendgrid', enabled: true };
  data.factors.add('otp');
  options('sms', { twilio_sid: SID, twilio_token: TOKEN });
  configure('/tenants/settings', { flags: { disable_clickjack_protection_headers: false } });
  configure('/attack-protection/bot-detection', { challenge_passwordless_policy: 'when_risky' });
});
afterEach(() => tenant.close());

function options(name: string, more: object): void {
  Object.assign(tenant.data.connectionNamed(name)?.options ?? {}, more);
}

function configure(path: string, more: object): void {
  tenant.data.configuration.set(path, { ...tenant.data.configured(path), ...more });
}

async function doctor(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<Run> {
  const run = await runBuild(shipped, ['doctor', ...args], shipped, {
    AUTH0_DOMAIN: tenant.host,
    AUTH0_CLIENT_ID: DEPLOY.id,
    AUTH0_CLIENT_SECRET: DEPLOY.secret,
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
    ...env,
  });
  const output = run.stdout + run.stderr;
  // Whatever happens: nothing secret, no stack, no colour.
  expect(output).not.toMatch(new RegExp(`${SID}|${SERVICE}|${TOKEN}|${DEPLOY.secret}|eyJ`));
  expect(output).not.toContain('\u001b');
  expect(output).not.toMatch(/^ +at /m);
  const written = tenant.requests.filter(
    ({ path, method }) => path.startsWith('/api/v2') && method !== 'GET',
  );
  expect(written).toEqual([]);
  return run;
}

interface Printed {
  summary: Record<string, number>;
  applications: { name: string }[];
  results: { id: string; result: string; subject: string | null; reason: string; scope: string | null }[];
}

async function json(args: readonly string[] = [], env: Readonly<Record<string, string>> = {}) {
  const { code, stdout, stderr } = await doctor(['--json', ...args], env);
  expect(stderr).toBe('');
  return { code, ...(JSON.parse(stdout) as Printed) };
}

/** Breaks all that can be broken beside each other. */
function breakAll(): void {
  const { data } = tenant;
  Object.assign(data.applications.get('sample-app') ?? {}, {
    app_type: 'non_interactive',
    grant_types: [],
    callbacks: ['http://localhost:3000'],
    organization_usage: 'require',
    web_origins: ['https://shop.example.com/x'],
    cross_origin_authentication: true,
    jwt_configuration: { alg: 'HS256' },
    custom_login_page: '<script src="https://cdn.auth0.com/js/lock/11.20.0/lock.min.js"></script>',
    custom_login_page_on: true,
  });
  data.addApplication({ client_id: 'other', name: 'Other' });
  Object.assign(data.applications.get('global') ?? {}, { custom_login_page_on: false });
  options('sms', {
    twilio_token: '##TWILIO_AUTH_TOKEN##',
    template: 'no code',
    brute_force_protection: false,
    totp: { length: 4, time_step: 600 },
  });
  Object.assign(data.connectionNamed('sms') ?? {}, { enabled_clients: ['other'] });
  const email = data.connectionNamed('email');
  Object.assign(email ?? {}, { enabled_clients: ['sample-app'] });
  data.addConnection({ name: 'email-old', strategy: 'email' });
  data.providers.email = null;
  data.providers.customDomains = [{ custom_domain_id: 'cd', domain: 'login.example.com', status: 'pending' }];
  data.factors.clear();
  configure('/prompts', { universal_login_experience: 'new' });
  configure('/tenants/settings', { flags: { disable_clickjack_protection_headers: true } });
  configure('/attack-protection/brute-force-protection', { enabled: false });
  configure('/attack-protection/suspicious-ip-throttling', { shields: [] });
  configure('/attack-protection/bot-detection', { monitoring_mode_enabled: true });
}

describe('npm run doctor', { timeout: 60_000 }, () => {
  it('finds a healthy tenant well', async () => {
    const { code, stdout, stderr } = await doctor();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^localhost:\d+: Shop\n\nPage\n {2}✓ page-on {4,}the tenant's page: it is on\.\n/);
    expect(stdout).not.toMatch(/^ {2}[!✗?]/m);
    expect(stdout.trimEnd()).toMatch(/✓ \d+ ok {3}! 0 warnings {3}✗ 0 failed {3}\? 0 unknown$/);
  });

  it('prints JSON of the documented shape', async () => {
    const { stdout } = await doctor(['--json']);
    const printed: unknown = JSON.parse(stdout);
    expect(printed).toEqual({
      format: 1,
      domain: tenant.host,
      applications: [{ id: 'sample-app', name: 'Shop' }],
      advisoriesAsOf: ADVISORIES_AS_OF,
      summary: { ok: expect.any(Number), warning: 0, failed: 0, unknown: 0 },
      results: expect.arrayContaining([
        {
          id: 'page-on',
          area: 'page',
          subject: "the tenant's page",
          result: 'ok',
          reason: 'It is on.',
          fix: null,
          scope: null,
        },
      ]),
    });
  });

  it('finds all that is broken, at once', async () => {
    breakAll();
    const { stdout, code } = await doctor();
    expect(code).toBe(1);
    const marks = new Map<string, string[]>();
    for (const [, mark = '', id = ''] of stdout.matchAll(/^ {2}([✓!✗?]) ([a-z-]+)/gm))
      marks.set(id, [...(marks.get(id) ?? []), mark]);
    const well = [...marks].filter(([, all]) => all.every((it) => it === '✓')).map(([id]) => id);
    // What is there is of the right strategy, and of a size that Auth0 takes.
    expect(well).toEqual([
      ...['page-size', 'legacy-code', 'connection-exists', 'connection-strategy', 'email-link'],
    ]);
    // The local tenant answers 404 for the protection of the phone provider, as tenants without it do.
    const expected = checks
      .filter(({ area, id }) => area !== 'twilio' && id !== 'phone-protection')
      .map(({ id }) => id);
    expect([...marks.keys()]).toEqual(expected);
    expect(stdout).toContain('$ npm run deploy -- --client sample-app --apply --force\n');
    expect(stdout).toContain('-> Branding > Universal Login > Advanced Options > Login');
  });

  it('names the scope that is missing, and what to do', async () => {
    const { body } = await new HttpVisitor(tenant).post('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: DEPLOY.id,
      client_secret: DEPLOY.secret,
      audience: `${tenant.origin}/api/v2/`,
      scope: 'read:clients read:prompts',
    });
    const env = { AUTH0_ACCESS_TOKEN: (body as { access_token: string }).access_token };
    const { code, results, summary } = await json([], env);
    expect(code).toBe(0);
    expect([...new Set(results.flatMap(({ scope }) => scope ?? []))].sort()).toEqual([
      'read:attack_protection',
      'read:connections',
      'read:custom_domains',
      'read:guardian_factors',
      'read:hooks',
      'read:rules',
      'read:tenant_settings',
    ]);
    expect(summary['failed']).toBe(0);
    const known = results.filter(({ result }) => result === 'ok').map(({ id }) => id);
    expect(known).toEqual(expect.arrayContaining(['page-on', 'page-current', 'classic-login']));
    // Named, an application needs no connection to be found by.
    const named = await json(['--client', 'Shop'], env);
    expect(named.results).toContainEqual(expect.objectContaining({ id: 'application-type', result: 'ok' }));
  });

  it('looks at the application that is named, also where nothing is enabled for it', async () => {
    tenant.data.addApplication({ client_id: 'idle', name: 'Idle', callbacks: ['https://idle.example.com/'] });
    const { code, applications, results } = await json(['--client', 'Idle']);
    expect({ code, applications }).toEqual({ code: 1, applications: [{ id: 'idle', name: 'Idle' }] });
    expect(results).toContainEqual(
      expect.objectContaining({ id: 'connection-enabled', result: 'failed', subject: 'Idle' }),
    );
  });

  it.each<[string, readonly string[], Readonly<Record<string, string>>, number, RegExp]>([
    ['no such application', ['--client', 'Shpo'], {}, 1, /no application .*"Shpo"\. Did you mean "Shop"\?/],
    ['no such page', ['--page', 'logn'], {}, 2, /holds no page "logn"\. Did you mean "login"\?/],
    ['an unknown option', ['--clint', 'x'], {}, 2, /no option --clint; did you mean --client\?/],
    [
      'nobody there',
      [],
      { AUTH0_DOMAIN: 'localhost:65534' },
      1,
      /localhost:65534: could not read the connections: .*nothing listens/s,
    ],
    ['a wrong secret', [], { AUTH0_CLIENT_SECRET: 'wrong' }, 1, /gave no token, HTTP 401/],
    ['no credentials', [], { AUTH0_CLIENT_SECRET: '' }, 1, /AUTH0_CLIENT_SECRET is not set/],
    ['no credentials of Twilio', ['--twilio'], { TWILIO_SID: '' }, 1, /--twilio needs TWILIO_SID/],
  ])('tells of %s', async (_, args, env, code, message) => {
    const run = await doctor(args, env);
    expect(run).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(message) });
    expect(tenant.requests.filter(({ path }) => path === '/oauth/token').length).toBeLessThanOrEqual(1);
  });

  it('goes on where one part of the API fails', async () => {
    tenant.faults.set({ path: '/api/v2/prompts', answer: { status: 500, body: '{}' } });
    const { code, results } = await json();
    expect(code).toBe(0);
    expect(results.filter(({ result }) => result !== 'ok')).toEqual([
      expect.objectContaining({
        id: 'classic-login',
        result: 'unknown',
        reason: expect.stringMatching(/^Could not read the login experience: .*HTTP 500/),
      }),
    ]);
  });

  it('does not go on where all of it fails', async () => {
    tenant.faults.set({ path: '/api/v2/*', answer: { status: 500, body: '{}' } });
    const { code, stdout, stderr } = await doctor();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/the Management API answers nothing\. Could not read the connections: .*HTTP 500/);
  });

  it('asks Twilio, by the SDK as it is', async () => {
    options('sms', { from: null, messaging_service_sid: SERVICE });
    const services = { [SERVICE]: [0, 0, 0] as const };
    const twilio = await startTwilio({
      sid: SID,
      token: TOKEN,
      status: 'active',
      type: 'Trial',
      numbers: {},
      services,
    });
    writeFileSync(join(folder, 'both.pem'), `${tenant.certificate}\n${twilio.certificate}`);
    const { code, stdout } = await doctor(['--twilio'], {
      TWILIO_SID: SID,
      TWILIO_AUTH_TOKEN: TOKEN,
      HTTPS_PROXY: twilio.proxy,
      NODE_EXTRA_CA_CERTS: join(folder, 'both.pem'),
    });
    await twilio.close();
    expect(code).toBe(1);
    expect(stdout).toMatch(/✓ twilio-credentials/);
    expect(stdout).toMatch(/! twilio-account +The account AC…cdef is a trial/);
    expect(stdout).toMatch(/✗ twilio-sender +sms: the messaging service MG…3210 has nothing to send from/);
    expect(twilio.requests).not.toEqual([]);
    expect(twilio.requests.filter((it) => !it.startsWith('GET '))).toEqual([]);
  });
});
