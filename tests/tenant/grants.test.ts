import { decodeProtectedHeader, exportJWK, generateKeyPair, importX509, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { SPA } from '../../src/tenant/data/Application.ts';
import { OTP_GRANT } from '../../src/tenant/oidc/otpGrant.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, HttpVisitor } from '../support/HttpVisitor.ts';

const PHONE = '+61412345678';
const EMAIL = 'zoe@example.com';
const AUDIENCE = 'https://api.example.com/';
const CALLBACK = 'https://app.example.com/callback';

let tenant: Tenant;
let visitor: HttpVisitor;

beforeAll(async () => {
  tenant = await startTenant({ page: BARE_PAGE });
  const shared = { callbacks: [CALLBACK] };
  const grant_types = [OTP_GRANT, 'authorization_code', 'implicit', 'refresh_token'];
  tenant.data.addApplication({
    ...shared,
    client_id: 'phone-app',
    name: 'Native',
    app_type: 'native',
    grant_types,
  });
  tenant.data.addApplication({
    ...shared,
    client_id: 'back-end',
    name: 'Back end',
    app_type: 'regular_web',
    client_secret: 'a-secret',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types,
  });
  tenant.data.addApplication({ ...shared, ...SPA, client_id: 'rotating', name: 'Rotating', grant_types });
  tenant.data.addApplication({ ...shared, ...SPA, client_id: 'plain', name: 'Without the grant' });
  for (const connection of tenant.data.connections.values()) {
    connection.enabled_clients.push('phone-app', 'back-end', 'rotating', 'plain');
  }
  Object.assign(tenant.data.applications.get('rotating') ?? {}, {
    refresh_token: { rotation_type: 'rotating', leeway: 5 },
  });
});
beforeEach(() => {
  tenant.reset();
  visitor = new HttpVisitor(tenant);
});
afterAll(() => tenant.close());

type Fields = Record<string, string>;
interface Tokens {
  access_token: string;
  id_token: string;
  refresh_token: string;
  [field: string]: unknown;
}

const token = async (fields: Fields, headers: Fields = {}) => {
  const { status, body } = await visitor.post('/oauth/token', fields, headers);
  return { status, body: body as Tokens };
};

/** Asks for a code as an application without a page does. */
async function codeFor(username: string, client: Fields = { client_id: 'phone-app' }): Promise<string> {
  const to = username.startsWith('+')
    ? { connection: 'sms', phone_number: username }
    : { connection: 'email', email: username };
  await visitor.post('/passwordless/start', { ...client, ...to, send: 'code' });
  return tenant.outbox.latest(username)?.code ?? '';
}

const otp = (fields: Fields) =>
  token({ grant_type: OTP_GRANT, client_id: 'phone-app', realm: 'sms', username: PHONE, ...fields });

async function verified(jwt: string, audience: string) {
  const keys = (await (await visitor.request('/.well-known/jwks.json')).json()) as {
    keys: { x5c: string[]; x5t: string }[];
  };
  const [der = ''] = keys.keys[0]?.x5c ?? [];
  const key = await importX509(`-----BEGIN CERTIFICATE-----\n${der}\n-----END CERTIFICATE-----`, 'RS256');
  const { payload } = await jwtVerify(jwt, key, { issuer: `${tenant.origin}/`, audience });
  return payload;
}

describe('the passwordless grant', () => {
  it.each([
    ['sms', PHONE, { phone_number: PHONE }],
    ['email', EMAIL, { email: EMAIL, email_verified: true }],
  ])('logs in by %s, and the tokens say who', async (realm, username, claims) => {
    const code = await codeFor(username);
    const { status, body } = await otp({
      ...{ realm, username, otp: code, audience: AUDIENCE },
      scope: 'openid profile email phone offline_access read:things',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 86_400 });
    expect(await verified(body.id_token, 'phone-app')).toMatchObject({ name: username, ...claims });
    expect(await verified(body.access_token, AUDIENCE)).toMatchObject({
      azp: 'phone-app',
      scope: expect.stringContaining('read:things'),
    });
    const headers = { authorization: `Bearer ${body.access_token}` };
    expect(await (await visitor.request('/userinfo', { headers })).json()).toMatchObject(claims);
    const refreshed = await token({
      grant_type: 'refresh_token',
      client_id: 'phone-app',
      refresh_token: body.refresh_token,
    });
    expect(refreshed.status).toBe(200);
    expect(await verified(refreshed.body.access_token, AUDIENCE)).toMatchObject({
      gty: ['refresh_token', OTP_GRANT],
    });
    expect((await otp({ realm, username, otp: code })).status).toBe(403);
  });

  it('knows a confidential application by its secret', async () => {
    const secret = { client_id: 'back-end', client_secret: 'a-secret' };
    const code = await codeFor(PHONE, secret);
    expect((await otp({ client_id: 'back-end', otp: code })).body).toEqual({
      error: 'access_denied',
      error_description: 'Unauthorized',
    });
    expect((await otp({ ...secret, otp: code })).status).toBe(200);
  });

  it.each<[string, Fields, number, string, string]>([
    ['a wrong code', { otp: '0' }, 403, 'invalid_grant', 'Wrong phone number or verification code.'],
    [
      'a wrong code by email',
      { otp: '0', realm: 'email', username: EMAIL },
      403,
      'invalid_grant',
      'Wrong email or verification code.',
    ],
    ['no code', {}, 400, 'invalid_request', 'Missing required parameter: otp'],
    ['no realm', { otp: '0', realm: '' }, 400, 'invalid_request', 'Missing required parameter: realm'],
    ['an unknown realm', { otp: '0', realm: 'fax' }, 403, 'invalid_request', 'the connection was not found'],
    [
      'an application without the grant',
      { otp: '0', client_id: 'plain' },
      403,
      'unauthorized_client',
      `Grant type '${OTP_GRANT}' not allowed for the client.`,
    ],
    ['an unknown application', { otp: '0', client_id: 'nobody' }, 401, 'access_denied', 'Unauthorized'],
  ])('refuses %s', async (_what, fields, status, error, error_description) => {
    await codeFor(PHONE);
    expect(await otp(fields)).toMatchObject({ status, body: { error, error_description } });
  });

  it('refuses what has expired, was tried too often, or is blocked', async () => {
    const code = await codeFor(PHONE);
    tenant.clock.advance(181_000);
    expect(await otp({ otp: code })).toMatchObject({
      status: 403,
      body: { error: 'invalid_grant', error_description: expect.stringContaining('expired') },
    });
    const newer = await codeFor(PHONE);
    for (let tries = 0; tries < 3; tries++) await otp({ otp: 'x' });
    expect(await otp({ otp: newer })).toMatchObject({ status: 429, body: { error: 'too_many_attempts' } });
    tenant.data.users.block('sms', PHONE);
    expect(await otp({ otp: await codeFor(PHONE) })).toMatchObject({ body: { error: 'unauthorized' } });
  });
});

describe('a request for tokens that is refused', () => {
  it.each<[Fields, number, string, string]>([
    [
      { grant_type: 'authorization_code', code: 'x', redirect_uri: CALLBACK },
      403,
      'invalid_grant',
      'Invalid authorization code',
    ],
    [
      { grant_type: 'refresh_token', refresh_token: 'x' },
      403,
      'invalid_grant',
      'Unknown or invalid refresh token.',
    ],
    [{ grant_type: 'pigeon' }, 403, 'unsupported_grant_type', 'Unsupported grant type: pigeon'],
    [
      { grant_type: 'client_credentials' },
      403,
      'unauthorized_client',
      "Grant type 'client_credentials' not allowed for the client.",
    ],
    [{ grant_type: 'authorization_code', code: 'x' }, 403, 'invalid_grant', 'Invalid authorization code'],
    [{}, 400, 'invalid_request', 'Missing required parameter: grant_type'],
  ])('is answered as Auth0 does: %j', async (fields, status, error, error_description) => {
    const answer = await token({ client_id: 'phone-app', ...fields });
    expect(answer).toMatchObject({ status, body: { error, error_description } });
  });
});

describe.each(['/oauth/token', '/oauth/revoke', '/oauth/par'])('%s', (path) => {
  it.each(['{', '[]', 'null'])('says that %s is no JSON object', async (body) => {
    const answer = await visitor.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json' },
    });
    expect({ status: answer.status, body: await answer.json() }).toEqual({
      status: 400,
      body: { error: 'invalid_request', error_description: 'The body is not a JSON object.' },
    });
  });
});

/** A refresh token of an application. */
async function refreshable(client_id: string): Promise<string> {
  const code = await codeFor(PHONE, { client_id });
  return (await otp({ client_id, otp: code, scope: 'openid offline_access' })).body.refresh_token;
}

describe('a refresh token', () => {
  it('is given for a silent login, too', async () => {
    const request = { response_type: 'code', scope: 'openid offline_access' };
    await logIn(request);
    const query = { ...request, client_id: 'phone-app', redirect_uri: CALLBACK, prompt: 'none' };
    const answer = await follow(`/authorize?${new URLSearchParams(query)}`);
    const { body } = await token({
      grant_type: 'authorization_code',
      ...{ client_id: 'phone-app', code: answer.get('code') ?? '', redirect_uri: CALLBACK },
    });
    expect(body.refresh_token).toEqual(expect.any(String));
  });

  const refresh = (client_id: string, refresh_token: string) =>
    token({ grant_type: 'refresh_token', client_id, refresh_token });

  it('stays the same where the application does not rotate it', async () => {
    const first = await refreshable('phone-app');
    for (let times = 0; times < 2; times++) {
      expect(await refresh('phone-app', first)).toMatchObject({
        status: 200,
        body: { refresh_token: first },
      });
    }
  });

  it('lives as long as its application says, like an ID token', async () => {
    const app = tenant.data.applications.get('phone-app') ?? {};
    const refresh_token = { expiration_type: 'expiring', token_lifetime: 60 };
    Object.assign(app, { refresh_token, jwt_configuration: { lifetime_in_seconds: 30 } });
    const code = await codeFor(PHONE);
    const { body } = await otp({ otp: code, scope: 'openid offline_access' });
    const { iat = 0, exp = 0 } = await verified(body.id_token, 'phone-app');
    expect(exp - iat).toBe(30);
    tenant.clock.advance(61_000);
    const late = await refresh('phone-app', body.refresh_token);
    Object.assign(app, { refresh_token: null, jwt_configuration: null });
    expect(late).toMatchObject({ status: 403, body: { error: 'invalid_grant' } });
  });

  it('is rotated where the application says so, and ends all of its family when it is used again', async () => {
    const first = await refreshable('rotating');
    const { body } = await refresh('rotating', first);
    expect(body.refresh_token).not.toBe(first);
    // Within its leeway the old one still works.
    expect((await refresh('rotating', first)).status).toBe(200);
    tenant.clock.advance(6_000);
    expect(await refresh('rotating', first)).toMatchObject({ status: 403, body: { error: 'invalid_grant' } });
    expect((await refresh('rotating', body.refresh_token)).status).toBe(403);
  });

  it.each(['application/json', 'application/x-www-form-urlencoded'])('is revoked by %s', async (type) => {
    const first = await refreshable('phone-app');
    const fields = { client_id: 'phone-app', token: first };
    const body = type.endsWith('json') ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
    const revoked = await visitor.request('/oauth/revoke', {
      method: 'POST',
      body,
      headers: { 'content-type': type },
    });
    expect(revoked.status).toBe(200);
    expect((await refresh('phone-app', first)).status).toBe(403);
  });
});

/** Logs in through a page; returns what the application receives, of the query or the fragment. */
async function logIn(request: Fields): Promise<URLSearchParams> {
  const query = new URLSearchParams({
    client_id: 'phone-app',
    redirect_uri: CALLBACK,
    scope: 'openid profile phone',
    state: 'app-state',
    ...request,
  });
  const begun = await visitor.begin(`/authorize?${query}`);
  const fields = { connection: 'sms', phone_number: PHONE };
  const { state, _csrf } = begun.hosted.internalOptions;
  await visitor.post('/passwordless/start', { client_id: query.get('client_id'), ...fields });
  const verification_code = tenant.outbox.latest(PHONE)?.code ?? '';
  const proof = new URLSearchParams({ state, _csrf, ...fields, verification_code });
  return follow(`/passwordless/verify_redirect?${proof}`);
}

/** Follows redirects as far as the application. */
async function follow(address: string): Promise<URLSearchParams> {
  const location = (await visitor.request(address)).headers.get('location') ?? '';
  return location === '' || location.startsWith(CALLBACK) ? received(location) : follow(location);
}

function received(location: string): URLSearchParams {
  const { hash, search } = new URL(location, 'https://nowhere.invalid');
  return new URLSearchParams(hash === '' ? search : hash.slice(1));
}

describe('a login without an audience', () => {
  it.each<[string, string[]]>([
    ['token', ['access_token']],
    ['token id_token', ['access_token', 'id_token']],
    ['id_token token', ['access_token', 'id_token']],
    ['id_token', ['id_token']],
    ['code token', ['access_token', 'code']],
    ['code id_token token', ['access_token', 'code', 'id_token']],
    ['code', ['code']],
  ])('gives what response_type=%s asks for', async (response_type, expected) => {
    const answer = await logIn({ response_type, nonce: 'n-1' });
    const given = ['access_token', 'code', 'id_token'].filter((name) => answer.has(name));
    expect({ given, state: answer.get('state') }).toEqual({ given: expected, state: 'app-state' });
    if (!expected.includes('access_token')) return;
    const address = `/userinfo?access_token=${encodeURIComponent(answer.get('access_token') ?? '')}`;
    expect(await (await visitor.request(address)).json()).toMatchObject({ name: PHONE });
  });

  it('takes the tenant’s default audience, and one that is no URI', async () => {
    const settings = tenant.data.configuration.get('/tenants/settings') ?? {};
    settings['default_audience'] = 'my api';
    const answer = await logIn({ response_type: 'token' });
    delete settings['default_audience'];
    expect(await verified(answer.get('access_token') ?? '', 'my api')).toMatchObject({ azp: 'phone-app' });
  });
});

describe('an access token', () => {
  const request = { response_type: 'token', audience: AUDIENCE };

  it('has Auth0’s own profile', async () => {
    const jwt = (await logIn(request)).get('access_token') ?? '';
    expect(decodeProtectedHeader(jwt)).toMatchObject({ typ: 'JWT', alg: 'RS256' });
    const payload = await verified(jwt, AUDIENCE);
    expect(payload).toMatchObject({ aud: [AUDIENCE, `${tenant.origin}/userinfo`], azp: 'phone-app' });
    for (const name of ['client_id', 'jti', 'gty']) expect(payload).not.toHaveProperty(name);
  });

  it('has RFC 9068’s for an API that asks for it', async () => {
    tenant.data.tokenDialects.set(AUDIENCE, 'rfc9068_profile');
    const jwt = (await logIn(request)).get('access_token') ?? '';
    tenant.data.tokenDialects.clear();
    expect(decodeProtectedHeader(jwt)).toMatchObject({ typ: 'at+jwt' });
    const payload = await verified(jwt, AUDIENCE);
    expect(payload).toMatchObject({ client_id: 'phone-app', jti: expect.any(String) });
    expect(payload).not.toHaveProperty('azp');
  });

  it('of a machine says so', async () => {
    const { body } = await token({
      grant_type: 'client_credentials',
      ...{ client_id: 'deploy', client_secret: 'local-deploy-secret', audience: AUDIENCE },
    });
    expect(await verified(body.access_token, AUDIENCE)).toMatchObject({
      sub: 'deploy@clients',
      gty: 'client-credentials',
    });
  });

  it.each(['authorization_code', OTP_GRANT])(
    'is bound to a key by DPoP, after a nonce: %s',
    async (grant_type) => {
      const { privateKey, publicKey } = await generateKeyPair('ES256');
      const jwk = await exportJWK(publicKey);
      const proof = (nonce?: string) =>
        new SignJWT({ htm: 'POST', htu: `${tenant.origin}/oauth/token`, jti: crypto.randomUUID(), nonce })
          .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk })
          .setIssuedAt()
          .sign(privateKey);
      const fields =
        grant_type === OTP_GRANT
          ? { realm: 'sms', username: PHONE, otp: await codeFor(PHONE) }
          : { code: (await logIn({ response_type: 'code' })).get('code'), redirect_uri: CALLBACK };
      const ask = async (dpop: string) =>
        visitor.request('/oauth/token', {
          method: 'POST',
          headers: { dpop, 'content-type': 'application/json' },
          body: JSON.stringify({ grant_type, client_id: 'phone-app', ...fields }),
        });
      const refused = await ask(await proof());
      expect(await refused.json()).toMatchObject({ error: 'use_dpop_nonce' });
      const given = await ask(await proof(refused.headers.get('dpop-nonce') ?? ''));
      expect(await given.json()).toMatchObject({ token_type: 'DPoP' });
    },
  );
});

describe('an organization', () => {
  const usage = (organization_usage?: string) =>
    Object.assign(tenant.data.applications.get('phone-app') ?? {}, { organization_usage });

  it.each([
    ['org_abc123', { org_id: 'org_abc123' }],
    ['Acme', { org_id: expect.stringMatching(/^org_\w{16}$/), org_name: 'acme' }],
  ])('%s is in every token', async (organization, claims) => {
    const scope = 'openid offline_access';
    const answer = await logIn({ response_type: 'code', organization, scope, audience: AUDIENCE });
    const { body } = await token({
      grant_type: 'authorization_code',
      ...{ client_id: 'phone-app', code: answer.get('code') ?? '', redirect_uri: CALLBACK },
    });
    const refreshed = await token({
      grant_type: 'refresh_token',
      ...{ client_id: 'phone-app', refresh_token: body.refresh_token },
    });
    for (const { id_token, access_token } of [body, refreshed.body]) {
      expect(await verified(id_token, 'phone-app')).toMatchObject(claims);
      expect(await verified(access_token, AUDIENCE)).toMatchObject(claims);
    }
  });

  it.each<[string, string | undefined, Fields, string]>([
    ['required', 'require', {}, 'parameter organization is required for this client'],
    ['denied', 'deny', { organization: 'org_1' }, 'parameter organization is not allowed for this client'],
  ])('is refused where it is %s, with a session or without one', async (_what, value, asked, words) => {
    const query = { client_id: 'phone-app', redirect_uri: CALLBACK, response_type: 'code', ...asked };
    const refusal = async () =>
      (await follow(`/authorize?${new URLSearchParams(query)}`)).get('error_description');
    usage(value);
    const before = await refusal();
    usage();
    await logIn({ response_type: 'code' });
    usage(value);
    const after = await refusal();
    usage();
    expect([before, after]).toEqual([words, words]);
  });
});

describe('a pushed request', () => {
  it('begins a login once, with all that was pushed', async () => {
    const { body } = await visitor.post('/oauth/par', {
      client_id: 'phone-app',
      redirect_uri: CALLBACK,
      ...{ response_type: 'code', scope: 'openid', allowedConnections: 'sms' },
    });
    const { request_uri } = body as { request_uri: string };
    const address = `/authorize?${new URLSearchParams({ client_id: 'phone-app', request_uri })}`;
    expect((await visitor.begin(address)).hosted.internalOptions).toMatchObject({
      allowedConnections: 'sms',
    });
    expect((await visitor.request(address)).status).toBe(400);
  });
});

describe('reset()', () => {
  it('ends the sessions of browsers', async () => {
    await logIn({ response_type: 'code' });
    const silent = { client_id: 'phone-app', redirect_uri: CALLBACK, response_type: 'code', prompt: 'none' };
    const ask = async () => (await follow(`/authorize?${new URLSearchParams(silent)}`)).get('error');
    expect(await ask()).toBeNull();
    tenant.reset();
    expect(await ask()).toBe('login_required');
  });

  it('is not needed where a user has gone', async () => {
    await logIn({ response_type: 'code' });
    tenant.data.users.clear();
    const query = { client_id: 'phone-app', redirect_uri: CALLBACK, response_type: 'code' };
    expect((await visitor.follow(`/authorize?${new URLSearchParams(query)}`)).url.pathname).toBe('/login');
  });
});
