import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Agent, request } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE } from '../support/HttpVisitor.ts';

let tenant: Tenant;
let agent: Agent;
let token: string;
const failures: unknown[] = [];

beforeAll(async () => {
  tenant = await startTenant({
    page: BARE_PAGE,
    limits: { startsPerHour: Number.POSITIVE_INFINITY, managementPerMinute: Number.POSITIVE_INFINITY },
    report: (error) => failures.push(error),
  });
  agent = new Agent({
    connect: { ca: tenant.certificate },
    connections: 8,
    headersTimeout: 5_000,
    bodyTimeout: 5_000,
  });
  const { body } = await request(`${tenant.origin}/oauth/token`, {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      grant_type: 'client_credentials',
      client_id: 'deploy',
      client_secret: 'local-deploy-secret',
      audience: `${tenant.origin}/api/v2/`,
    }),
  });
  token = ((await body.json()) as { access_token: string }).access_token;
});
afterAll(async () => {
  await agent.close();
  await tenant.close();
});

const PATHS = [
  '/authorize',
  '/authorize/resume',
  '/login',
  '/oauth/token',
  '/oauth/revoke',
  '/userinfo',
  '/v2/logout',
  '/oidc/logout',
  '/oidc/logout/confirm',
  '/.well-known/openid-configuration',
  '/.well-known/jwks.json',
  '/passwordless/start',
  '/passwordless/verify',
  '/passwordless/verify_redirect',
  '/passwordless/challenge',
  '/usernamepassword/challenge',
  '/co/authenticate',
  '/client/sample-app.js',
  '/client/%E0%A4%A.js',
  '/tenants/v1/acme.js',
  '/js/lock/14.3.0/en.js',
  '/js/lock/../../x.js',
  '/user/geoloc/country',
  '/user/ssodata',
  '/tenant',
  '/tenant/social',
  '/tenant/done',
  '/tenant/outbox',
  '/tenant/outbox.json',
  '/tenant/scenarios/sms',
  '/tenant/scenarios/__proto__',
  '/app',
  '/api/v2/clients',
  '/api/v2/clients/global',
  '/api/v2/connections',
  '/api/v2/connections/con_0',
  '/api/v2/connections/con_0/clients',
  '/api/v2/guardian/factors/otp',
  '/api/v2/tenants/settings',
  '/api/v2/nothing',
  '/tenant/loaded',
  '/tenant/reload.js',
];

const NAMES = [
  ...[
    'client_id',
    'client',
    'redirect_uri',
    'response_type',
    'response_mode',
    'scope',
    'state',
    'nonce',
    'prompt',
  ],
  ...[
    'connection',
    'audience',
    'login_ticket',
    'max_age',
    'code_challenge',
    'code_challenge_method',
    'id_token_hint',
  ],
  ...[
    'claims',
    'resource',
    'request',
    'registration',
    'grant_type',
    'code',
    'client_secret',
    'refresh_token',
  ],
  ...[
    'phone_number',
    'email',
    'send',
    'verification_code',
    'authParams',
    'captcha',
    '_csrf',
    'returnTo',
    'to',
  ],
  ...[
    'credential_type',
    'realm',
    'username',
    'otp',
    'xsrf',
    'logout',
    '__proto__',
    'constructor',
    'toString',
  ],
  ...[
    'custom_login_page',
    'custom_login_page_on',
    'callbacks',
    'name',
    'strategy',
    'options',
    'enabled_clients',
  ],
  ...['enabled', 'page', 'per_page', 'take', 'from', 'fields', 'is_global', 'include_totals'],
];

const known = fc.constantFrom(
  ...[
    'sample-app',
    'global',
    'deploy',
    'local-deploy-secret',
    'code',
    'token',
    'none',
    'web_message',
    'openid',
  ],
  ...['sms', 'email', '+61412345678', 'zoe@example.com', 'login', 'consent', 'client_credentials', 'S256'],
  ...[
    'authorization_code',
    'http://auth0.com/oauth/grant-type/passwordless/otp',
    '__proto__',
    '',
    '%00',
    '@@config@@',
  ],
);
const text = fc.oneof({ weight: 3, arbitrary: known }, fc.string({ maxLength: 40, unit: 'binary' }));
const json = fc.oneof({ weight: 4, arbitrary: text }, fc.jsonValue({ maxDepth: 2 }));
const name = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...NAMES) }, fc.string({ maxLength: 10 }));

const anyRequest = fc.record({
  method: fc.constantFrom('GET', 'GET', 'POST', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD', 'PUT'),
  path: fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PATHS) }, fc.webPath()),
  query: fc.array(fc.tuple(name, text), { maxLength: 8 }),
  body: fc.oneof(
    fc
      .array(fc.tuple(name, json), { maxLength: 8 })
      .map((pairs) => JSON.stringify(Object.fromEntries(pairs))),
    fc.array(fc.tuple(name, text), { maxLength: 8 }).map((pairs) => new URLSearchParams(pairs).toString()),
    fc.string({ maxLength: 60, unit: 'binary' }),
  ),
  type: fc.constantFrom(
    'application/json',
    'application/x-www-form-urlencoded',
    'text/plain',
    'multipart/form-data',
  ),
  headers: fc.dictionary(
    fc.constantFrom('origin', 'referer', 'cookie', 'authorization', 'accept', 'accept-language'),
    fc.oneof(
      fc.constantFrom(
        'Bearer VALID',
        'Bearer VALID',
        'Bearer x',
        'Basic eDp5',
        '_csrf=x; auth0=y',
        'https://evil.example.com',
        'null',
        '*/*',
      ),
      fc.webUrl(),
    ),
  ),
});
type AnyRequest = typeof anyRequest extends fc.Arbitrary<infer T> ? T : never;

/** With a real token of the Management API in the place that is kept for it. */
function withToken(headers: Readonly<Record<string, string>>): Record<string, string> {
  const entries = Object.entries(headers).map(([key, value]) => [key, value.replace('VALID', token)]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Sends one; fails when it hangs or is answered by a fault of the tenant's own. */
async function send({ method, path, query, body, type, headers }: AnyRequest): Promise<void> {
  const search = new URLSearchParams(
    query.map(([key, value]): [string, string] => [key, Buffer.from(value).toString()]),
  );
  const hasBody = !['GET', 'HEAD', 'OPTIONS'].includes(method);
  const { statusCode, body: answer } = await request(`${tenant.origin}${path}?${search}`, {
    method: method as 'GET',
    dispatcher: agent,
    headers: { ...withToken(headers), ...(hasBody && { 'content-type': type }) },
    ...(hasBody && { body: Buffer.from(body) }),
  });
  await answer.dump();
  expect(statusCode).toBeLessThan(500);
}

describe('the tenant under fuzz', () => {
  it('never answers 500, and never hangs', { timeout: 300_000 }, async () => {
    const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
    console.warn(`Fuzz seed ${seed}; FUZZ_SEED=${seed} repeats it.`);
    await fc.assert(fc.asyncProperty(anyRequest, send), { numRuns: 3_000, seed });
    expect(failures).toEqual([]);
  });

  it('stays as small after 2,400 requests more', { timeout: 300_000 }, async () => {
    const requests = fc.sample(anyRequest, { numRuns: 400, seed: 1 });
    const begin = `/authorize?client_id=sample-app&response_type=code&redirect_uri=${encodeURIComponent(`${tenant.origin}/app`)}`;
    const run = async (count: number) => {
      for (let done = 0; done < count; done += 8) {
        const some = Array.from({ length: 6 }, (_, index) => requests[(done + index) % requests.length]);
        const start = (index: number) =>
          request(`${tenant.origin}/passwordless/start`, {
            method: 'POST',
            dispatcher: agent,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({
              client_id: 'sample-app',
              connection: 'sms',
              phone_number: `+61${done + index}`,
            }),
          }).then(({ body }) => body.dump());
        const login = request(tenant.origin + begin, { dispatcher: agent }).then(({ body }) => body.dump());
        await Promise.all([...some.map((it) => it && send(it)), start(0), login]);
      }
    };
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = () => {
      collect();
      return process.memoryUsage().heapUsed / 2 ** 20;
    };
    // Fills what the tenant keeps up to its bounds: outbox, requests, transactions.
    await run(3_200);
    const before = used();
    await run(2_400);
    expect(used() - before).toBeLessThan(8);
    expect(failures).toEqual([]);
  });
});
