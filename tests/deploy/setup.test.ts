import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ApiFailure } from '../../src/deploy/api/ApiFailure.ts';
import { ManagementApi } from '../../src/deploy/api/ManagementApi.ts';
import { readCredentials } from '../../src/deploy/api/readCredentials.ts';
import { type Applying, applySetup } from '../../src/deploy/setup/applySetup.ts';
import { ensureUnchanged, leftOf } from '../../src/deploy/setup/compareTenant.ts';
import { filledIn } from '../../src/deploy/setup/differences.ts';
import type { LiveTenant } from '../../src/deploy/setup/LiveTenant.ts';
import { mergeOptions } from '../../src/deploy/setup/mergeOptions.ts';
import { planSetup } from '../../src/deploy/setup/planSetup.ts';
import { planText } from '../../src/deploy/setup/planText.ts';
import { readLiveTenant } from '../../src/deploy/setup/readLiveTenant.ts';
import type { SetupPlan, SetupStep } from '../../src/deploy/setup/SetupPlan.ts';
import type { BuiltConnection, TenantArtifact } from '../../src/deploy/setup/TenantArtifact.ts';
import { twilioSecrets } from '../../src/deploy/setup/twilioSecrets.ts';
import { UserError } from '../../src/settings/UserError.ts';
import { damaged } from '../support/damaged.ts';

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
  sendsTexts: null,
  attackProtection: {},
  factors: {},
  ...over,
});
const secrets = { TWILIO_SID: `AC${'0'.repeat(32)}`, TWILIO_AUTH_TOKEN: 'f'.repeat(32) };
const connection = (options: Readonly<Record<string, unknown>>, enabled: readonly string[] = []) => ({
  id: 'con_1',
  name: 'sms',
  strategy: 'sms',
  displayName: null,
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

describe('who sends an SMS', () => {
  const tenants = built({ options: { use_phone_provider: true, template: 'Code: @@password@@' } });
  const own = { provider: 'twilio', twilio_sid: 'AC1', twilio_token: 't', from: '+1', totp: { length: 6 } };
  it.each<[string, BuiltConnection, Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
    ['the tenant, of a connection with Twilio', tenants, own, { totp: { length: 6 } }],
    [
      'the tenant, of one with a gateway, which stays for the way back',
      tenants,
      { provider: 'sms_gateway', gateway_url: 'https://example.com', messaging_service_sid: null },
      { provider: 'sms_gateway', gateway_url: 'https://example.com' },
    ],
  ])('is %s', (_what, wanted, live, kept) => {
    expect(mergeOptions(wanted, live)).toEqual({ ...tenants.options, ...kept });
  });

  it('is the connection where the settings say so, and the tenant did', () => {
    const merged = mergeOptions(built(), { use_phone_provider: true });
    expect(merged).toEqual({ ...built().options, use_phone_provider: false });
    expect(mergeOptions(built(), {})).not.toHaveProperty('use_phone_provider');
  });

  it('is no one where the tenant has no phone provider for texts', () => {
    const wanted = artifact({ connections: [tenants] });
    expect(() => planSetup(wanted, live({ sendsTexts: false }), {})).toThrow(
      'the tenant has no phone provider that is on and sends text messages',
    );
    expect(planSetup(wanted, live({ sendsTexts: true, connections: [connection(own)] }), {})[0]).toEqual({
      of: 'connection sms',
      change: { kind: 'connection', id: 'con_1', fields: { options: expect.anything() } },
      differences: [
        { path: 'use_phone_provider', before: null, after: 'true' },
        { path: 'template', before: null, after: '"Code: @@password@@"' },
        { path: 'provider', before: '"twilio"', after: 'taken away' },
        { path: 'twilio_sid', before: '(not shown)', after: 'taken away' },
        { path: 'twilio_token', before: '(not shown)', after: 'taken away' },
        { path: 'from', before: '"+1"', after: 'taken away' },
      ],
    });
  });
});

describe('planSetup', () => {
  it('plans nothing where all is as it should be, in whatever order', () => {
    const wanted = artifact({
      connections: [built({ applications: ['App'] })],
      attackProtection: {
        'brute-force-protection': { enabled: true, shields: ['block', 'user_notification'], allowlist: [] },
      },
      factors: [{ name: 'otp', enabled: true }],
    });
    const same = live({
      applications: [{ client_id: 'a', name: 'App' }],
      connections: [connection({ ...done, more: true }, ['a', 'b'])],
      attackProtection: {
        'brute-force-protection': {
          ...{ enabled: true, shields: ['user_notification', 'block'], max_attempts: 3, allowlist: null },
        },
      },
      factors: { otp: true, sms: true },
    });
    expect(planSetup(wanted, same, secrets)).toEqual([]);
  });

  it('says what changes and nothing else, in a safe order, and shows no secret', () => {
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
        {
          ...connection({ ...done, totp: { length: 6, time_step: 90 }, twilio_token: 'old' }, ['theirs']),
          displayName: 'By text',
        },
      ],
      attackProtection: {
        'brute-force-protection': { enabled: false },
        'suspicious-ip-throttling': { enabled: true, allowlist: ['192.0.2.1'] },
      },
      factors: { otp: false, sms: false },
    });
    const plan = planSetup(wanted, there, secrets);
    expect(planText(plan)).toBe(
      [
        '  brute force protection',
        '    enabled: false -> true',
        '  factor',
        '    otp: off -> on',
        '  connection sms',
        '    twilio_token: (not shown) -> set, not shown',
        '    totp.length: 6 -> 8',
        '    enabled for: "App" (a)',
        '  login page',
        '    15 bytes, on -> 14 bytes, on',
      ].join('\n'),
    );
    expect(plan.map(({ change }) => change)).toEqual([
      { kind: 'protection', name: 'brute-force-protection', fields: { enabled: true } },
      { kind: 'factor', name: 'otp', enabled: true },
      {
        kind: 'connection',
        id: 'con_1',
        fields: {
          display_name: 'By text',
          options: { ...built().options, totp: { length: 8, time_step: 90 } },
        },
      },
      { kind: 'applications', id: 'con_1', connection: 'sms', clientIds: ['a'] },
      { kind: 'page', html: 'new @@config@@' },
    ]);
    for (const secret of Object.values(secrets)) expect(JSON.stringify(plan)).not.toContain(secret);
  });

  it('makes a connection that is not there, and only then enables it', () => {
    const wanted = artifact({ connections: [built({ applications: ['App'] })] });
    const plan = planSetup(wanted, live({ applications: [{ client_id: 'a', name: 'App' }] }), secrets);
    expect(plan.map(({ change }) => change)).toEqual([
      { kind: 'new connection', name: 'sms', options: built().options },
      { kind: 'applications', id: null, connection: 'sms', clientIds: ['a'] },
    ]);
    expect(plan[0]?.differences[0]).toEqual({ path: '', before: null, after: 'new' });
    // No one is named.
    expect(planSetup(artifact(), live(), secrets)).toHaveLength(1);
  });

  it('turns a page on that is there, and says so', () => {
    const off = live({ page: { html: 'page @@config@@', isOn: false }, connections: [connection(done)] });
    expect(planText(planSetup(artifact(), off, secrets))).toBe(
      '  login page\n    15 bytes, off -> 15 bytes, on; the same page',
    );
  });

  it('knows a secret that the tenant does not tell', () => {
    const { twilio_token: _token, ...untold } = done;
    const plan = planSetup(artifact(), live({ connections: [connection(untold)] }), secrets);
    expect(plan.flatMap(({ differences }) => differences)).toEqual([
      { path: 'twilio_token', before: null, after: 'set, not shown', isUntold: true },
    ]);
    // Sent, and never seen again: nothing is left of it.
    expect(leftOf(plan, plan)).toEqual([]);
  });

  it('refuses a connection of that name that is something else', () => {
    const other = { ...connection({ a: 1 }), strategy: 'auth0' };
    expect(() => planSetup(artifact(), live({ connections: [other] }), secrets)).toThrow(
      'The tenant has a connection "sms" of the strategy "auth0"',
    );
  });

  it('fills placeholders in, however deep, and no other text', () => {
    const given = {
      a: ['##TWILIO_SID##'],
      b: { c: '##TWILIO_AUTH_TOKEN##' },
      d: 'x ##TWILIO_SID##',
      e: '##F##',
    };
    expect(filledIn(given, { TWILIO_SID: '1', TWILIO_AUTH_TOKEN: '2' })).toEqual({
      ...{ a: ['1'], b: { c: '2' }, d: 'x ##TWILIO_SID##', e: '##F##' },
    });
  });
});

describe('applySetup', () => {
  const step = (of: string, isUntold = false): SetupStep => ({
    of,
    change: { kind: 'factor', name: 'otp', enabled: true },
    differences: [{ path: of, before: null, after: 'x', isUntold }],
  });
  const plan: SetupPlan = [step('a'), step('b'), step('c')];
  const gone = (kind: ApiFailure['kind']) => new ApiFailure(kind, `It is ${kind}.`);

  /** A tenant that takes steps, and fails where `fail` says so: `arrives`, whether the step is done all the same. */
  function run(
    fail: (of: string, attempt: number) => { kind: ApiFailure['kind']; arrives?: boolean } | null,
    over: Partial<Applying> = {},
  ) {
    const taken: string[] = [];
    const tries: string[] = [];
    const how: Applying = {
      carryOut: async ({ of }) => {
        tries.push(of);
        const failure = fail(of, tries.filter((it) => it === of).length);
        if (failure === null || failure.arrives) taken.push(of);
        if (failure !== null) throw gone(failure.kind);
      },
      left: async (steps) => steps.filter(({ of }) => !taken.includes(of)),
      onDone: () => undefined,
      isOver: () => false,
      pauses: [0, 0],
      ...over,
    };
    return applySetup(plan, how).then((applied) => ({ ...applied, tries }));
  }
  const names = (steps: SetupPlan | null) => steps?.map(({ of }) => of);

  it.each<[string, Parameters<typeof run>[0], string[], string[], string | null]>([
    ['nothing fails', () => null, ['a', 'b', 'c'], [], null],
    ['a step is refused', (of) => (of === 'b' ? { kind: 'refused' } : null), ['a', 'b'], ['b', 'c'], 'b'],
    [
      'an answer is lost, and the step has arrived',
      (of) => (of === 'b' ? { kind: 'slow', arrives: true } : null),
      ['a', 'b', 'c'],
      [],
      null,
    ],
    [
      'a step is lost, and arrives when it is sent again',
      (of, attempt) => (of === 'b' && attempt < 3 ? { kind: 'server' } : null),
      ['a', 'b', 'b', 'b', 'c'],
      [],
      null,
    ],
    [
      'a step is lost again and again',
      (of) => (of === 'b' ? { kind: 'unreachable' } : null),
      ['a', 'b', 'b', 'b'],
      ['b', 'c'],
      'b',
    ],
  ])('where %s', async (_what, fail, tries, left, failed) => {
    const applied = await run(fail);
    expect({ tries: applied.tries, left: names(applied.left) }).toEqual({ tries, left });
    expect(applied.failure?.step.of ?? null).toBe(failed);
    expect(names(applied.done)).toEqual(plan.map(({ of }) => of).filter((of) => !left.includes(of)));
  });

  it('sends a secret again whose arrival cannot be seen', async () => {
    const carryOut = vi.fn(async () => {
      if (carryOut.mock.calls.length === 1) throw gone('slow');
    });
    const how = { carryOut, left: async () => [], onDone: () => undefined, isOver: () => false, pauses: [0] };
    await applySetup([step('secret', true)], how);
    expect(carryOut).toHaveBeenCalledTimes(2);
    // A connection that is there has been made, with all that was sent: another one of its name would be refused.
    carryOut.mockClear();
    const made: SetupStep = {
      ...step('connection sms', true),
      change: { kind: 'new connection', name: 'sms', options: {} },
    };
    expect((await applySetup([made], how)).failure).toBeNull();
    expect(carryOut).toHaveBeenCalledTimes(1);
  });

  it('begins no more once it is over, and says what the tenant does not show', async () => {
    let begun = 0;
    expect(names((await run(() => null, { isOver: () => begun++ > 0 })).done)).toEqual(['a']);
    const ignored = await run(() => null, { left: async (steps) => steps.slice(1) });
    expect({ failure: ignored.failure, left: names(ignored.left) }).toEqual({
      failure: null,
      left: ['b', 'c'],
    });
    const blind = await run(() => null, { left: () => Promise.reject(gone('unreachable')) });
    expect({ done: names(blind.done), left: blind.left }).toEqual({ done: ['a', 'b', 'c'], left: null });
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

describe('readLiveTenant', () => {
  const answers: Readonly<Record<string, unknown>> = {
    '/oauth/token': { access_token: 'a', expires_in: 86_400, token_type: 'Bearer' },
    '/clients': { clients: [{ client_id: 'app', name: 'App', callbacks: [] }] },
    '/clients/app': { client_id: 'app', custom_login_page: 'page', custom_login_page_on: true },
    '/connections': {
      connections: [
        { id: 'con_1', name: 'sms', strategy: 'sms', options: { from: '+1', totp: { length: 4 } } },
      ],
    },
    '/connections/con_1/clients': { clients: [{ client_id: 'app' }] },
    '/branding/phone/providers': {
      providers: [{ name: 'twilio', disabled: false, configuration: { delivery_methods: ['text'] } }],
    },
    '/attack-protection/brute-force-protection': { enabled: true, shields: ['block'], allowlist: [] },
    '/guardian/factors': [{ name: 'otp', enabled: false }],
  };
  const wanted = artifact({
    connections: [
      built({ applications: ['App'] }),
      built({ name: 'email', options: { use_phone_provider: true } }),
    ],
    attackProtection: { 'brute-force-protection': { enabled: true, shields: ['block'] } },
    factors: [{ name: 'otp', enabled: true }],
  });

  const plan = async (over: Readonly<Record<string, unknown>>) => {
    const fetch: typeof globalThis.fetch = async (input) => {
      const path = new URL(String(input)).pathname.replace('/api/v2', '');
      return Response.json({ ...answers, ...over }[path] ?? null);
    };
    const env = { AUTH0_DOMAIN: 'acme.example.com', AUTH0_CLIENT_ID: 'a', AUTH0_CLIENT_SECRET: 'b' };
    const { live: found } = await readLiveTenant(new ManagementApi(readCredentials(env), fetch), wanted);
    return planSetup(wanted, found, secrets);
  };

  it('reads what a tenant answers', async () => {
    expect((await plan({})).map(({ of }) => of)).toEqual([
      ...['factor', 'connection sms', 'connection email', 'login page'],
    ]);
  });

  it('reads whatever a tenant answers, or says what it did not understand', async () => {
    const { '/oauth/token': _, ...rest } = answers;
    const one = fc
      .constantFrom(...Object.keys(rest))
      .chain((path) => damaged(rest[path]).map((body) => ({ [path]: body })));
    let read = 0;
    await fc.assert(
      fc.asyncProperty(one, async (over) => {
        const error = await plan(over).then(
          () => null,
          (thrown: unknown) => thrown,
        );
        if (error === null) read++;
        else expect(error).toBeInstanceOf(UserError);
      }),
      { numRuns: 300 },
    );
    expect(read).toBeGreaterThan(20);
  });
});

describe('twilioSecrets', () => {
  it('needs them for SMS alone', () => {
    expect(twilioSecrets(artifact({ connections: [] }), {})).toEqual({});
    const tenants = built({ options: { use_phone_provider: true } });
    expect(twilioSecrets(artifact({ connections: [tenants] }), {})).toEqual({});
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
