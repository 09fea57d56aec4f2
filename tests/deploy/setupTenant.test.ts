import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/commands/main.ts';
import type { Surroundings } from '../../src/commands/Surroundings.ts';
import { Pipeline } from '../../src/pipeline/Pipeline.ts';
import type { Connection } from '../../src/tenant/data/Connection.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { configText, type Project, project } from '../support/project.ts';
import { trustingFetch } from '../support/trustingFetch.ts';

const TWILIO = { TWILIO_SID: `AC${'1'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'e'.repeat(32) };
const SECRET = 'local-deploy-secret';
const THEIRS = '<!DOCTYPE html>Their own page @@config@@';

let copy: Project;
let tenant: Tenant;

beforeAll(async () => {
  copy = project(
    configText({
      tenant: {
        sms: { messagingServiceSid: `MG${'2'.repeat(32)}`, codeLength: 8 },
        email: { from: 'Acme <login@example.com>' },
        applications: ['Shop'],
        mfa: { otp: true, sms: false },
        attackProtection: { bruteForce: { maxAttempts: 5 } },
      },
    }),
  );
  const pipeline = new Pipeline(copy.folder);
  await pipeline.build({ out: join(copy.folder, 'dist'), page: undefined });
  await pipeline.close();
  tenant = await startTenant({ page: THEIRS, limits: { managementPerMinute: 10_000 } });
  writeFileSync(join(copy.folder, 'ca.pem'), tenant.certificate);
  furnish();
});
afterEach(() => tenant.faults.clear());
afterAll(async () => {
  await tenant.close();
  copy.remove();
});

/** What a tenant that is in use holds: things of others, and an SMS connection with options of its own. */
function furnish(): void {
  const { data } = tenant;
  data.addApplication({ client_id: 'shop', name: 'Shop' });
  data.addApplication({ client_id: 'theirs', name: 'Theirs', callbacks: ['https://example.com/'] });
  data.addConnection({
    ...{ name: 'google-oauth2', strategy: 'google-oauth2', enabled_clients: ['theirs'] },
    options: { client_id: 'g', client_secret: 'theirs' },
  });
  data.connections.delete(data.connectionNamed('email')?.id ?? '');
  const sms = data.connectionNamed('sms');
  if (sms !== undefined) {
    sms.enabled_clients = ['sample-app', 'theirs'];
    sms.options = {
      ...sms.options,
      ...{
        template: 'Ours: @@password@@',
        gateway_url: 'https://gateway.example.com',
        twilio_token: 'old-token',
      },
    };
  }
  data.factors.add('push-notification');
  Object.assign(data.configuration.get('/tenants/settings') ?? {}, {
    change_password: { enabled: true, html: 'Their password page' },
  });
  Object.assign(data.configuration.get('/attack-protection/suspicious-ip-throttling') ?? {}, {
    allowlist: ['192.0.2.1'],
  });
}

/** All that nobody has named. */
const untouched = () =>
  structuredClone({
    applications: [...tenant.data.applications.values()].filter(({ global }) => !global),
    google: tenant.data.connectionNamed('google-oauth2'),
    push: tenant.data.factors.has('push-notification'),
    settings: tenant.data.configured('/tenants/settings'),
    throttling: tenant.data.configured('/attack-protection/suspicious-ip-throttling'),
    breached: tenant.data.configured('/attack-protection/breached-password-detection'),
    bots: tenant.data.configured('/attack-protection/bot-detection'),
  });
const writes = () =>
  tenant.requests.filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token').length;

interface Ended {
  code: number;
  output: string;
}

async function run(
  args: readonly string[],
  over: { env?: Readonly<Record<string, string>>; confirm?: Surroundings['confirm'] } = {},
): Promise<Ended> {
  const lines: string[] = [];
  const code = await main(['setup-tenant', ...args], {
    root: copy.folder,
    cwd: copy.folder,
    print: (text) => lines.push(text),
    printError: (text) => lines.push(text),
    progress: () => undefined,
    interrupted: () => new Promise(() => undefined),
    env: {
      PATH: process.env['PATH'],
      NODE_EXTRA_CA_CERTS: join(copy.folder, 'ca.pem'),
      AUTH0_DOMAIN: tenant.host,
      AUTH0_CLIENT_ID: 'deploy',
      AUTH0_CLIENT_SECRET: SECRET,
      ...TWILIO,
      ...over.env,
    },
    confirm: over.confirm ?? null,
    fetch: trustingFetch(tenant.certificate),
  });
  const output = lines.join('\n');
  for (const secret of [SECRET, ...Object.values(TWILIO), 'old-token']) expect(output).not.toContain(secret);
  return { code, output };
}

describe('npm run setup-tenant', { timeout: 60_000 }, () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>, number, string]>([
    ['Twilio’s credentials are missing', [], { TWILIO_SID: '' }, 1, 'TWILIO_SID is not set, or empty'],
    [
      'the tenant’s credentials are missing',
      [],
      { AUTH0_CLIENT_SECRET: '' },
      1,
      'AUTH0_CLIENT_SECRET is not set',
    ],
    ['nobody can answer', ['--apply'], {}, 2, 'add --yes'],
    [
      'the page is someone else’s',
      ['--apply', '--yes'],
      {},
      1,
      'is not replaced without --force. Nothing has',
    ],
    ['it is told to answer what is not asked', ['--yes'], {}, 2, '--yes answers what --apply asks'],
    [
      'there is no such folder',
      ['--from', 'none'],
      {},
      1,
      'none is not there: it is what a build writes where',
    ],
  ])('stops where %s', async (_what, args, env, code, message) => {
    const before = writes();
    const ended = await run(args, { env });
    expect(ended).toEqual({ code, output: expect.stringContaining(message) });
    expect(writes()).toBe(before);
  });

  it('stops where the tenant lacks the application, and where the token lacks the options', async () => {
    const shop = tenant.data.applications.get('shop');
    const sms = tenant.data.connectionNamed('sms');
    if (shop === undefined || sms === undefined) return expect.fail();
    shop.name = 'Shops';
    const missing = await run([]);
    expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('Did you mean "Shops"?') });
    shop.name = 'Shop';
    const { options } = sms;
    sms.options = {};
    const blind = await run([]);
    expect(blind).toMatchObject({
      code: 1,
      output: expect.stringContaining('Grant read:connections_options'),
    });
    sms.options = options;
  });

  it('is stopped by a folder that was changed after it was built', async () => {
    const file = join(copy.folder, 'dist', 'tenant', 'connections', 'sms.json');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('180', '9999'));
    const { code, output } = await run(['--from', 'dist/tenant']);
    writeFileSync(file, text);
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining('dist/tenant/connections/sms.json is not as it was built'),
    });
  });

  it.each<[string, boolean | null, number, string]>([
    ['no', false, 1, 'Nothing has been changed.'],
    ['Ctrl-C', null, 130, 'Interrupted: nothing has been changed.'],
  ])('changes nothing when the answer is %s', async (_what, answer, code, message) => {
    const before = writes();
    const ended = await run(['--apply', '--force'], { confirm: async () => answer });
    expect(ended).toEqual({ code, output: expect.stringContaining(message) });
    expect(writes()).toBe(before);
  });

  it('changes what the settings name, after it was asked, and nothing else', async () => {
    const before = untouched();
    const writesBefore = writes();
    let asked = '';
    const { code, output } = await run(['--apply', '--force', '--backups', 'saved'], {
      env: { config: 'would break the page', AUTH0_ALLOW_DELETE: 'true' },
      confirm: async (question) => {
        asked = question;
        // Until then, all was a dry run.
        expect(writes()).toBe(writesBefore);
        expect(tenant.data.loginPage('shop')).toBe(THEIRS);
        return true;
      },
    });
    expect({ code, asked }, output).toEqual({ code: 0, asked: `Change ${tenant.host}?` });
    expect(output).toContain('The live login page: someone else');
    expect(output.match(/^Done: .*$/gm)).toEqual([
      'Done: brute force protection',
      'Done: factor otp',
      'Done: connection sms',
      'Done: connection sms, enabled for "Shop" (shop)',
      'Done: connection email',
      'Done: connection email, enabled for "Shop" (shop)',
      'Done: login page',
    ]);
    expect(output).toContain(`${tenant.host} is as the settings say; read back, and the same.`);

    expect(untouched()).toEqual(before);
    const html = readFileSync(join(copy.folder, 'dist', 'login.html'), 'utf8');
    expect(tenant.data.loginPage('shop')).toBe(html);
    expect(tenant.data.connectionNamed('sms')).toMatchObject({
      options: {
        provider: 'twilio',
        twilio_sid: TWILIO.TWILIO_SID,
        twilio_token: TWILIO.TWILIO_AUTH_TOKEN,
        messaging_service_sid: `MG${'2'.repeat(32)}`,
        // Of the tenant's own: the settings are silent about them.
        template: 'Ours: @@password@@',
        gateway_url: 'https://gateway.example.com',
        totp: { length: 8, time_step: 180 },
      },
      enabled_clients: ['sample-app', 'theirs', 'shop'],
    } satisfies Partial<Connection>);
    expect(tenant.data.connectionNamed('sms')?.options).not.toHaveProperty('from');
    expect(tenant.data.connectionNamed('email')).toMatchObject({
      options: { email: { from: 'Acme <login@example.com>', body: expect.stringContaining('{{ code }}') } },
      enabled_clients: ['shop'],
    });
    expect(tenant.data.configured('/attack-protection/brute-force-protection')).toMatchObject({
      ...{ enabled: true, max_attempts: 5, mode: 'count_per_identifier_and_ip' },
    });
    expect([...tenant.data.factors].sort()).toEqual(['otp', 'push-notification']);

    const saved = readdirSync(join(copy.folder, 'saved')).sort();
    expect(saved).toEqual([
      expect.stringMatching(/^[\d-]+-[0-9a-f]{6}-tenant\.json$/),
      expect.stringMatching(/^[\d-]+-[0-9a-f]{6}\.html$/),
      expect.stringMatching(/^[\d-]+-[0-9a-f]{6}\.json$/),
    ]);
    const text = (index: number) => readFileSync(join(copy.folder, 'saved', saved[index] ?? ''), 'utf8');
    expect(text(1)).toBe(THEIRS);
    expect(text(0)).toContain('"twilio_token": "(not saved)"');
    expect(text(0)).not.toContain('old-token');

    const again = await run(['--apply', '--yes', '--from', 'dist/tenant']);
    expect(again).toEqual({ code: 0, output: `${tenant.host} is as the settings say: nothing to change.` });
    rmSync(join(copy.folder, 'saved'), { recursive: true });
  });

  describe('where something fails', () => {
    /** As if the settings had changed since. */
    beforeEach(() => {
      const { data } = tenant;
      Object.assign(data.connectionNamed('sms') ?? {}, {
        ...{ enabled_clients: ['theirs'], display_name: 'By text' },
        options: { ...data.connectionNamed('sms')?.options, totp: { length: 4, time_step: 60 } },
      });
      Object.assign(data.configuration.get('/attack-protection/brute-force-protection') ?? {}, {
        ...{ max_attempts: 7, allowlist: null },
      });
    });
    const apply = () => run(['--apply', '--yes', '--from', 'dist/tenant']);
    const fault = (path: string, method: string, status: number, body: object, times?: number) =>
      tenant.faults.set({
        ...{ path: `/api/v2${path}`, method, answer: { status, body } },
        ...(times !== undefined && { times }),
      });

    it('tells what was done and what was not, and goes on when it is run again', async () => {
      const message = `No such token as ${TWILIO.TWILIO_AUTH_TOKEN}: ${'x'.repeat(150)}${TWILIO.TWILIO_AUTH_TOKEN}`;
      fault('/connections/*', 'PATCH', 400, { statusCode: 400, error: 'Bad Request', message });
      const { code, output } = await apply();
      expect(code).toBe(1);
      expect(output).toContain('Done: brute force protection\n');
      expect(output).toContain('could not change the connection sms: the tenant refused it, HTTP 400');
      expect(output).toContain('Not done: connection sms; connection sms, enabled for "Shop" (shop).');
      expect(output).toMatch(
        /Still to be changed in \S+:\n {2}connection sms\n {4}totp.length: 4 -> 8\n {4}enabled for: "Shop"/,
      );
      expect(output).not.toMatch(/Done: connection|e{8}/);
      tenant.faults.clear();

      const again = await apply();
      expect(again.output.match(/^Done: .*$/gm)).toEqual([
        'Done: connection sms',
        'Done: connection sms, enabled for "Shop" (shop)',
      ]);
      expect(again.code).toBe(0);
      expect(tenant.data.connectionNamed('sms')).toMatchObject({
        ...{ display_name: 'By text', enabled_clients: ['theirs', 'shop'] },
        // The settings are silent about it.
        options: { totp: { length: 8, time_step: 60 } },
      });
      const sent = tenant.requests.findLast(
        ({ method, path }) => method === 'PATCH' && /con_\w+$/.test(path),
      );
      expect(sent?.body).toMatchObject({ display_name: 'By text' });
    });

    it('sees what the tenant says that it took, and did not', async () => {
      fault('/connections/*/clients', 'PATCH', 204, {});
      const { code, output } = await apply();
      expect({ code, output }).toEqual({
        code: 1,
        output: expect.stringMatching(
          /Still to be changed in \S+:\n {2}connection sms\n {4}enabled for: "Shop" \(shop\)\nRun/,
        ),
      });
    });

    it('sends again what a server that is unwell has lost, and keeps to a rate limit', async () => {
      fault('/connections/*', 'PATCH', 500, {}, 1);
      fault('/attack-protection/brute-force-protection', 'PATCH', 429, {}, 1);
      expect(await apply()).toMatchObject({ code: 0 });
    });

    it('says that it is the plan, where the plan lacks it', async () => {
      const message = 'Please upgrade your subscription to use bot detection';
      fault('/attack-protection/brute-force-protection', 'PATCH', 403, {
        ...{ statusCode: 403, error: 'Forbidden', message, errorCode: 'insufficient_entitlement' },
      });
      const { code, output } = await apply();
      expect({ code, output }).toEqual({
        code: 1,
        output: expect.stringContaining(
          `could not change the brute force protection: the tenant's plan does not include it ("${message}")`,
        ),
      });
    });

    it.each<[string, object, string]>([
      ['/connections', { connections: [{ id: 7 }] }, 'not of the usual form (at 0.id)'],
      [
        '/connections/*/clients',
        { clients: [{ client_id: null }] },
        'not of the usual form (at 0.client_id)',
      ],
      ['/attack-protection/brute-force-protection', [], 'the answer is not of the usual form'],
      ['/guardian/factors', { factors: 'none' }, 'the answer is not of the usual form'],
      ['/clients', { clients: [{ name: 'Shop' }] }, 'not of the usual form (at 0.client_id)'],
    ])('says that it does not understand %s, where it does not', async (path, body, message) => {
      fault(path, 'GET', 200, body);
      const { code, output } = await apply();
      expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(message) });
    });
  });

  it('reads a tenant with null for all that may be null', async () => {
    const before = writes();
    const shop = tenant.data.applications.get('shop');
    Object.assign(shop ?? {}, { callbacks: null, allowed_origins: null });
    Object.assign(tenant.data.connectionNamed('sms') ?? {}, { display_name: null });
    Object.assign(tenant.data.configuration.get('/attack-protection/brute-force-protection') ?? {}, {
      ...{ allowlist: null, shields: null },
    });
    const { code, output } = await run(['--from', 'dist/tenant']);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('    shields: ["block"') });
    expect(writes()).toBe(before);
  });

  it('does not replace a page that was edited since it was built, but with --force', async () => {
    const edited =
      tenant.data.loginPage('shop')?.replace(/(?=<\/body>\s*<\/html>\s*$)/, '<p>Edited by Bob</p>') ?? '';
    tenant.setPage(edited);
    const before = writes();
    for (const args of [[], ['--apply', '--yes']]) {
      expect(await run(['--from', 'dist/tenant', ...args])).toEqual({
        code: 1,
        output: expect.stringContaining(
          'one of ours, changed since it was built, which is not replaced without',
        ),
      });
    }
    expect(writes()).toBe(before);
    expect(await run(['--from', 'dist/tenant', '--apply', '--yes', '--force'])).toMatchObject({ code: 0 });
  });

  it('leaves the sending to the tenant, where it can', async () => {
    copy.write('login.config.ts', configText({ tenant: { sms: { provider: 'tenant' } } }));
    const env = { TWILIO_SID: '', TWILIO_AUTH_TOKEN: '' };
    const { phone } = tenant.data.providers;
    phone.push({
      ...{ id: 'pro_1', name: 'twilio', disabled: false },
      configuration: { delivery_methods: ['voice'] },
    });
    const none = await run(['--apply', '--yes'], { env });
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining('Branding > Phone Provider') });
    Object.assign(phone[0] ?? {}, { configuration: { delivery_methods: ['voice', 'text'] } });
    const ended = await run(['--apply', '--yes', '--backups', 'saved'], { env });
    expect(ended.output).toContain('use_phone_provider: true');
    expect(ended).toMatchObject({ code: 0 });
    const { options = {} } = tenant.data.connectionNamed('sms') ?? {};
    expect(options).toMatchObject({ use_phone_provider: true, template: 'Ours: @@password@@' });
    for (const key of ['provider', 'twilio_sid', 'twilio_token', 'from', 'messaging_service_sid']) {
      expect(options).not.toHaveProperty(key);
    }
  });
});
