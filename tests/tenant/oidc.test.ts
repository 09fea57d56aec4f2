import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { Agent, fetch } from 'undici';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, HttpVisitor, pkce } from '../support/HttpVisitor.ts';

let tenant: Tenant;
let visitor: HttpVisitor;

beforeAll(async () => {
  tenant = await startTenant({ page: BARE_PAGE, callbacks: ['http://localhost:*/callback'] });
});
beforeEach(() => {
  tenant.reset();
  visitor = new HttpVisitor(tenant);
});
afterAll(() => tenant.close());

const PHONE = '+61412345678';
const DONE = '/tenant/done';

/** Logs in by SMS from an address of `/authorize`; returns what the application receives. */
async function logIn(address: string, phone_number = PHONE): Promise<URL> {
  const begun = await visitor.begin(address);
  const { clientID, internalOptions } = begun.hosted;
  const fields = { connection: 'sms', phone_number };
  await visitor.post('/passwordless/start', {
    client_id: clientID,
    ...fields,
    authParams: { state: internalOptions.state },
  });
  const verification_code = tenant.outbox.latest(phone_number)?.code ?? '';
  return (await visitor.finish(begun, { ...fields, verification_code })).url;
}

/** Exchanges a code for tokens. */
async function exchange(client_id: string, code: string, over: Record<string, string> = {}) {
  const redirect_uri = `${tenant.origin}${DONE}`;
  const body = { grant_type: 'authorization_code', client_id, code, redirect_uri, ...over };
  const response = await visitor.request('/oauth/token', {
    method: 'POST',
    body: new URLSearchParams(body).toString(),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

/** Verifies a token as an application would: against the published keys. */
async function verified(token: string, audience: string) {
  const dispatcher = new Agent({ connect: { ca: tenant.certificate } });
  const keys = createRemoteJWKSet(new URL(`${tenant.origin}/.well-known/jwks.json`), {
    // undici's fetch and Node's have the same shape, and types of their own.
    [customFetch]: (url, init) => fetch(url, { ...init, dispatcher } as never) as never,
  });
  const { payload } = await jwtVerify(token, keys, {
    issuer: `${tenant.origin}/`,
    audience,
    algorithms: ['RS256'],
  });
  await dispatcher.close();
  return payload;
}

const clientOf = (address: string) => new URL(address).searchParams.get('client_id') ?? '';

describe('tokens', () => {
  it('say who logged in by SMS, signed, with the nonce', async () => {
    const { verifier, challenge } = pkce();
    const address = tenant.address({
      request: {
        scope: 'openid profile email phone',
        nonce: 'n-1',
        code_challenge: challenge,
        code_challenge_method: 'S256',
      },
    });
    const url = await logIn(address);
    const { status, body } = await exchange(clientOf(address), url.searchParams.get('code') ?? '', {
      code_verifier: verifier,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_type: 'Bearer',
      expires_in: 86_400,
      scope: 'openid profile email phone',
    });
    expect(await verified(body['id_token'] ?? '', clientOf(address))).toMatchObject({
      sub: expect.stringMatching(/^sms\|[0-9a-f]{24}$/),
      name: PHONE,
      nickname: '',
      phone_number: PHONE,
      nonce: 'n-1',
      iss: `${tenant.origin}/`,
    });
  });

  it('have the same subject each time, and another for another number', async () => {
    const subject = async (phone: string) => {
      visitor = new HttpVisitor(tenant);
      const address = tenant.address();
      const url = await logIn(address, phone);
      const { body } = await exchange(clientOf(address), url.searchParams.get('code') ?? '');
      return (await verified(body['id_token'] ?? '', clientOf(address))).sub;
    };
    const [one, again, other] = [await subject(PHONE), await subject(PHONE), await subject('+61499999999')];
    expect(one).toBe(again);
    expect(other).not.toBe(one);
  });

  it('are refused with the wrong verifier, and to a code that was used', async () => {
    const { challenge, verifier } = pkce();
    const request = { code_challenge: challenge, code_challenge_method: 'S256' };
    const address = tenant.address({ request });
    const code = (await logIn(address)).searchParams.get('code') ?? '';
    const wrong = await exchange(clientOf(address), code, { code_verifier: pkce().verifier });
    expect(wrong).toMatchObject({
      status: 403,
      body: { error: 'invalid_grant', error_description: 'Failed to verify code verifier' },
    });
    visitor = new HttpVisitor(tenant);
    const second = (await logIn(tenant.address({ request }))).searchParams.get('code') ?? '';
    expect((await exchange(clientOf(address), second, { code_verifier: verifier })).status).toBe(403);
  });

  it('are given for a code once, within ten minutes', async () => {
    const address = tenant.address();
    const code = (await logIn(address)).searchParams.get('code') ?? '';
    expect((await exchange(clientOf(address), code)).status).toBe(200);
    expect((await exchange(clientOf(address), code)).body).toMatchObject({ error: 'invalid_grant' });
    const late = tenant.address();
    visitor = new HttpVisitor(tenant);
    const old = (await logIn(late)).searchParams.get('code') ?? '';
    tenant.clock.advance(11 * 60_000);
    expect((await exchange(clientOf(late), old)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it('are JWTs for an API that is asked for, and opaque otherwise', async () => {
    const audience = 'https://api.example.com/';
    const address = tenant.address({ request: { audience } });
    const { body } = await exchange(clientOf(address), (await logIn(address)).searchParams.get('code') ?? '');
    expect(await verified(body['access_token'] ?? '', audience)).toMatchObject({
      aud: [audience, `${tenant.origin}/userinfo`],
      azp: clientOf(address),
    });
    const plain = tenant.address();
    visitor = new HttpVisitor(tenant);
    const opaque = await exchange(clientOf(plain), (await logIn(plain)).searchParams.get('code') ?? '');
    expect(opaque.body['access_token']).not.toContain('.');
  });

  it('can be refreshed', async () => {
    const address = tenant.address({ request: { scope: 'openid offline_access' } });
    const { body } = await exchange(clientOf(address), (await logIn(address)).searchParams.get('code') ?? '');
    expect(body['refresh_token']).toEqual(expect.any(String));
    const again = await visitor.post('/oauth/token', {
      grant_type: 'refresh_token',
      client_id: clientOf(address),
      refresh_token: body['refresh_token'],
    });
    expect(again).toMatchObject({ status: 200, body: { id_token: expect.any(String) } });
  });

  it('open /userinfo', async () => {
    const address = tenant.address();
    const { body } = await exchange(clientOf(address), (await logIn(address)).searchParams.get('code') ?? '');
    const headers = { authorization: `Bearer ${body['access_token']}` };
    const answer = await visitor.request('/userinfo', { headers });
    expect(await answer.json()).toMatchObject({ sub: expect.stringMatching(/^sms\|/), name: PHONE });
    expect((await visitor.request('/userinfo')).status).toBe(401);
    const bad = await visitor.request('/userinfo', { headers: { authorization: 'Bearer nothing' } });
    expect(bad.status).toBe(401);
  });

  it('are published about', async () => {
    const discovery = await visitor.request('/.well-known/openid-configuration');
    expect(await discovery.json()).toMatchObject({
      issuer: `${tenant.origin}/`,
      authorization_endpoint: `${tenant.origin}/authorize`,
      token_endpoint: `${tenant.origin}/oauth/token`,
      userinfo_endpoint: `${tenant.origin}/userinfo`,
      jwks_uri: `${tenant.origin}/.well-known/jwks.json`,
    });
    const keys = (await (await visitor.request('/.well-known/jwks.json')).json()) as { keys: object[] };
    expect(keys.keys).toEqual([expect.objectContaining({ kty: 'RSA', alg: 'RS256', use: 'sig' })]);
    // Never the private part.
    expect(Object.keys(keys.keys[0] ?? {})).not.toContain('d');
  });
});

describe('GET /authorize', () => {
  const query = (address: string, over: Record<string, string | null>) => {
    const url = new URL(address);
    for (const [name, value] of Object.entries(over)) {
      if (value === null) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    }
    return url.href;
  };

  it.each<[string, Record<string, string | null>, number, RegExp]>([
    ['no client', { client_id: null }, 400, /Missing required parameter: client_id/],
    ['an unknown client', { client_id: 'nobody' }, 400, /Unknown client: nobody/],
    ['markup for a client', { client_id: '<img src=x>' }, 400, /Unknown client: &lt;img src=x&gt;/],
    ['another callback', { redirect_uri: 'https://evil.example.com/' }, 403, /Callback URL mismatch/],
    ['no URL for a callback', { redirect_uri: 'nowhere' }, 403, /Callback URL mismatch/],
  ])('refuses %s on a page, and leads nowhere', async (_what, over, status, text) => {
    const response = await visitor.request(query(tenant.address(), over));
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(await response.text()).toMatch(text);
  });

  it.each<[string, Record<string, string>, string, string]>([
    [
      'connection=sms',
      { connection: 'sms' },
      'invalid_request',
      'no phone_number or no verification_code provided',
    ],
    [
      'connection=email',
      { connection: 'email' },
      'invalid_request',
      'no email or no verification_code provided',
    ],
    ['an unknown connection', { connection: 'fax' }, 'invalid_request', 'the connection was not found'],
    ['a disabled connection', { connection: 'github' }, 'invalid_request', 'the connection was disabled'],
    ['prompt=none without a session', { prompt: 'none' }, 'login_required', 'Login required'],
    [
      'a bad response type',
      { response_type: 'pigeon' },
      'unsupported_response_type',
      'unsupported response_type requested',
    ],
  ])('refuses %s at the callback', async (_what, over, error, description) => {
    if (tenant.data.connectionNamed('github') === undefined) {
      tenant.data.addConnection({ name: 'github', strategy: 'github' });
    }
    const { url } = await visitor.follow(query(tenant.address(), over));
    expect(url.pathname).toBe(DONE);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      error,
      error_description: description,
      state: 'app-state',
    });
  });

  it('refuses connection=sms by web_message too', async () => {
    const address = query(tenant.address(), { connection: 'sms', response_mode: 'web_message' });
    const { response } = await visitor.follow(address);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('authorization_response');
    expect(html).toContain('no phone_number or no verification_code provided');
  });

  it('takes the first callback where none is named', async () => {
    const { status } = await visitor.begin(query(tenant.address(), { redirect_uri: null }));
    expect(status).toBe(200);
  });

  it('takes a callback of an application under development', async () => {
    const redirect_uri = 'http://localhost:3000/callback';
    const begin = (uri: string) =>
      visitor.request(
        `/authorize?${new URLSearchParams({ client_id: 'sample-app', response_type: 'code', redirect_uri: uri })}`,
      );
    expect((await begin(redirect_uri)).status).toBe(303);
    expect((await begin('http://localhost:3000/other')).status).toBe(403);
    expect((await begin('http://localhost:3000.evil.example.com/callback')).status).toBe(403);
  });

  it('gives tokens to an application under development, on any port, and to no other site', async () => {
    const redirect_uri = 'http://localhost:3000/callback';
    const query = { client_id: 'sample-app', response_type: 'code', redirect_uri, scope: 'openid' };
    const begun = await visitor.begin(`/authorize?${new URLSearchParams(query)}`);
    const fields = { connection: 'sms', phone_number: PHONE };
    await visitor.post('/passwordless/start', { client_id: 'sample-app', ...fields });
    const verification_code = tenant.outbox.latest()?.code ?? '';
    const { state, _csrf } = begun.hosted.internalOptions;
    const verified = new URLSearchParams({ state, _csrf, ...fields, verification_code });
    const { headers } = await visitor.request(`/passwordless/verify_redirect?${verified}`);
    const back = await visitor.request(headers.get('location') ?? '');
    const callback = new URL(back.headers.get('location') ?? '');
    expect(callback.origin).toBe('http://localhost:3000');
    const redeem = (origin: string) =>
      visitor.request('/oauth/token', {
        method: 'POST',
        headers: { origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({
          grant_type: 'authorization_code',
          client_id: 'sample-app',
          code: callback.searchParams.get('code') ?? '',
          redirect_uri,
        }).toString(),
      });
    const refused = await redeem('https://evil.example.com');
    expect(refused.status).toBe(400);
    expect(refused.headers.get('access-control-allow-origin')).toBeNull();
    const given = await redeem('http://localhost:3000');
    expect(given.headers.get('access-control-allow-origin')).toBe('http://localhost:3000');
    expect(await given.json()).toMatchObject({ id_token: expect.any(String) });
    const returnTo = new URLSearchParams({ client_id: 'sample-app', returnTo: 'http://localhost:3000' });
    expect((await visitor.request(`/v2/logout?${returnTo}`)).status).toBe(302);
  });

  it('refuses a silent login with a page that tells the script so', async () => {
    const silent = query(tenant.address(), { prompt: 'none', response_mode: 'web_message' });
    const response = await visitor.request(silent);
    expect(response.status).toBe(200);
    expect(await response.text()).toMatch(/"error":"login_required","error_description":"Login required"/);
  });

  it('knows who is logged in', async () => {
    await logIn(tenant.address());
    const silent = await visitor.follow(
      query(tenant.address(), { prompt: 'none', response_mode: 'web_message' }),
    );
    expect(await silent.response.text()).toMatch(/"code":\s?"[\w-]{20,}"/);
    const { url } = await visitor.follow(tenant.address());
    expect(url.searchParams.get('code')).not.toBeNull();
    const asked = await visitor.begin(query(tenant.address(), { prompt: 'login' }));
    expect(asked.hosted['prompt']).toBe('login');
  });

  it('opens a scenario to whoever is logged in', async () => {
    await logIn(tenant.address());
    expect((await visitor.follow('/tenant/scenarios/sms')).url.pathname).toBe('/login');
  });

  it('forgets a session after three days', async () => {
    await logIn(tenant.address());
    tenant.clock.advance(73 * 60 * 60_000);
    const { url } = await visitor.follow(tenant.address());
    expect(url.pathname).toBe('/login');
  });

  it('does not mind consent or an unknown prompt', async () => {
    const begun = await visitor.begin(query(tenant.address(), { prompt: 'select_account' }));
    expect(begun.hosted.internalOptions['prompt']).toBe('select_account');
    const url = await logIn(query(tenant.address(), { prompt: 'consent' }));
    expect(url.searchParams.get('code')).not.toBeNull();
  });
});

describe('the hosted config', () => {
  it('holds every field', async () => {
    const { hosted, address } = await visitor.begin(tenant.address());
    const { origin, host } = tenant;
    const options = {
      protocol: 'oauth2',
      response_type: 'code',
      scope: 'openid profile email',
      _csrf: expect.stringMatching(/^[\w-]{32}$/),
      _intstate: 'deprecated',
      state: new URL(address).searchParams.get('state'),
    };
    expect(hosted).toEqual({
      icon: '',
      assetsUrl: '',
      auth0Domain: host,
      auth0Tenant: 'acme',
      clientConfigurationBaseUrl: `${origin}/`,
      callbackOnLocationHash: false,
      callbackURL: `${origin}${DONE}`,
      cdn: 'https://cdn.auth0.com/',
      clientID: new URL(address).searchParams.get('client'),
      dict: { signin: { title: 'Sample app' } },
      extraParams: options,
      internalOptions: options,
      widgetUrl: 'https://cdn.auth0.com/w2/auth0-widget-5.1.min.js',
      isThirdPartyClient: false,
      authorizationServer: { url: origin, issuer: `${origin}/` },
      colors: {},
    });
  });

  it('holds whatever the request says, unknown parameters too', async () => {
    const request = {
      allowedConnections: 'sms,email',
      login_hint: 'zoë@example.com',
      ui_locales: 'ar en',
      screen_hint: 'signup',
      prompt: 'login',
      audience: 'https://api.example.com/',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
      auth0Client: 'e30=',
      'my-own': '<script>"',
    };
    const { hosted } = await visitor.begin(tenant.address({ request }));
    expect(hosted.internalOptions).toMatchObject(request);
    expect(hosted.extraParams).toEqual(hosted.internalOptions);
    expect(hosted['prompt']).toBe('login');
  });

  it('knows a response in the fragment', async () => {
    const request = { response_type: 'id_token token', nonce: 'n' };
    const { hosted } = await visitor.begin(tenant.address({ request }));
    expect(hosted['callbackOnLocationHash']).toBe(true);
  });

  it('is laid over by a scenario, in every occurrence of the marker', async () => {
    const html = '<!DOCTYPE html>CONFIG:@@config@@ CONFIG:@@config@@';
    const hosted = {
      connection: 'email',
      colors: { primary: '#123456' },
      dict: undefined,
      internalOptions: { state: 'x' },
    };
    const begun = await visitor.begin(tenant.address({ html, hosted }));
    expect(begun.hosted).toMatchObject({ connection: 'email', colors: { primary: '#123456' } });
    expect(begun.hosted.internalOptions).toMatchObject({ state: 'x', protocol: 'oauth2' });
    expect(begun.hosted).not.toHaveProperty('dict');
    expect(begun.html.split('CONFIG:')[1]?.trim()).toBe(begun.html.split('CONFIG:')[2]?.trim());
  });

  it('of the preview has no transaction', async () => {
    const { hosted } = await visitor.begin(tenant.address({ preview: true }));
    expect(hosted.internalOptions).toEqual({ tenant: 'acme', _intstate: 'deprecated' });
  });

  it.each(['', '?state=lost&client=sample-app', '?client=sample-app', '?state=x'])(
    'is not served at /login%s',
    async (search) => {
      const response = await visitor.request(`/login${search}`);
      expect(response.status).toBe(400);
      expect(await response.text()).toContain('You may have pressed the back button');
    },
  );

  it('leads to the application’s own start of a login, or the tenant’s, where it is not there', async () => {
    const settings = tenant.data.configuration.get('/tenants/settings') ?? {};
    settings['default_redirection_uri'] = 'https://example.com/login';
    const address = '/login?state=lost&client=sample-app';
    const location = async () => (await visitor.request(address)).headers.get('location');
    expect(await location()).toBe('https://example.com/login');
    const app = tenant.data.applications.get('sample-app') ?? {};
    Object.assign(app, { initiate_login_uri: 'https://app.example.com/login' });
    expect(await location()).toBe('https://app.example.com/login');
    Object.assign(app, { initiate_login_uri: undefined });
    delete settings['default_redirection_uri'];
    expect(await location()).toBeNull();
  });

  it('is not served to another application’s transaction', async () => {
    const begun = await visitor.begin(tenant.address());
    const { state } = begun.hosted.internalOptions;
    expect((await visitor.request(`/login?state=${state}&client=sample-app`)).status).toBe(400);
    expect((await visitor.begin(begun.address)).hosted.internalOptions.state).toBe(state);
  });

  it('stands in no page where the tenant has none', async () => {
    const bare = await startTenant();
    const somebody = new HttpVisitor(bare);
    const { html } = await somebody.begin(bare.address());
    expect(html).toContain('no login page of its own');
    await bare.close();
  });
});

describe('logging out', () => {
  it('ends the session and leads back', async () => {
    const address = tenant.address();
    await logIn(address);
    const query = new URLSearchParams({ client_id: clientOf(address), returnTo: tenant.origin });
    const response = await visitor.request(`/v2/logout?${query}`);
    expect(response.headers.get('location')).toBe(`${tenant.origin}/`);
    expect((await visitor.follow(tenant.address())).url.pathname).toBe('/login');
  });

  it('leads nowhere else', async () => {
    const query = new URLSearchParams({ client_id: 'sample-app', returnTo: 'https://evil.example.com/' });
    const response = await visitor.request(`/v2/logout?${query}`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Allowed Logout URLs');
  });

  it('works by OpenID Connect too', async () => {
    const address = tenant.address();
    const { body } = await exchange(clientOf(address), (await logIn(address)).searchParams.get('code') ?? '');
    const query = new URLSearchParams({
      id_token_hint: body['id_token'] ?? '',
      post_logout_redirect_uri: tenant.origin,
    });
    const form = await (await visitor.request(`/oidc/logout?${query}`)).text();
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const done = await visitor.request('/oidc/logout/confirm', {
      method: 'POST',
      body: new URLSearchParams({ xsrf, logout: 'yes' }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect(done.headers.get('location')).toBe(`${tenant.origin}/`);
    expect((await visitor.follow(tenant.address())).url.pathname).toBe('/login');
  });
});

describe('what Lock asks for', () => {
  const connections = [
    'sms',
    { strategy: 'sms', name: 'sms-au' },
    'google-oauth2',
    {
      strategy: 'auth0',
      name: 'users',
      options: {
        passwordPolicy: 'good',
        password_complexity_options: { min_length: 10 },
        requires_username: true,
        validation: { username: { min: 3, max: 15 } },
        disable_signup: true,
      },
    },
    { strategy: 'oauth2', name: 'acme', display_name: 'Acme', options: { scope: ['profile'] } },
    {
      strategy: 'samlp',
      name: 'staff',
      options: { tenant_domain: 'example.com', domain_aliases: ['example.org'] },
    },
  ];

  it('client settings, in the order of the scenario', async () => {
    const id = clientOf(tenant.address({ connections }));
    const script = await (await visitor.request(`/client/${id}.js?t123`)).text();
    const hosted = (what: string) => `https://login.auth0.com/lo/${what}?wtrealm=urn:auth0:acme:users`;
    expect(JSON.parse(/^Auth0\.setClient\((.*)\);$/.exec(script)?.[1] ?? '')).toEqual({
      id,
      tenant: 'acme',
      subscription: 'enterprise',
      authorize: `${tenant.origin}/authorize`,
      callback: `${tenant.origin}${DONE}`,
      hasAllowedOrigins: true,
      strategies: [
        { name: 'sms', connections: [{ name: 'sms' }, { name: 'sms-au' }] },
        { name: 'google-oauth2', connections: [{ name: 'google-oauth2', scope: ['email', 'profile'] }] },
        {
          name: 'auth0',
          connections: [
            {
              name: 'users',
              forgot_password_url: hosted('forgot'),
              signup_url: hosted('signup'),
              passwordPolicy: 'good',
              password_complexity_options: { min_length: 10 },
              requires_username: true,
              validation: { username: { min: 3, max: 15 } },
              showSignup: false,
              showForgot: true,
            },
          ],
        },
        { name: 'oauth2', connections: [{ name: 'acme', display_name: 'Acme', scope: ['profile'] }] },
        {
          name: 'samlp',
          connections: [{ name: 'staff', domain: 'example.com', domain_aliases: ['example.org'] }],
        },
      ],
    });
    expect((await visitor.request('/client/nobody.js')).status).toBe(404);
  });

  it('the tenant’s settings, for a third party', async () => {
    const id = clientOf(tenant.address({ connections }));
    const script = await (await visitor.request('/tenants/v1/acme.js')).text();
    const settings = JSON.parse(/^Auth0\.setTenant\((.*)\);$/.exec(script)?.[1] ?? '') as {
      connections: Record<string, { name: string }[]>;
      clientsConnections: Record<string, string[]>;
    };
    expect(settings.clientsConnections[id]).toEqual([
      ...['sms', 'sms-au', 'google-oauth2', 'users', 'acme', 'staff'],
    ]);
    const named = (kind: string, name: string) => settings.connections[kind]?.find((it) => it.name === name);
    expect(named('passwordless', 'sms-au')).toEqual({ name: 'sms-au', strategy: 'sms' });
    expect(named('social', 'acme')).toEqual({ name: 'acme', strategy: 'oauth2' });
    expect(named('enterprise', 'staff')).toEqual({
      name: 'staff',
      strategy: 'samlp',
      domains: ['example.com', 'example.org'],
    });
    expect(named('database', 'users')).toEqual({
      name: 'users',
      strategy: 'auth0',
      allowSignup: false,
      allowForgot: true,
      requiresUsername: true,
      validation: { passwordPolicy: 'good', username: { min: 3, max: 15 } },
    });
  });

  it.each([
    ['/user/geoloc/country', { country_code: 'AU', country_code3: 'AUS', country_name: 'Australia' }],
    ['/user/ssodata', { sso: false }],
  ])('%s', async (path, body) => {
    expect(await (await visitor.request(path)).json()).toEqual(body);
  });

  it.each(['/passwordless/challenge', '/usernamepassword/challenge'])('%s', async (path) => {
    expect(await visitor.post(path, { state: 'x' })).toEqual({ status: 200, body: { required: false } });
  });

  it('dictionaries', async () => {
    const script = await (await visitor.request('/js/lock/14.3.0/es.js')).text();
    expect(script).toMatch(/^Auth0\.registerLanguageDictionary\("es", \{.*"success"/s);
    for (const name of ['xx', '../../package', 'es%2f..%2fen']) {
      expect((await visitor.request(`/js/lock/14.3.0/${name}.js`)).status).toBe(404);
    }
  });

  it('nothing from another site that no application allows', async () => {
    const preflight = (origin: string) =>
      visitor.request('/passwordless/start', {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      });
    for (const origin of ['https://evil.example.com', 'http://localhost.evil.example.com', 'null']) {
      expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    }
    const developed = await preflight('http://localhost:4000');
    expect(developed.headers.get('access-control-allow-origin')).toBe('http://localhost:4000');
    const own = await preflight(tenant.origin);
    expect(own.headers.get('access-control-allow-origin')).toBe(tenant.origin);
    expect(own.headers.get('access-control-allow-credentials')).toBe('true');
  });
});

describe('faults', () => {
  it('are met as often as they say, and by others not at all', async () => {
    tenant.faults.set({ path: '/user/*', answer: { status: 429, body: { error: 'x' } }, times: 1 });
    expect((await visitor.request('/passwordless/none')).status).toBe(404);
    expect((await visitor.request('/user/ssodata')).status).toBe(429);
    expect((await visitor.request('/user/ssodata')).status).toBe(200);
  });

  it('can hang until they are cleared', async () => {
    tenant.faults.set({ path: '/user/ssodata', answer: 'hang' });
    let isAnswered = false;
    const answer = visitor.request('/user/ssodata').then((response) => {
      isAnswered = true;
      return response.status;
    });
    await new Promise((done) => setTimeout(done, 100));
    expect(isAnswered).toBe(false);
    tenant.faults.clear();
    expect(await answer).toBe(200);
  });

  it('can reset the connection, and be slow', async () => {
    tenant.faults.set({ path: '/user/ssodata', answer: 'reset' });
    await expect(visitor.request('/user/ssodata')).rejects.toThrow('fetch failed');
    tenant.faults.clear();
    tenant.faults.set({ path: '/user/ssodata', delay: 150 });
    const start = performance.now();
    expect((await visitor.request('/user/ssodata')).status).toBe(200);
    expect(performance.now() - start).toBeGreaterThan(145);
  });

  it('of a scenario are its own', async () => {
    const address = tenant.address({ faults: [{ path: '/client/*', answer: { status: 500 } }] });
    expect((await visitor.request(`/client/${clientOf(address)}.js`)).status).toBe(500);
    expect((await visitor.request('/client/sample-app.js')).status).toBe(200);
    const referer = `${tenant.origin}/login?state=x&client=${clientOf(address)}`;
    expect((await visitor.request('/user/ssodata', { headers: { referer } })).status).toBe(200);
  });
});
