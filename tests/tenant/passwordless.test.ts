import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smsTemplate } from '../../src/settings/tenant/smsTemplate.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, type Begun, HttpVisitor } from '../support/HttpVisitor.ts';

let tenant: Tenant;
let visitor: HttpVisitor;

beforeAll(async () => {
  tenant = await startTenant({ page: BARE_PAGE });
});
beforeEach(() => {
  tenant.reset();
  visitor = new HttpVisitor(tenant);
});
afterAll(() => tenant.close());

const MINUTE = 60_000;
const PHONE = '+61412345678';
const sms = { connection: 'sms', phone_number: PHONE };

const begin = (scenario = {}): Promise<Begun> => visitor.begin(tenant.address(scenario));

/** Asks for a code in a login of its own. */
async function ask(
  scenario = {},
  fields: Record<string, unknown> = {},
): Promise<{ begun: Begun; code: string }> {
  const begun = await begin(scenario);
  const authParams = { state: begun.hosted.internalOptions.state };
  const client_id = begun.hosted.clientID;
  const { status } = await visitor.post('/passwordless/start', {
    client_id,
    ...sms,
    send: 'code',
    authParams,
    ...fields,
  });
  expect(status).toBe(200);
  return { begun, code: tenant.outbox.latest()?.code ?? '' };
}

const verify = (verification_code: string, fields: Record<string, unknown> = sms) =>
  visitor.post('/passwordless/verify', { ...fields, verification_code });

describe('POST /passwordless/start', () => {
  it('sends a code to a phone', async () => {
    const { code } = await ask();
    expect(code).toMatch(/^\d{6}$/);
    expect(tenant.outbox.latest()).toMatchObject({
      channel: 'sms',
      connection: 'sms',
      to: PHONE,
      application: 'Sample app',
      text: `Your verification code is: ${code}`,
      link: null,
    });
  });

  it('answers with whom it was sent to', async () => {
    const { hosted } = await begin();
    const client_id = hosted.clientID;
    expect(await visitor.post('/passwordless/start', { client_id, ...sms })).toEqual({
      status: 200,
      body: {
        _id: expect.stringMatching(/^[0-9a-f]{24}$/),
        phone_number: PHONE,
        phone_verified: false,
        request_language: expect.any(String),
      },
    });
    const email = { connection: 'email', email: 'zoe@example.com', send: 'code' };
    expect(await visitor.post('/passwordless/start', { client_id, ...email })).toEqual({
      status: 200,
      body: { _id: expect.any(String), email: 'zoe@example.com', email_verified: false },
    });
  });

  it('takes a form as well as JSON', async () => {
    const { hosted } = await begin();
    const response = await visitor.request('/passwordless/start', {
      method: 'POST',
      body: new URLSearchParams({ client_id: hosted.clientID, ...sms, send: 'code' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(response.status).toBe(200);
  });

  it('uses the connection’s own template and length', async () => {
    const connection = tenant.data.connectionNamed('sms');
    const { options } = connection ?? { options: {} };
    Object.assign(connection ?? {}, {
      options: { template: 'Acme: @@password@@ ($&)', totp: { length: 4 } },
    });
    const { code } = await ask();
    Object.assign(connection ?? {}, { options });
    expect(code).toMatch(/^\d{4}$/);
    expect(tenant.outbox.latest()?.text).toBe(`Acme: ${code} ($&)`);
  });

  it.each([
    ['en', 'Acme: CODE is your code.'],
    ['es', 'Acme: CODE es su código.'],
    ['pt-br', 'Acme: CODE é o seu código.'],
    ['ja', 'Acme: CODE is your code.'],
  ])('writes the message in the language that is asked for: %s', async (language, text) => {
    const connection = tenant.data.connectionNamed('sms');
    const { options } = connection ?? { options: {} };
    const message = {
      en: 'Acme: @@password@@ is your code.',
      es: 'Acme: @@password@@ es su código.',
      'pt-br': 'Acme: @@password@@ é o seu código.',
    };
    Object.assign(connection ?? {}, {
      options: smsTemplate({ message, autofill: true }, 'login.example.com'),
    });
    const { hosted } = await begin();
    await visitor.request('/passwordless/start', {
      method: 'POST',
      body: JSON.stringify({ client_id: hosted.clientID, ...sms, send: 'code' }),
      headers: { 'content-type': 'application/json', 'x-request-language': language },
    });
    Object.assign(connection ?? {}, { options });
    const { code = '', text: sent } = tenant.outbox.latest() ?? {};
    expect(sent).toBe(`${text.replace('CODE', code)}\n\n@login.example.com #${code}`);
  });

  type Refusal = [what: string, body: Record<string, unknown>, status: number, error: string, text: RegExp];
  it.each<Refusal>([
    ['no client', { client_id: undefined }, 400, 'bad.client_id', /client_id/],
    ['an unknown client', { client_id: 'nobody' }, 400, 'bad.client_id', /nobody/],
    ['no connection', { connection: undefined }, 400, 'bad.connection', /connection/],
    ['an unknown connection', { connection: 'fax' }, 400, 'bad.connection', /does not exist/],
    [
      'a social connection',
      { connection: 'google-oauth2' },
      400,
      'bad.connection',
      /Invalid connection strategy/,
    ],
    [
      'authParams that are none',
      { authParams: 'x' },
      400,
      'bad.authParams',
      /invalid type: string \(expected object\)/,
    ],
    [
      'a disabled connection',
      { connection: 'sms-off', phone_number: PHONE },
      400,
      'bad.connection',
      /disabled/,
    ],
    ['no phone number', { phone_number: undefined }, 400, 'bad.phone_number', /phone_number/],
    [
      'a number without +',
      { phone_number: '0412345678' },
      400,
      'bad.phone_number',
      /pattern: \^\\\+\[0-9\]\{1,15\}\$/,
    ],
    ['a number that is too long', { phone_number: `+${'1'.repeat(16)}` }, 400, 'bad.phone_number', /pattern/],
    ['a number with spaces', { phone_number: '+61 412 345 678' }, 400, 'bad.phone_number', /pattern/],
    ['a number that is none', { phone_number: 61412345678 }, 400, 'bad.phone_number', /string/],
    [
      'an address that is none',
      { connection: 'email', phone_number: undefined, email: 'zoe' },
      400,
      'bad.email',
      /zoe/,
    ],
    ['no address', { connection: 'email', phone_number: undefined }, 400, 'bad.email', /email/],
    ['a property too many', { extra: 1 }, 400, 'bad.request', /not allowed: extra/],
    ['a bad send', { send: 'pigeon' }, 400, 'bad.request', /send/],
  ])('refuses %s', async (_what, over, status, error, text) => {
    tenant.data.addConnection({ name: 'sms-off', strategy: 'sms' });
    if (tenant.data.connectionNamed('google-oauth2') === undefined) {
      tenant.data.addConnection({ name: 'google-oauth2', strategy: 'google-oauth2' });
    }
    const { hosted } = await begin();
    const answer = await visitor.post('/passwordless/start', { client_id: hosted.clientID, ...sms, ...over });
    expect(answer).toEqual({ status, body: { error, error_description: expect.stringMatching(text) } });
    expect(tenant.outbox.messages).toEqual([]);
  });

  it('refuses a body that is no JSON object', async () => {
    for (const body of ['{', '[]', 'null', '"text"', '\u0000']) {
      expect(await visitor.post('/passwordless/start', body)).toMatchObject({
        status: 400,
        body: { error: 'bad.request' },
      });
    }
  });

  it('takes 50 an hour from one address, and 50 more an hour later', async () => {
    const { hosted } = await begin();
    const start = () => visitor.post('/passwordless/start', { client_id: hosted.clientID, ...sms });
    for (let count = 0; count < 50; count++) expect((await start()).status).toBe(200);
    expect(await start()).toMatchObject({ status: 429, body: { error: 'too_many_requests' } });
    tenant.clock.advance(59 * MINUTE);
    expect((await start()).status).toBe(429);
    tenant.clock.advance(2 * MINUTE);
    expect((await start()).status).toBe(200);
  });

  it('wants a captcha where the scenario does, each for one try', async () => {
    const { hosted } = await begin({ captcha: true });
    const { state } = hosted.internalOptions;
    const challenge = await visitor.post('/passwordless/challenge', { state });
    expect(challenge.body).toMatchObject({ required: true, provider: 'auth0', type: 'code' });
    const body = { client_id: hosted.clientID, ...sms, authParams: { state } };
    const answer = tenant.captchas.text(state) ?? '';
    expect((await visitor.post('/passwordless/start', body)).body).toMatchObject({
      error: 'invalid_captcha',
    });
    expect((await visitor.post('/passwordless/start', { ...body, captcha: answer })).status).toBe(400);
    await visitor.post('/passwordless/challenge', { state });
    const right = tenant.captchas.text(state)?.toLowerCase();
    expect((await visitor.post('/passwordless/start', { ...body, captcha: right })).status).toBe(200);
  });
});

describe('POST /passwordless/verify', () => {
  it('takes the right code, as often as it is asked: the redirect that follows uses it', async () => {
    const { code } = await ask();
    expect(await verify(code)).toEqual({ status: 200, body: {} });
    expect((await verify(code)).status).toBe(200);
  });

  it('lets a wrong code be tried three times, and none after that', async () => {
    const { code } = await ask();
    for (let count = 0; count < 3; count++) {
      expect(await verify('wrong')).toEqual({
        status: 401,
        body: {
          error: 'invalid_user_password',
          error_description: 'Wrong phone number or verification code.',
        },
      });
    }
    expect(await verify(code)).toMatchObject({ status: 429, body: { error: 'too_many_attempts' } });
    const { code: fresh } = await ask();
    expect((await verify(fresh)).status).toBe(200);
  });

  it('takes a code for three minutes', async () => {
    const { code } = await ask();
    tenant.clock.advance(3 * MINUTE - 1_000);
    expect((await verify(code)).status).toBe(200);
    tenant.clock.advance(2_000);
    expect(await verify(code)).toEqual({
      status: 401,
      body: {
        error: 'invalid_user_password',
        error_description: 'The verification code has expired. Please try to login again.',
      },
    });
  });

  it('takes only the newest code', async () => {
    const { code: old } = await ask();
    let { code: newest } = await ask();
    while (newest === old) ({ code: newest } = await ask());
    expect((await verify(old)).status).toBe(401);
    expect((await verify(newest)).status).toBe(200);
  });

  it('takes no code of somebody else', async () => {
    const { code } = await ask();
    expect((await verify(code, { ...sms, phone_number: '+61400000000' })).status).toBe(401);
  });

  it('refuses a blocked user, code or not', async () => {
    tenant.data.users.block('sms', PHONE);
    const { code } = await ask();
    expect(await verify(code)).toEqual({
      status: 401,
      body: { error: 'unauthorized', error_description: 'user is blocked' },
    });
  });

  it('refuses a newcomer where signing up is disabled', async () => {
    const connection = tenant.data.connectionNamed('sms');
    if (connection === undefined) throw new Error('There is no sms connection.');
    const { begun, code } = await ask();
    connection.options.disable_signup = true;
    const refused = await verify(code);
    const sent = tenant.outbox.messages.length;
    const unsent = await visitor.post('/passwordless/start', {
      client_id: begun.hosted.clientID,
      ...sms,
      phone_number: '+61499999999',
    });
    connection.options.disable_signup = false;
    expect(refused).toMatchObject({ status: 403, body: { error: 'access_denied' } });
    expect(unsent).toEqual({
      status: 400,
      body: { error: 'bad.connection', error_description: 'Public signup is disabled' },
    });
    expect(tenant.outbox.messages).toHaveLength(sent);
  });

  it.each<[string, unknown, string]>([
    ['no connection', { verification_code: '1', phone_number: PHONE }, 'bad.connection'],
    ['an unknown connection', { connection: 'fax', verification_code: '1' }, 'bad.connection'],
    ['no code', { ...sms }, 'bad.verification_code'],
    ['a code that is no text', { ...sms, verification_code: 123456 }, 'bad.verification_code'],
    ['nobody', { connection: 'sms', verification_code: '1' }, 'bad.phone_number'],
    ['no JSON', '{', 'bad.request'],
  ])('refuses %s', async (_what, body, error) => {
    expect(await visitor.post('/passwordless/verify', body)).toEqual({
      status: 400,
      body: { error, error_description: expect.any(String) },
    });
  });
});

describe('GET /passwordless/verify_redirect', () => {
  it('leads back to the application, once', async () => {
    const { begun, code } = await ask();
    const fields = { ...sms, verification_code: code };
    const { url } = await visitor.finish(begun, fields);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      code: expect.stringMatching(/^[\w-]{20,}$/),
      state: 'app-state',
    });
    // Neither the transaction nor the code is worth anything now.
    const again = await visitor.finish(begun, fields);
    expect(again.response.status).toBe(400);
    expect(await again.response.text()).toContain('Invalid state');
    expect((await verify(code)).status).toBe(401);
  });

  it.each<[string, Record<string, string>, number, RegExp]>([
    ['a lost state', { state: 'lost' }, 400, /Invalid state/],
    ['another browser’s secret', { _csrf: 'other' }, 400, /Invalid state/],
    ['an unknown connection', { connection: 'fax' }, 400, /Connection does not exist/],
  ])('refuses %s, on a page', async (_what, over, status, text) => {
    const { begun, code } = await ask();
    const { response } = await visitor.finish(begun, { ...sms, verification_code: code, ...over });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toMatch(text);
  });

  it.each<[string, (code: string) => string, number, string]>([
    ['a wrong code', () => 'wrong', 0, 'Wrong phone number or verification code.'],
    [
      'an expired code',
      (code) => code,
      181_000,
      'The verification code has expired. Please try to login again.',
    ],
  ])('tells the application of %s', async (_what, change, later, error_description) => {
    const { begun, code } = await ask();
    tenant.clock.advance(later);
    const { url } = await visitor.finish(begun, { ...sms, verification_code: change(code) });
    const told = { error: 'unauthorized', error_description, state: 'app-state' };
    expect(Object.fromEntries(url.searchParams)).toMatchObject(told);
  });

  it('refuses a transaction that is older than an hour', async () => {
    const begun = await begin();
    tenant.clock.advance(61 * MINUTE);
    const authParams = { state: begun.hosted.internalOptions.state };
    await visitor.post('/passwordless/start', { client_id: begun.hosted.clientID, ...sms, authParams });
    const code = tenant.outbox.latest()?.code ?? '';
    const { response } = await visitor.finish(begun, { ...sms, verification_code: code });
    expect(await response.text()).toContain('Invalid state');
  });

  it('lets the second of two logins in one browser decide who is logged in', async () => {
    const first = await ask();
    const second = await begin();
    const other = { connection: 'sms', phone_number: '+61499999999' };
    await visitor.post('/passwordless/start', { client_id: second.hosted.clientID, ...other });
    const { code } = tenant.outbox.latest('+61499999999') ?? { code: '' };
    const one = await visitor.finish(first.begun, { ...sms, verification_code: first.code });
    const two = await visitor.finish(second, { ...other, verification_code: code });
    for (const { url } of [one, two]) expect(url.searchParams.get('code')).not.toBeNull();
  });
});

describe('a login that was begun by somebody who was logged in', () => {
  it('ends, though another has become the session meanwhile', async () => {
    const again = { request: { prompt: 'login' } };
    const first = await ask();
    await visitor.finish(first.begun, { ...sms, verification_code: first.code });
    const waiting = await begin(again);
    const meanwhile = await ask(again, { phone_number: '+61499999999' });
    const other = { connection: 'sms', phone_number: '+61499999999', verification_code: meanwhile.code };
    expect((await visitor.finish(meanwhile.begun, other)).url.searchParams.get('code')).not.toBeNull();
    await visitor.post('/passwordless/start', { client_id: waiting.hosted.clientID, ...sms });
    const verification_code = tenant.outbox.latest(PHONE)?.code ?? '';
    const { url } = await visitor.finish(waiting, { ...sms, verification_code });
    expect(url.searchParams.get('code')).not.toBeNull();
  });
});

describe('a link in an email', () => {
  const email = { connection: 'email', email: 'zoe@example.com', send: 'link' };

  async function askForLink(scenario = {}): Promise<string> {
    const begun = await begin(scenario);
    const { state, _csrf } = begun.hosted.internalOptions;
    const authParams = { state, _csrf, response_type: 'code', redirect_uri: `${tenant.origin}/tenant/done` };
    await visitor.post('/passwordless/start', { client_id: begun.hosted.clientID, ...email, authParams });
    return tenant.outbox.latest()?.link ?? '';
  }

  it('logs in, once', async () => {
    const link = await askForLink();
    expect(link).toMatch(/\/passwordless\/verify_redirect\?.*verification_code=\d{6}/);
    const { url } = await visitor.follow(link);
    expect(url.searchParams.get('code')).not.toBeNull();
    expect((await visitor.follow(link)).response.status).toBe(400);
  });

  it('that a mail scanner has opened is used up', async () => {
    const { url } = await visitor.follow(await askForLink({ mailScanner: true }));
    expect(url.pathname).toBe('/tenant/done');
    expect(url.searchParams.get('error')).toBe('unauthorized');
    expect(url.searchParams.get('code')).toBeNull();
  });

  it('works only in the browser that asked, and stays good for it', async () => {
    const link = await askForLink();
    const stranger = new HttpVisitor(tenant);
    const refused = await stranger.follow(link);
    expect(refused.response.status).toBe(400);
    expect(await refused.response.text()).toContain('on the same device and browser');
    expect((await visitor.follow(link)).url.searchParams.get('code')).not.toBeNull();
  });

  it('is dead once a newer one was asked for', async () => {
    const old = await askForLink();
    await askForLink();
    const { url } = await visitor.follow(old);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      error: 'unauthorized',
      error_description: 'Wrong email or verification code.',
      state: 'app-state',
    });
  });

  it('that was asked for outside of a login begins one', async () => {
    const { hosted } = await begin();
    const authParams = {
      response_type: 'code',
      redirect_uri: `${tenant.origin}/tenant/done`,
      scope: 'openid',
    };
    await visitor.post('/passwordless/start', { client_id: hosted.clientID, ...email, authParams });
    const { url } = await visitor.follow(tenant.outbox.latest()?.link ?? '');
    expect(url.searchParams.get('code')).not.toBeNull();
  });
});

describe('POST /co/authenticate', () => {
  const otp = 'http://auth0.com/oauth/grant-type/passwordless/otp';

  async function authenticate(over: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
    const { begun, code } = await ask();
    const client_id = begun.hosted.clientID;
    const body = { client_id, credential_type: otp, realm: 'sms', username: PHONE, otp: code, ...over };
    return { begun, answer: await visitor.post('/co/authenticate', body, headers) };
  }

  it('gives a ticket, which logs in once', async () => {
    const { begun, answer } = await authenticate();
    expect(answer).toEqual({
      status: 200,
      body: { login_ticket: expect.any(String), co_verifier: expect.any(String), co_id: expect.any(String) },
    });
    const { login_ticket } = answer.body as { login_ticket: string };
    const query = new URLSearchParams({
      client_id: begun.hosted.clientID,
      response_type: 'code',
      redirect_uri: `${tenant.origin}/tenant/done`,
      scope: 'openid',
      state: 'mine',
      login_ticket,
      realm: 'sms',
    });
    const { url } = await visitor.follow(`/authorize?${query}`);
    expect(url.searchParams.get('code')).not.toBeNull();
    expect(url.searchParams.get('state')).toBe('mine');
    const again = await visitor.follow(`/authorize?${query}`);
    expect(again.url.searchParams.get('error')).toBe('access_denied');
  });

  it('gives a ticket that is worth nothing to another application', async () => {
    const { answer } = await authenticate();
    const { login_ticket } = answer.body as { login_ticket: string };
    const address = new URL(tenant.address());
    address.searchParams.set('login_ticket', login_ticket);
    const { url } = await visitor.follow(address.href);
    expect(url.searchParams.get('error')).toBe('access_denied');
  });

  it('goes on with the transaction that the page was served for', async () => {
    const { begun, answer } = await authenticate();
    const { login_ticket } = answer.body as { login_ticket: string };
    const { state } = begun.hosted.internalOptions;
    const query = new URLSearchParams({
      client_id: begun.hosted.clientID,
      state,
      login_ticket,
      response_type: 'code',
    });
    const { url } = await visitor.follow(`/authorize?${query}`);
    expect(url.searchParams.get('state')).toBe('app-state');
  });

  it('refuses an origin that is not allowed', async () => {
    const { answer } = await authenticate({}, { origin: 'https://evil.example.com' });
    expect(answer).toEqual({ status: 403, body: 'Origin https://evil.example.com is not allowed.' });
  });

  it('refuses a blocked user', async () => {
    tenant.data.users.block('sms', PHONE);
    const { answer } = await authenticate();
    expect(answer).toEqual({
      status: 403,
      body: { error: 'blocked_user', error_description: 'Blocked user' },
    });
  });

  it.each<[string, Record<string, unknown>, Record<string, string>, number, string]>([
    ['a wrong code', { otp: 'wrong' }, {}, 403, 'access_denied'],
    ['an unknown client', { client_id: 'nobody' }, {}, 401, 'unauthorized_client'],
    ['an unknown realm', { realm: 'fax' }, {}, 400, 'invalid_request'],
    ['a field too many', { extra: 1 }, {}, 400, 'invalid_request'],
    ['a field too few', { realm: undefined }, {}, 400, 'invalid_request'],
    ['a password', { credential_type: 'password' }, {}, 400, 'unsupported_credential_type'],
  ])('refuses %s', async (_what, over, headers, status, error) => {
    const { answer } = await authenticate(over, headers);
    expect(answer).toMatchObject({ status, body: { error } });
  });
});
