import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManagementApi } from '../../../src/deploy/api/ManagementApi.ts';
import { readCredentials } from '../../../src/deploy/api/readCredentials.ts';
import { collectFacts } from '../../../src/deploy/doctor/collect/collectFacts.ts';
import { diagnose } from '../../../src/deploy/doctor/diagnose.ts';
import { showDiagnosis } from '../../../src/deploy/doctor/report/showDiagnosis.ts';
import { toJson } from '../../../src/deploy/doctor/report/toJson.ts';
import { askTwilio } from '../../../src/deploy/doctor/twilio/askTwilio.ts';
import { Applications } from '../../../src/deploy/pages/Applications.ts';
import { fingerprint } from '../../../src/deploy/pages/LivePage.ts';
import { readLivePage } from '../../../src/deploy/pages/readLivePage.ts';
import { replacePage } from '../../../src/deploy/replacePage.ts';
import { UserError } from '../../../src/settings/UserError.ts';
import { damaged } from '../../support/damaged.ts';
import { built } from './healthyFacts.ts';

const shield = { enabled: true, shields: ['block', 'user_notification'], allowlist: [] };
const app = {
  ...{ client_id: 'app', name: 'App', global: false, app_type: 'spa' },
  ...{ grant_types: ['authorization_code'], jwt_configuration: { alg: 'RS256', lifetime_in_seconds: 1 } },
  ...{ callbacks: ['https://app.example.com'], web_origins: ['https://app.example.com'] },
  ...{ allowed_origins: [], allowed_clients: [], cross_origin_authentication: false },
  ...{ organization_usage: 'deny', custom_login_page: '<p>', custom_login_page_on: false },
};
const global = { client_id: 'global', name: 'All Applications', global: true, custom_login_page_on: true };
const sms = {
  ...{ id: 'con_1', name: 'sms', strategy: 'sms', display_name: null, enabled_clients: [] },
  options: {
    ...{ provider: 'twilio', twilio_sid: 'AC1', twilio_token: 'x', from: '+15005550006' },
    ...{ template: '@@password@@', syntax: 'md_with_macros', totp: { length: 6, time_step: 180 } },
    ...{ use_phone_provider: false, brute_force_protection: true },
  },
};
const email = {
  ...{ id: 'con_2', name: 'email', strategy: 'email' },
  options: { email: { body: '{{ code }}', syntax: 'liquid', from: 'a@example.com' }, totp: null },
};

/** What a tenant answers, by path. Lists of applications and connections are the same for each question. */
const answers: Readonly<Record<string, unknown>> = {
  '/oauth/token': { access_token: 'a', expires_in: 86_400 },
  '/clients': { clients: [global, app] },
  '/clients/app': app,
  '/clients/global': { ...global, custom_login_page: '<p>@@config@@</p>' },
  '/connections': { connections: [sms, email] },
  '/connections/con_1/clients': { clients: [{ client_id: 'app' }] },
  '/connections/con_2/clients': { clients: [{ client_id: 'app' }] },
  '/branding/phone/providers': {
    providers: [
      {
        ...{ id: 'pro_1', name: 'twilio', disabled: false, channel: 'phone', credentials: null },
        configuration: { sid: 'AC1', default_from: '+1', mssid: null, delivery_methods: ['text'] },
      },
    ],
  },
  '/prompts': { universal_login_experience: 'classic', identifier_first: false },
  '/tenants/settings': {
    flags: { disable_clickjack_protection_headers: false },
    phone_consolidated_experience: false,
  },
  '/custom-domains': [{ custom_domain_id: 'cd_1', domain: 'login.example.com', status: 'ready' }],
  '/emails/provider': { name: 'smtp', enabled: true },
  '/attack-protection/brute-force-protection': shield,
  '/attack-protection/suspicious-ip-throttling': shield,
  '/attack-protection/bot-detection': { challenge_passwordless_policy: 'never' },
  '/attack-protection/phone-provider-protection': { type: 'exponential' },
  '/guardian/factors': [{ name: 'otp', enabled: true }],
  '/rules': [{ id: 'rul_1', name: 'A rule', enabled: true, script: '' }],
  '/hooks': { hooks: [{ id: 'h', name: 'A hook', enabled: false }] },
};

/** An answer of any status but those that are waited for, with JSON of any kind, or none. */
const refusals = fc
  .record({
    status: fc.constantFrom(200, 400, 401, 403, 404, 408, 409, 410, 413, 418, 500),
    body: fc.oneof(
      fc.jsonValue({ maxDepth: 1 }).map((it) => JSON.stringify(it)),
      fc
        .record({ message: fc.jsonValue(), error: fc.jsonValue(), errorCode: fc.jsonValue() })
        .map((it) => JSON.stringify(it)),
      fc.constantFrom('', '<html>', '{', 'null', '\u0000'),
    ),
    type: fc.constantFrom('application/json', 'text/html', 'nonsense'),
  })
  .map(({ status, body, type }) => new Response(body, { status, headers: { 'content-type': type } }));

function apiOf(over: Readonly<Record<string, unknown>>): ManagementApi {
  const fetch: typeof globalThis.fetch = async (input) => {
    const path = new URL(String(input)).pathname.replace('/api/v2', '');
    const answer = { ...answers, ...over }[path] ?? null;
    return answer instanceof Response ? answer.clone() : Response.json(answer);
  };
  const env = { AUTH0_DOMAIN: 'acme.example.com', AUTH0_CLIENT_ID: 'a', AUTH0_CLIENT_SECRET: 'b' };
  return new ManagementApi(readCredentials(env), fetch);
}

const diagnosis = async (over: Readonly<Record<string, unknown>>) => {
  const pages = [built(), built({ page: 'other', emailMethod: 'link' })];
  const found = diagnose(await collectFacts(apiOf(over), { client: undefined, built: pages, twilio: null }));
  return { found, text: showDiagnosis(found) + toJson(found) };
};

const saved = {
  ...{ id: '20260101-000000-abcdef', domain: 'acme.example.com', clientId: 'global', application: null },
  ...{ isOn: true, sha256: '0'.repeat(64), bytes: 0, savedAt: '2026-01-01T00:00:00Z' },
  replacedBy: { sha256: '0'.repeat(64), what: 'dist/login.html', commit: null },
};

const readings: Readonly<Record<string, (over: Readonly<Record<string, unknown>>) => Promise<unknown>>> = {
  doctor: diagnosis,
  'the applications': async (over) => new Applications(apiOf(over)).named('App'),
  'the page': async (over) => {
    const api = apiOf(over);
    return readLivePage(api, await new Applications(api).tenantWide());
  },
  'a deploy, or a restore': async (over) => {
    const api = apiOf(over);
    const place = await new Applications(api).tenantWide();
    // What is live already, so that it is there afterwards, too.
    const wanted = { html: '<p>@@config@@</p>', isOn: true };
    const save = async () => saved;
    return replacePage({
      api,
      place,
      shown: fingerprint(wanted),
      wanted,
      save,
      pathOf: () => '',
      pauses: [],
    });
  },
};

describe('whatever a tenant answers', () => {
  it('is read as it is, when nothing is damaged', async () => {
    const { found } = await diagnosis({});
    expect(found.findings.filter(({ result }) => result === 'unknown')).toEqual([]);
  });

  it('lists of an application may be null, as real tenants answer', async () => {
    const custom = { custom_domains: [{ domain: 'login.example.com', status: 'ready', primary: true }] };
    const lists = ['callbacks', 'web_origins', 'allowed_origins', 'allowed_clients', 'grant_types'];
    const nulls = { ...app, ...Object.fromEntries(lists.map((name) => [name, null])), app_type: null };
    const { found } = await diagnosis({
      '/clients/app': nulls,
      '/clients': { clients: [global, nulls] },
      '/custom-domains': custom,
    });
    expect(found.findings.filter(({ result }) => result === 'unknown')).toEqual([]);
    const holes = { ...app, callbacks: [null, 'https://app.example.com'] };
    expect(await new Applications(apiOf({ '/clients': { clients: [holes] } })).named('app')).toMatchObject({
      callbacks: ['https://app.example.com'],
    });
  });

  it('what is null reads as what is absent', async () => {
    const nulls = Object.fromEntries(Object.keys(app).map((name) => [name, null]));
    const absent = { client_id: 'app', name: 'App', global: false };
    const read = async (it: object) => (await diagnosis({ '/clients/app': it })).found;
    expect(await read({ ...nulls, ...absent })).toEqual(await read(absent));
    const page = async (it: object) =>
      readLivePage(apiOf({ '/clients/app': it }), await new Applications(apiOf({})).placeOf('app'));
    await expect(page({})).rejects.toThrow('lack the scope read:clients');
    await expect(page(nulls)).rejects.toThrow('lack the scope read:clients');
  });

  it('is told by call, field and type where it is not understood, never by value', async () => {
    const factors = [{ name: 'otp' }, { name: 'email', enabled: 'dont-tell' }];
    const { found, text } = await diagnosis({ '/guardian/factors': factors, '/prompts': 'dont-tell' });
    const reasons = found.findings.flatMap(({ result, reason }) => (result === 'unknown' ? [reason] : []));
    expect(reasons).toEqual([
      'Could not read the login experience: the answer is not of the usual form: received string, expected object.',
      'Could not read the factors of multi-factor authentication: the answer is not of the usual form (at 1.enabled): received string, expected boolean.',
    ]);
    expect(text).not.toContain('dont-tell');
  });

  it.each([
    [{ totp: { length: '6' } }, 'totp.length): received string, expected number'],
    [{ twilio_sid: 1 }, 'twilio_sid): received number, expected string'],
    [{ use_phone_provider: 'yes' }, 'use_phone_provider): received string, expected boolean'],
    [{ template: {} }, 'template): received object, expected string'],
  ])('options %j of a connection are told, not taken for absent', async (options, says) => {
    const { found } = await diagnosis({ '/connections': { connections: [{ ...sms, options }] } });
    expect(found.findings.find(({ id }) => id === 'sms-provider')).toMatchObject({
      result: 'unknown',
      reason: expect.stringContaining(
        `Could not read the connections: the answer is not of the usual form (at 0.options.${says}`,
      ),
    });
  });

  it('ends where a list has no end', async () => {
    const endless = { '/clients': { clients: Array(100).fill(app) } };
    await expect(new Applications(apiOf(endless)).all()).rejects.toThrow(
      /could not list the applications: the answer is not of the usual form/,
    );
    const { found } = await diagnosis({ '/connections/con_1/clients': { clients: [], next: 'x' } });
    expect(found.findings.map(({ reason }) => reason)).toContainEqual(
      expect.stringMatching(/^Could not read which applications have sms enabled: the answer is not/),
    );
  });

  it('may be that the plan does not include it', async () => {
    const body = { statusCode: 403, errorCode: 'insufficient_entitlement', message: 'Not entitled.' };
    const { found } = await diagnosis({
      '/attack-protection/bot-detection': Response.json(body, { status: 403 }),
    });
    expect(found.findings.find(({ id }) => id === 'bot-detection')).toMatchObject({
      result: 'unknown',
      reason: 'Your plan does not include it.',
      scope: null,
      fix: { dashboard: expect.stringContaining('your plan') },
    });
  });

  it.each(Object.entries(readings))(
    '%s: is a result, or says what was not understood',
    async (_, read) => {
      const one = fc
        .constantFrom(...Object.keys(answers))
        .chain((path) => fc.oneof(damaged(answers[path]), refusals).map((body) => ({ [path]: body })));
      const all = fc.record(
        Object.fromEntries(Object.keys(answers).map((path) => [path, damaged(answers[path])])),
      );
      let understood = 0;
      await fc.assert(
        fc.asyncProperty(fc.oneof(one, all), async (over) => {
          const error = await read(over).then(
            () => null,
            (thrown: unknown) => thrown,
          );
          if (error === null) understood++;
          else expect(error).toBeInstanceOf(UserError);
        }),
        { numRuns: 300 },
      );
      expect(understood).toBeGreaterThan(30);
    },
    60_000,
  );
});

describe('whatever Twilio answers', () => {
  const SID = `AC${'0'.repeat(32)}`;
  const SERVICE = `MG${'0'.repeat(32)}`;
  const account = `/2010-04-01/Accounts/${SID}`;
  const service = `/v1/Services/${SERVICE}`;
  const twilios: Readonly<Record<string, unknown>> = {
    [`${account}.json`]: { sid: SID, status: 'active', type: 'Full' },
    [`${account}/IncomingPhoneNumbers.json`]: {
      incoming_phone_numbers: [{ phone_number: '+15005550006', capabilities: { sms: true, voice: false } }],
      next_page_uri: null,
    },
    [service]: { sid: SERVICE },
    [`${service}/PhoneNumbers`]: { phone_numbers: [{ sid: 'PN1' }], meta: { key: 'phone_numbers' } },
    [`${service}/ShortCodes`]: { short_codes: [], meta: { key: 'short_codes' } },
    [`${service}/AlphaSenders`]: { alpha_senders: [], meta: { key: 'alpha_senders' } },
  };
  const ask = (over: Readonly<Record<string, unknown>>) =>
    askTwilio(
      { sid: SID, token: 'b' },
      [
        { connection: 'sms', sender: { from: '+15005550006' } },
        { connection: 'sms-au', sender: { messagingService: SERVICE } },
      ],
      async (input) => {
        const answer = { ...twilios, ...over }[new URL(String(input)).pathname] ?? null;
        return answer instanceof Response ? answer.clone() : Response.json(answer);
      },
    );

  it('is read as it is, when nothing is damaged', async () => {
    expect(await ask({})).toMatchObject({
      account: { is: 'known' },
      senders: [
        { answer: { value: { isOwned: true, canSendSms: true } } },
        { answer: { value: { exists: true, senders: 1 } } },
      ],
    });
  });

  it('ends in facts', async () => {
    const one = fc
      .constantFrom(...Object.keys(twilios))
      .chain((path) => fc.oneof(damaged(twilios[path]), refusals).map((body) => ({ [path]: body })));
    await fc.assert(
      fc.asyncProperty(one, async (over) => {
        expect((await ask(over)).account.is).toBeTypeOf('string');
      }),
      { numRuns: 300 },
    );
  });
});
