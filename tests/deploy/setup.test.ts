import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../src/deploy/api/readCredentials.ts';
import { collisions } from '../../src/deploy/setup/collisions.ts';
import { deployCliEnvironment } from '../../src/deploy/setup/deployCliEnvironment.ts';
import { ensureUnchanged } from '../../src/deploy/setup/ensureUnchanged.ts';
import { foreseeRewrites } from '../../src/deploy/setup/foreseeRewrites.ts';
import type { LiveTenant } from '../../src/deploy/setup/LiveTenant.ts';
import { mergeOptions } from '../../src/deploy/setup/mergeOptions.ts';
import { plainLines } from '../../src/deploy/setup/plainLines.ts';
import { planSetup } from '../../src/deploy/setup/planSetup.ts';
import { planText } from '../../src/deploy/setup/planText.ts';
import { rewrites } from '../../src/deploy/setup/rewrites.ts';
import { runDeployCli } from '../../src/deploy/setup/runDeployCli.ts';
import type { BuiltConnection, TenantArtifact } from '../../src/deploy/setup/TenantArtifact.ts';
import { twilioSecrets } from '../../src/deploy/setup/twilioSecrets.ts';
import { root } from '../support/paths.ts';

const { keywordReplace } = createRequire(import.meta.url)('auth0-deploy-cli/lib/tools/utils.js') as {
  keywordReplace(text: string, mappings: Readonly<Record<string, string>>): string;
};

const built = (over: Partial<BuiltConnection> = {}): BuiltConnection => ({
  name: 'sms',
  options: {
    provider: 'twilio',
    twilio_sid: '##TWILIO_SID##',
    twilio_token: '##TWILIO_AUTH_TOKEN##',
    from: '+15005550006',
    template: 'Code: @@password@@',
    totp: { length: 8, time_step: 180 },
  },
  applications: undefined,
  defaults: ['template', 'totp.time_step'],
  ...over,
});
const artifact = (over: Partial<TenantArtifact> = {}): TenantArtifact => ({
  page: 'login',
  html: 'page @@config@@',
  connections: [built()],
  attackProtection: {},
  factors: [],
  ...over,
});
const live = (over: Partial<LiveTenant> = {}): LiveTenant => ({
  page: { html: 'page @@config@@', isOn: true },
  applications: [],
  connections: [],
  attackProtection: {},
  factors: {},
  ...over,
});
const secrets = { TWILIO_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'f'.repeat(32) };
const connection = (options: Readonly<Record<string, unknown>>, enabled: readonly string[] = []) => ({
  id: 'con_1',
  name: 'sms',
  strategy: 'sms',
  options,
  enabled,
});
/** What is live once the artifact has been carried out. */
const done = { ...built().options, twilio_sid: secrets.TWILIO_SID, twilio_token: secrets.TWILIO_AUTH_TOKEN };

describe('mergeOptions', () => {
  it.each<[string, Readonly<Record<string, unknown>> | null, Readonly<Record<string, unknown>>]>([
    ['a connection that is new', null, {}],
    [
      'what the settings do not know',
      { gateway_url: 'https://example.com' },
      { gateway_url: 'https://example.com' },
    ],
    ['what they are silent about', { template: 'Ours: @@password@@' }, { template: 'Ours: @@password@@' }],
    ['half of an object', { totp: { length: 4, time_step: 90 } }, { totp: { length: 8, time_step: 90 } }],
    ['an object’s other keys', { totp: { more: 1 } }, { totp: { more: 1, length: 8, time_step: 180 } }],
    ['what is named', { from: '+15005550000', provider: 'sms_gateway' }, {}],
    ['nothing in place of a default', { template: null }, {}],
    ['no sender beside the other one', { messaging_service_sid: 'MG1' }, {}],
  ])('keeps %s', (_what, options, kept) => {
    expect(mergeOptions(built(), options)).toEqual({ ...built().options, ...kept });
  });

  it('has a number give way to a messaging service', () => {
    const { from: _from, ...rest } = built().options;
    const service = built({ options: { ...rest, messaging_service_sid: 'MG1' } });
    expect(mergeOptions(service, { from: '+15005550006' })).toEqual({
      ...rest,
      messaging_service_sid: 'MG1',
    });
  });
});

describe('planSetup', () => {
  it('plans nothing where all is as it should be, in whatever order', () => {
    const wanted = artifact({
      connections: [built({ applications: ['App'] })],
      attackProtection: {
        'brute-force-protection': { enabled: true, shields: ['block', 'user_notification'] },
      },
      factors: [{ name: 'otp', enabled: true }],
    });
    const same = live({
      applications: [{ client_id: 'a', name: 'App' }],
      connections: [connection({ ...done, more: true }, ['a', 'b'])],
      attackProtection: {
        'brute-force-protection': { enabled: true, shields: ['user_notification', 'block'], max_attempts: 3 },
      },
      factors: { otp: true, sms: true },
    });
    expect(planSetup(wanted, same, secrets)).toEqual({
      differences: [],
      files: new Map(),
      types: [],
      connections: [],
    });
  });

  it('sends what changes and nothing else, and shows no secret', () => {
    const wanted = artifact({
      html: 'new @@config@@',
      connections: [built({ applications: ['App'] })],
      attackProtection: { 'brute-force-protection': { enabled: true }, 'suspicious-ip-throttling': {} },
      factors: [
        { name: 'otp', enabled: true },
        { name: 'sms', enabled: false },
      ],
    });
    const there = live({
      applications: [{ client_id: 'a', name: 'App' }],
      connections: [
        connection({ ...done, totp: { length: 6, time_step: 90 }, twilio_token: 'old' }, ['theirs']),
      ],
      attackProtection: {
        'brute-force-protection': { enabled: false },
        'suspicious-ip-throttling': { enabled: true, allowlist: ['192.0.2.1'] },
      },
      factors: { otp: false, sms: false },
    });
    const { differences, files, types, connections } = planSetup(wanted, there, secrets);
    expect(planText(differences)).toBe(
      [
        '  login page',
        '    15 bytes, on -> 14 bytes, on',
        '  connection sms',
        '    twilio_token: (not shown) -> set, not shown',
        '    totp.length: 6 -> 8',
        '    enabled for: "App" (a)',
        '  brute force protection',
        '    enabled: false -> true',
        '  factor',
        '    otp: off -> on',
      ].join('\n'),
    );
    expect([...files.keys()]).toEqual([
      'pages/login.html',
      'pages/login.json',
      'connections/sms.json',
      'attack-protection/brute-force-protection.json',
      'attack-protection/suspicious-ip-throttling.json',
      'guardian/factors/otp.json',
    ]);
    expect(JSON.parse(files.get('connections/sms.json') ?? '')).toEqual({
      name: 'sms',
      strategy: 'sms',
      enabled_clients: ['theirs', 'a'],
      options: { ...built().options, totp: { length: 8, time_step: 90 } },
    });
    // Sent, since auth0-deploy-cli sends every file of the folder; and a change of nothing.
    expect(JSON.parse(files.get('attack-protection/suspicious-ip-throttling.json') ?? '')).toEqual({
      enabled: true,
    });
    expect({ types, connections }).toEqual({
      types: ['pages', 'connections', 'attackProtection', 'guardianFactors'],
      connections: ['sms'],
    });
  });

  it('leaves who uses a connection alone where the settings name nobody', () => {
    const { files } = planSetup(
      artifact(),
      live({ connections: [connection({ from: '+1' }, ['theirs'])] }),
      secrets,
    );
    expect(JSON.parse(files.get('connections/sms.json') ?? '')).toMatchObject({
      enabled_clients: ['theirs'],
    });
    const fresh = planSetup(artifact(), live(), secrets);
    expect(JSON.parse(fresh.files.get('connections/sms.json') ?? '')).not.toHaveProperty('enabled_clients');
    expect(fresh.differences[0]).toEqual({ of: 'connection sms', path: '', before: null, after: 'new' });
  });

  it('turns a page on that is there, and says so', () => {
    const off = live({ page: { html: 'page @@config@@', isOn: false }, connections: [connection(done)] });
    expect(planText(planSetup(artifact(), off, secrets).differences)).toBe(
      '  login page\n    15 bytes, off -> 15 bytes, on; the same page',
    );
  });

  it('knows a secret that the tenant does not tell', () => {
    const { twilio_token: _token, ...untold } = done;
    const { differences } = planSetup(artifact(), live({ connections: [connection(untold)] }), secrets);
    expect(differences).toEqual([
      { of: 'connection sms', path: 'twilio_token', before: null, after: 'set, not shown', isUntold: true },
    ]);
  });

  it('refuses a connection of that name that is something else', () => {
    const other = { ...connection({ a: 1 }), strategy: 'auth0' };
    expect(() => planSetup(artifact(), live({ connections: [other] }), secrets)).toThrow(
      'The tenant has a connection "sms" of the strategy "auth0"',
    );
  });
});

describe('ensureUnchanged', () => {
  const compared = (over: Partial<LiveTenant>) => ({
    live: live(over),
    place: { domain: 'acme.example.com', clientId: 'global', application: null },
    plan: planSetup(artifact(), live(over), secrets),
  });

  it('stops where the tenant is not the one that was shown', () => {
    const shown = compared({ connections: [connection({ from: '+1' })] });
    ensureUnchanged(shown, compared({ connections: [connection({ from: '+1' })] }));
    // Neither is among the differences.
    for (const now of [
      compared({ connections: [connection({ from: '+1' }, ['new'])] }),
      compared({ connections: [connection({ from: '+1', more: 1 })] }),
    ]) {
      expect(() => ensureUnchanged(shown, now)).toThrow(
        'acme.example.com has been changed since it was shown',
      );
    }
  });
});

describe('rewrites', () => {
  const text = 'a @@config@@ b "@@password@@" c ##TWILIO_SID## d @@__IMMUTABLE_MAP__@@ e @@a(b)@@ f';
  it.each([
    ['config', true],
    ['CONFIG', false],
    ['Config', false],
    ['password', true],
    ['TWILIO_SID', true],
    ['__IMMUTABLE_MAP__', true],
    ['IMMUTABLE', false],
    ['conf.g', true],
    ['a(b)', false],
    ['PATH', false],
    ['', false],
  ])('knows what auth0-deploy-cli would do with a variable %j', (name, expected) => {
    expect(rewrites(name, text)).toBe(expected);
    expect(keywordReplace(text, { [name]: 'value' }) !== text).toBe(expected);
  });

  it('takes a name that is no regular expression for harmless: auth0-deploy-cli stops at it', () => {
    expect(rewrites('a(', text)).toBe(false);
    expect(() => keywordReplace(text, { 'a(': 'value' })).toThrow('Invalid regular expression');
  });
});

describe('collisions', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['nothing', { PATH: '/bin', TWILIO_SID: 'x', TWILIO_AUTH_TOKEN: 'x', CONFIG: 'x' }, []],
    ['config', { config: 'x' }, ['There is an environment variable named "config", and the page holds']],
    ['password', { password: 'x' }, ['named "password", and the connection sms holds a marker of that name']],
    ['a mapping', { AUTH0_KEYWORD_REPLACE_MAPPINGS: '{"config":"x"}' }, ['named "config"', 'not passed on']],
    ['deletion', { AUTH0_ALLOW_DELETE: 'true' }, ['AUTH0_ALLOW_DELETE is set, and not passed on']],
  ])('warns of %s', (_what, env, expected) => {
    const found = collisions(artifact(), env);
    expect(found).toHaveLength(expected.length);
    for (const [index, text] of expected.entries()) expect(found[index]).toContain(text);
  });
});

describe('what auth0-deploy-cli is given', () => {
  const plan = planSetup(artifact({ html: 'new' }), live(), secrets);
  const env = {
    ...{
      PATH: '/bin',
      https_proxy: 'http://proxy',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
      config: 'x',
      HOME: '/root',
    },
    ...{ AUTH0_DOMAIN: 'acme.eu.auth0.com', AUTH0_CLIENT_ID: 'id', AUTH0_CLIENT_SECRET: 'secret' },
    ...{
      AUTH0_ALLOW_DELETE: 'true',
      AUTH0_DRY_RUN: 'true',
      AUTH0_EXCLUDED: '["pages"]',
      AUTH0_DEBUG: 'true',
    },
  };

  it('is what it needs of the environment, and no leave to delete', () => {
    expect(deployCliEnvironment(env, readCredentials(env), secrets, plan)).toEqual({
      PATH: '/bin',
      https_proxy: 'http://proxy',
      NODE_EXTRA_CA_CERTS: '/ca.pem',
      AUTH0_DOMAIN: 'acme.eu.auth0.com',
      AUTH0_CLIENT_ID: 'id',
      AUTH0_CLIENT_SECRET: 'secret',
      AUTH0_ALLOW_DELETE: '',
      AUTH0_INCLUDED_ONLY: '["pages","connections"]',
      AUTH0_INCLUDED_CONNECTIONS: '["sms"]',
      ...secrets,
    });
    const token = { ...env, AUTH0_ACCESS_TOKEN: 'token', AUTH0_AUDIENCE: 'https://acme/api/v2/' };
    const given = deployCliEnvironment(token, readCredentials(token), {}, plan);
    expect(given).toMatchObject({ AUTH0_ACCESS_TOKEN: 'token', AUTH0_AUDIENCE: 'https://acme/api/v2/' });
    expect(given).not.toHaveProperty('AUTH0_CLIENT_SECRET');
  });

  it('rewrites nothing but what it is meant to', () => {
    const environment = { PATH: '/bin', AUTH0_DOMAIN: 'acme.eu.auth0.com', ...secrets };
    const check = (path: string, text: string) => () =>
      foreseeRewrites(new Map([[path, text]]), environment, secrets);
    expect(check('connections/sms.json', '##TWILIO_SID##')).not.toThrow();
    expect(check('pages/login.html', '@@config@@')).not.toThrow();
    expect(check('pages/login.html', '##TWILIO_SID##')).toThrow(
      'pages/login.html holds a marker of the name TWILIO',
    );
    expect(check('connections/email.html', '@@AUTH0_DOMAIN@@')).toThrow('the name AUTH0_DOMAIN');
  });

  it('is told without colours, times, noise and secrets', () => {
    const output =
      '2026-11-24T08:52:42.404Z - \x1b[32minfo\x1b[39m: Processing directory /tmp/x\r\n' +
      '◒  Calculating dry run changes for pages\x1b[1G\x1b[J◐  Calculating dry run changes for pages.\n│\n' +
      '2026-11-24T08:52:43.404Z - \x1b[32minfo\x1b[39m: Updated [pages]: {"name":"login"}\n' +
      '2026-11-24T08:52:43.404Z - \x1b[31merror\x1b[39m: Problem with hush-hush\n\n';
    expect(plainLines(output, ['hush-hush', ''])).toEqual([
      'Updated [pages]: {"name":"login"}',
      'error: Problem with (secret)',
    ]);
  });
});

describe('runDeployCli', () => {
  it('ends auth0-deploy-cli when it is interrupted', async () => {
    const interrupt = new AbortController();
    const options = { dryRun: true, environment: {}, secrets: [], signal: interrupt.signal };
    const running = runDeployCli(root, options);
    interrupt.abort();
    expect(await running).toEqual({ code: null, lines: [] });
  });
});

describe('twilioSecrets', () => {
  it('needs them for SMS alone', () => {
    expect(twilioSecrets(artifact({ connections: [] }), {})).toEqual({});
    expect(twilioSecrets(artifact(), { ...secrets, TWILIO_SID: ` ${secrets.TWILIO_SID}\n` })).toEqual(
      secrets,
    );
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['missing', {}, '  - TWILIO_SID is not set, or empty: it is the account SID'],
    ['empty', { ...secrets, TWILIO_AUTH_TOKEN: ' ' }, '  - TWILIO_AUTH_TOKEN is not set, or empty'],
    [
      'another SID',
      { ...secrets, TWILIO_SID: `SK${'0'.repeat(32)}` },
      '  - TWILIO_SID is not the account SID',
    ],
    [
      'a quote',
      { ...secrets, TWILIO_AUTH_TOKEN: 'aaaaaaaa","b' },
      '  - TWILIO_AUTH_TOKEN is not the auth token',
    ],
  ])('says what is %s, and no value', (_what, env, message) => {
    expect(() => twilioSecrets(artifact(), env)).toThrow(message);
    expect(() => twilioSecrets(artifact(), env)).not.toThrow(/aaaaaaaa|0{10}/);
  });
});
