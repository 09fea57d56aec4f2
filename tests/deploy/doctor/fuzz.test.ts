import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ManagementApi } from '../../../src/deploy/api/ManagementApi.ts';
import { readCredentials } from '../../../src/deploy/api/readCredentials.ts';
import { collectFacts } from '../../../src/deploy/doctor/collect/collectFacts.ts';
import { diagnose } from '../../../src/deploy/doctor/diagnose.ts';
import { showDiagnosis } from '../../../src/deploy/doctor/report/showDiagnosis.ts';
import { toJson } from '../../../src/deploy/doctor/report/toJson.ts';
import { Applications } from '../../../src/deploy/pages/Applications.ts';
import { readLivePage } from '../../../src/deploy/pages/readLivePage.ts';
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

function apiOf(over: Readonly<Record<string, unknown>>): ManagementApi {
  const fetch: typeof globalThis.fetch = async (input) => {
    const path = new URL(String(input)).pathname.replace('/api/v2', '');
    if (path === '/oauth/token') return Response.json({ access_token: 'a', expires_in: 86_400 });
    return Response.json({ ...answers, ...over }[path] ?? null);
  };
  const env = { AUTH0_DOMAIN: 'acme.example.com', AUTH0_CLIENT_ID: 'a', AUTH0_CLIENT_SECRET: 'b' };
  return new ManagementApi(readCredentials(env), fetch);
}

const diagnosis = async (over: Readonly<Record<string, unknown>>) => {
  const pages = [built(), built({ page: 'other', emailMethod: 'link' })];
  const found = diagnose(await collectFacts(apiOf(over), { client: undefined, built: pages, twilio: null }));
  return { found, text: showDiagnosis(found) + toJson(found) };
};

const readings: Readonly<Record<string, (over: Readonly<Record<string, unknown>>) => Promise<unknown>>> = {
  doctor: diagnosis,
  'the applications': async (over) => new Applications(apiOf(over)).named('App'),
  'the page': async (over) => {
    const api = apiOf(over);
    return readLivePage(api, await new Applications(api).tenantWide());
  },
};

describe('whatever a tenant answers', () => {
  it('is read as it is, when nothing is damaged', async () => {
    const { found } = await diagnosis({});
    expect(found.findings.filter(({ result }) => result === 'unknown')).toEqual([]);
  });

  it('lists of an application may be null, as real tenants answer', async () => {
    const lists = ['callbacks', 'web_origins', 'allowed_origins', 'allowed_clients', 'grant_types'];
    const nulls = { ...app, ...Object.fromEntries(lists.map((name) => [name, null])), app_type: null };
    const { found } = await diagnosis({ '/clients/app': nulls, '/clients': { clients: [global, nulls] } });
    expect(found.findings.filter(({ result }) => result === 'unknown')).toEqual([]);
  });

  it.each(Object.entries(readings))('%s: is a result, or says what was not understood', async (_, read) => {
    const one = fc
      .constantFrom(...Object.keys(answers))
      .chain((path) => damaged(answers[path]).map((body) => ({ [path]: body })));
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
      { numRuns: 400 },
    );
    expect(understood).toBeGreaterThan(40);
  });
});
