import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { makeCertificate } from '../../src/tenant/certificate.ts';
import { type Application, SPA } from '../../src/tenant/data/Application.ts';
import { OTP_GRANT } from '../../src/tenant/oidc/otpGrant.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { page as builtPage } from '../support/page.ts';
import { Visitor } from '../support/Visitor.ts';
import { ensureInstalled } from './ensureInstalled.ts';
import { type Pages, startPages } from './startPages.ts';
import { SERVERS, type Servers, startServers } from './startServers.ts';

// A whole login by each client library that Auth0's users have, through the built page, in one Chromium.

const PHONE = '+61412345678';
const EMAIL = 'zoe@example.com';
const AUDIENCE = 'https://api.example.com/';
const BROWSERS = ['auth0-spa-js', 'auth0-react', 'auth0-js', 'oidc-client-ts'] as const;

let tenant: Tenant;
let browser: Browser;
let pages: Pages;
let servers: Servers;
let visitor: Visitor;

beforeAll(async () => {
  ensureInstalled();
  const certificate = await makeCertificate();
  [browser, pages, tenant] = await Promise.all([
    launch(),
    startPages(certificate),
    startTenant({ page: builtPage(), certificate }),
  ]);
  pages.use(tenant.host);
  for (const name of BROWSERS) {
    const address = `${pages.origin}/${name}/`;
    add(name, {
      ...SPA,
      callbacks: [address],
      allowed_logout_urls: [address],
      web_origins: [pages.origin],
      allowed_origins: [pages.origin],
      refresh_token: { rotation_type: 'rotating' },
    });
  }
  for (const name of SERVERS) {
    add(name, {
      app_type: 'regular_web',
      client_secret: `secret of ${name}`,
      token_endpoint_auth_method: 'client_secret_post',
      callbacks: ['http://localhost:*/callback', 'http://localhost:*/auth/callback'],
      allowed_logout_urls: ['http://localhost:*'],
      grant_types: ['authorization_code', 'implicit', 'refresh_token', OTP_GRANT],
    });
  }
  servers = await startServers(tenant);
}, 120_000);

function add(name: string, fields: Partial<Application>): void {
  tenant.data.addApplication({ client_id: name, name, ...fields });
  for (const connection of tenant.data.connections.values()) connection.enabled_clients.push(name);
}

beforeEach(async () => {
  tenant.reset();
  visitor = await Visitor.arrive(browser);
});
afterEach(async () => {
  await visitor.leave();
  expect(visitor.strayed).toEqual([]);
});
afterAll(async () => {
  servers?.close();
  pages?.close();
  await browser?.close();
  await tenant?.close();
});

/** Types a number or an address, and the code that comes, key by key. */
async function logIn(who = PHONE, by = visitor): Promise<void> {
  await by.ready();
  const isEmail = who.includes('@');
  if (isEmail && !(await by.email.isVisible())) await by.methodSwitch.click();
  if (!isEmail && !(await by.phone.isVisible())) await by.methodSwitch.click();
  const field = isEmail ? by.email : by.phone;
  await field.pressSequentially(who);
  await by.submitButton.click();
  await by.code.pressSequentially(await codeFor(who));
  await by.submitButton.click();
}

const codeFor = async (who: string): Promise<string> =>
  (tenant.outbox.latest(who) ?? (await tenant.outbox.next(who))).code;

/** What the application shows of who is logged in. */
async function claims(): Promise<Record<string, unknown> | null> {
  const element = visitor.page.locator('#claims:not(:empty)');
  await element.waitFor({ state: 'attached' });
  return JSON.parse((await element.textContent()) ?? 'null');
}

/** Opens the page of a client. @param options - for the client, beside what it needs */
async function open(client: (typeof BROWSERS)[number], options: object = {}): Promise<void> {
  const query = new URLSearchParams({ options: JSON.stringify(options) });
  await visitor.page.goto(`${pages.origin}/${client}/?${query}`);
  expect(await claims()).toBeNull();
}

const clickLogin = () => visitor.page.locator('#login').click();

/** Calls one of the functions that a page gives to tests. */
function call(name: string, argument?: unknown): Promise<Record<string, unknown>> {
  return visitor.page.evaluate(
    async ({ name, argument }) => {
      const { app } = window as unknown as { app: Record<string, (it: unknown) => unknown> };
      return (await app[name]?.(argument)) as Record<string, unknown>;
    },
    { name, argument },
  );
}

/** Logs out, which leaves the page and leads back to it. */
const leave = () => Promise.all([visitor.page.waitForEvent('load'), call('logout').catch(() => undefined)]);

/** Logs in in a popup; what the page that opened it receives. */
async function logInByPopup(who: string): Promise<unknown> {
  const popup = await visitor.inPopup(() =>
    visitor.page.evaluate(() => {
      const { app } = window as unknown as { app: { popup(): Promise<unknown> } };
      Object.assign(window, { popup: app.popup() });
    }),
  );
  await logIn(who, popup);
  return visitor.page.evaluate(() => (window as unknown as { popup: unknown }).popup);
}

const BY_SMS = { sub: expect.stringMatching(/^sms\|/), name: PHONE };
const BY_EMAIL = { sub: expect.stringMatching(/^email\|/), email: EMAIL, email_verified: true };
/** The payload of a JWT; whoever got it has verified it. */
const payloadOf = (jwt: unknown) =>
  JSON.parse(Buffer.from(String(jwt).split('.')[1] ?? '', 'base64url').toString());

describe('auth0-spa-js', () => {
  it('logs in with DPoP, an audience and an organization, and refreshes with rotation', async () => {
    await open('auth0-spa-js', {
      useDpop: true,
      useRefreshTokens: true,
      authorizationParams: { organization: 'Acme', audience: AUDIENCE },
    });
    await clickLogin();
    await logIn();
    const organization = { org_id: expect.stringMatching(/^org_/), org_name: 'acme' };
    expect(await claims()).toMatchObject({ ...BY_SMS, ...organization });
    const [one, two] = [await call('tokens'), await call('tokens')];
    for (const { access_token } of [one, two]) {
      expect(payloadOf(access_token)).toMatchObject({
        azp: 'auth0-spa-js',
        gty: 'refresh_token',
        cnf: { jkt: expect.any(String) },
        ...organization,
      });
    }
    const sent = tenant.sent('/oauth/token').filter(({ body }) => body['grant_type'] === 'refresh_token');
    expect(new Set(sent.map(({ body }) => body['refresh_token'])).size).toBe(2);
    const { status, body } = await call('userInfo', AUDIENCE);
    expect({ status, body: JSON.parse(String(body)) }).toMatchObject({ status: 200, body: BY_SMS });
    await call('revoke');
    expect(tenant.sent('/oauth/revoke')).toMatchObject([{ status: 200 }]);
  });

  it('logs in by popup, stays logged in without a refresh token, and logs out', async () => {
    await open('auth0-spa-js', { authorizationParams: { max_age: 3600 } });
    expect(await logInByPopup(EMAIL)).toMatchObject(BY_EMAIL);
    // By a hidden frame and the session's cookie.
    expect(await call('tokens')).toMatchObject({ id_token: expect.any(String) });
    await leave();
    expect(await claims()).toBeNull();
    await clickLogin();
    await visitor.ready();
  });
});

describe('auth0-react', () => {
  it('logs in, refreshes and logs out', async () => {
    await open('auth0-react');
    await clickLogin();
    await logIn(EMAIL);
    expect(await claims()).toMatchObject(BY_EMAIL);
    expect(await call('tokens')).toMatchObject({ id_token: expect.any(String) });
    expect(tenant.sent('/oauth/token').at(-1)?.body['grant_type']).toBe('refresh_token');
    await leave();
    expect(await claims()).toBeNull();
  });
});

describe('auth0-js', () => {
  it('logs in without an audience, and knows who is logged in', async () => {
    await open('auth0-js');
    expect(await call('checkSession')).toEqual({ failure: 'Login required' });
    await clickLogin();
    await logIn();
    expect(await claims()).toMatchObject(BY_SMS);
    expect(await call('checkSession')).toMatchObject({ idTokenPayload: BY_SMS });
    const token = await visitor.page.evaluate(
      () => (window as unknown as { accessToken: string }).accessToken,
    );
    expect(await call('userInfo', token)).toMatchObject(BY_SMS);
  });

  it('logs in by popup', async () => {
    await open('auth0-js');
    expect(await logInByPopup(PHONE)).toMatchObject(BY_SMS);
  });

  it.each(['token', 'code', 'code token'])('logs in with responseType %s', async (responseType) => {
    await open('auth0-js', { responseType });
    await clickLogin();
    await logIn();
    await visitor.page.waitForURL(/[?#&](?:access_token|code)=/);
  });

  it('logs in on a page of its own', async () => {
    await open('auth0-js');
    const who = { connection: 'email', email: EMAIL };
    await call('start', who);
    const code = await codeFor(EMAIL);
    expect(await call('finish', { ...who, verificationCode: 'wrong' })).toEqual({
      failure: 'Wrong email or verification code.',
    });
    // It leaves the page, and never answers.
    await Promise.all([
      visitor.page.waitForURL(/access_token=/),
      call('finish', { ...who, verificationCode: code }).catch(() => undefined),
    ]);
    expect(await claims()).toMatchObject(BY_EMAIL);
  });
});

describe('oidc-client-ts', () => {
  it('logs in, refreshes, revokes and logs out', async () => {
    await open('oidc-client-ts');
    await clickLogin();
    await logIn();
    expect(await claims()).toMatchObject(BY_SMS);
    expect(await call('refresh')).toMatchObject(BY_SMS);
    const refresh_token = String(await call('refreshToken'));
    await call('revoke');
    expect(tenant.sent('/oauth/revoke').map(({ status }) => status)).toEqual([200, 200]);
    const again = { grant_type: 'refresh_token', client_id: 'oidc-client-ts', refresh_token };
    const status = await visitor.page.evaluate(
      async ({ address, again }) =>
        (await fetch(address, { method: 'POST', body: new URLSearchParams(again) })).status,
      { address: `${tenant.origin}/oauth/token`, again },
    );
    expect(status).toBe(403);
    await leave();
    expect(await claims()).toBeNull();
    await clickLogin();
    await visitor.ready();
  });
});

describe('openid-client', () => {
  it.each(['', '?pushed=1'])('logs in, refreshes and revokes, by /login%s', async (query) => {
    const base = servers.addresses['openid-client'];
    await visitor.page.goto(`${base}/login${query}`);
    expect(await visitor.page.evaluate(() => location.pathname)).toBe('/login');
    await logIn(EMAIL);
    expect(await claims()).toMatchObject({ ...BY_EMAIL, profile: BY_EMAIL });
    expect(tenant.sent('/oauth/par').length).toBe(query === '' ? 0 : 1);
  });
});

describe('express-openid-connect', () => {
  it('logs in, and out', async () => {
    const base = servers.addresses['express-openid-connect'];
    await visitor.page.goto(`${base}/login`);
    await logIn();
    expect(await claims()).toMatchObject(BY_SMS);
    await visitor.page.goto(`${base}/logout`);
    expect(await claims()).toBeNull();
    await visitor.page.goto(`${base}/login`);
    await visitor.ready();
  });
});

describe('passport-auth0', () => {
  it('logs in, and asks /userinfo by the query', async () => {
    await visitor.page.goto(`${servers.addresses['passport-auth0']}/login`);
    await logIn(EMAIL);
    expect(await claims()).toMatchObject(BY_EMAIL);
    expect(tenant.sent('/userinfo')).toMatchObject([
      { status: 200, query: { access_token: expect.any(String) } },
    ]);
  });
});

describe('nextjs-auth0', () => {
  it('logs in, and out', async () => {
    const base = servers.addresses['nextjs-auth0'];
    await visitor.page.goto(`${base}/auth/login`);
    await logIn();
    expect(await claims()).toMatchObject(BY_SMS);
    await visitor.page.goto(`${base}/auth/logout`);
    expect(await claims()).toBeNull();
  });

  it('logs in on a page of its own, by the passwordless grant', async () => {
    await visitor.page.goto(servers.addresses['nextjs-auth0']);
    const post = (path: string, body: object) =>
      visitor.page.evaluate(
        async ([address, body]) => {
          const headers = { 'content-type': 'application/json' };
          const answer = await fetch(address, { method: 'POST', headers, body });
          return answer.status;
        },
        [path, JSON.stringify(body)] as [string, string],
      );
    const who = { connection: 'sms', phoneNumber: PHONE };
    await post('/auth/passwordless/start', who);
    const code = await codeFor(PHONE);
    expect(await post('/auth/passwordless/verify', { ...who, verificationCode: '0' })).toBeGreaterThan(399);
    await post('/auth/passwordless/verify', { ...who, verificationCode: code });
    await visitor.page.reload();
    expect(await claims()).toMatchObject(BY_SMS);
  });
});
