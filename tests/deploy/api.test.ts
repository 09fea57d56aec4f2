import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ApiFailure } from '../../src/deploy/api/ApiFailure.ts';
import { ManagementApi } from '../../src/deploy/api/ManagementApi.ts';
import type { Patience } from '../../src/deploy/api/patientFetch.ts';
import { readCredentials } from '../../src/deploy/api/readCredentials.ts';
import { DEPLOY } from '../../src/tenant/data/addDefaults.ts';
import type { Fault } from '../../src/tenant/http/Fault.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { trustingFetch } from '../support/trustingFetch.ts';

let tenant: Tenant;

beforeAll(async () => {
  tenant = await startTenant({ limits: { managementPerMinute: 1_000 } });
});
afterEach(() => tenant.reset());
afterAll(() => tenant.close());

interface Over {
  env?: Readonly<Record<string, string>>;
  fetch?: typeof globalThis.fetch;
  patience?: Partial<Patience>;
}

function api({
  env = {},
  fetch = trustingFetch(tenant.certificate),
  patience = {},
}: Over = {}): ManagementApi {
  const given = {
    AUTH0_DOMAIN: tenant.host,
    AUTH0_CLIENT_ID: DEPLOY.id,
    AUTH0_CLIENT_SECRET: DEPLOY.secret,
    ...env,
  };
  return new ManagementApi(readCredentials(given), fetch, patience);
}

const readPage = (it: ManagementApi) => it.call('read the page', (sdk) => sdk.clients.get('global'));
const writePage = (it: ManagementApi, html: string) =>
  it.call('write the page', (sdk) => sdk.clients.update('global', { custom_login_page: html }));

async function failure(promise: Promise<unknown>): Promise<ApiFailure> {
  const error: unknown = await promise.then(
    () => expect.fail('nothing failed'),
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(ApiFailure);
  return error as ApiFailure;
}

describe('the Management API', () => {
  it('is read and written with one token', async () => {
    const it = api();
    await Promise.all([readPage(it), readPage(it)]);
    await writePage(it, 'new');
    expect(await readPage(it)).toMatchObject({ global: true, custom_login_page: 'new' });
    expect(tenant.sent('/oauth/token')).toHaveLength(1);
  });

  it('waits as long as a rate limit asks for, all requests together, and then goes on', async () => {
    const waits: number[] = [];
    tenant.faults.set({ path: '/api/v2/*', answer: { status: 429, body: '{}' }, times: 1 });
    const it = api({ patience: { onWait: (wait) => waits.push(wait) } });
    await Promise.all([readPage(it), writePage(it, 'x')]);
    expect(waits).toEqual([1_000]);
  });

  it.each(['reset', 503] as const)('reads again after %s, and writes once', async (what) => {
    const answer = what === 'reset' ? what : { status: what, body: 'upstream' };
    const it = api();
    tenant.faults.set({ path: '/api/v2/clients/global', answer, times: 1 });
    await readPage(it);
    tenant.reset();
    tenant.faults.set({ path: '/api/v2/clients/global', answer, times: 1 });
    expect((await failure(writePage(it, 'x'))).kind).toBe(what === 'reset' ? 'unreachable' : 'server');
    expect(tenant.sent('/api/v2/clients/global')).toHaveLength(1);
  });
});

describe('a failure is told with what to do', () => {
  const token = '/oauth/token';
  const any = '/api/v2/*';
  const quick = { patience: { longestWait: 0 } };
  it.each<[string, ApiFailure['kind'], RegExp, Fault | null, Over?]>([
    [
      'a wrong secret',
      'unauthorized',
      /gave no token, HTTP 401.*\nCheck AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET/,
      null,
      { env: { AUTH0_CLIENT_SECRET: 'wrong-secret' } },
    ],
    [
      'an application without the API',
      'forbidden',
      /of AUTH0_CLIENT_ID may not use the Management API/,
      {
        path: token,
        answer: {
          status: 403,
          body: {
            error: 'access_denied',
            error_description: 'Client is not authorized to access "https://x/api/v2/". …',
          },
        },
      },
    ],
    [
      'an expired token',
      'unauthorized',
      /the token is not accepted \("Invalid token"\)\.\nAUTH0_ACCESS_TOKEN has expired/,
      null,
      { env: { AUTH0_ACCESS_TOKEN: 'x.y.z' } },
    ],
    [
      'a missing scope',
      'forbidden',
      /the credentials lack the scope read:clients\.\nGrant it/,
      {
        path: any,
        answer: { status: 403, body: { message: 'Insufficient scope, expected any of: read:clients' } },
      },
    ],
    [
      '404',
      'missing',
      /no such thing/,
      { path: any, answer: { status: 404, body: { message: 'Not Found' } } },
    ],
    ['413', 'large', /1,048,576 bytes/, { path: any, answer: { status: 413, body: { message: 'Payload' } } }],
    ['429', 'limited', /again and again/, { path: any, answer: { status: 429, body: '{}' } }, quick],
    [
      '400',
      'refused',
      /HTTP 400 \("Payload"\)/,
      { path: any, answer: { status: 400, body: { message: 'Payload' } } },
    ],
    [
      '413 from the edge',
      'large',
      /1,048,576 bytes/,
      { path: any, answer: { status: 413, body: '<html>', type: 'html' } },
    ],
    [
      'a firewall’s page',
      'malformed',
      /the answer is HTTP 403 with HTML.*\nCheck that .* no proxy or firewall/,
      { path: any, answer: { status: 403, body: '<html>', type: 'html' } },
    ],
    ['500', 'server', /HTTP 500\.\nTry again/, { path: any, answer: { status: 500, body: '<html>' } }],
    [
      'slowness',
      'slow',
      /did not answer in time/,
      { path: any, answer: 'hang' },
      { patience: { timeLimit: 100 } },
    ],
    [
      'a slow token',
      'slow',
      /did not answer in time/,
      { path: token, answer: 'hang' },
      { patience: { timeLimit: 100 } },
    ],
    [
      'HTML',
      'malformed',
      /the answer is HTML/,
      { path: any, answer: { status: 200, body: '<html>', type: 'html' } },
    ],
    [
      'half of JSON',
      'malformed',
      /the answer is no JSON/,
      { path: any, answer: { status: 200, body: '{"global":', type: 'json' } },
    ],
    [
      'no token',
      'malformed',
      /the tenant gave no token: the answer is not what/,
      { path: token, answer: { status: 200, body: { access_token: null } } },
    ],
    [
      'nothing, for a token',
      'malformed',
      /could not .*: the answer is not what the Management API sends/,
      { path: token, answer: { status: 200, body: '' } },
    ],
    ['a broken connection', 'unreachable', /the connection broke off/, { path: any, answer: 'reset' }],
    ['an unknown certificate', 'untrusted', /NODE_EXTRA_CA_CERTS/, null, { fetch }],
    [
      'nobody there',
      'unreachable',
      /nothing listens there/,
      null,
      { env: { AUTH0_DOMAIN: 'localhost:65534' } },
    ],
    [
      'no such host',
      'unreachable',
      /no such host|looked up/,
      null,
      { env: { AUTH0_DOMAIN: 'acme.invalid' } },
    ],
  ])('%s', async (_, kind, message, fault, over) => {
    if (fault !== null) tenant.faults.set(fault);
    const told = await failure(readPage(api(over)));
    expect(told).toMatchObject({ kind, message: expect.stringMatching(message) });
    expect(told.message).toMatch(/^\S+: could not read the page: /);
    expect(told.message).not.toMatch(new RegExp(`${DEPLOY.secret}|wrong-secret`));
  });

  it('without a secret that the tenant repeats, and without what steers a terminal', async () => {
    tenant.faults.set({
      path: token,
      answer: { status: 401, body: { error_description: `no:\u001b[31m ${DEPLOY.secret}` } },
    });
    expect((await failure(readPage(api()))).message).toContain('("no: [31m (secret)")');
  });
});
