import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newApplication } from '../../src/tenant/data/Application.ts';
import { changedOptions, newOptions } from '../../src/tenant/data/connectionDefaults.ts';
import { merged } from '../../src/tenant/data/merged.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, HttpVisitor } from '../support/HttpVisitor.ts';

/** What real tenants were recorded to answer, where that is not what a simple store would. */

let tenant: Tenant;
let visitor: HttpVisitor;
let authorization: string;

beforeAll(async () => {
  tenant = await startTenant({ page: BARE_PAGE, limits: { managementPerMinute: 1_000 } });
  visitor = new HttpVisitor(tenant);
  const { body } = await visitor.post('/oauth/token', {
    ...{ grant_type: 'client_credentials', client_id: 'deploy', client_secret: 'local-deploy-secret' },
    audience: `${tenant.origin}/api/v2/`,
  });
  authorization = `Bearer ${(body as { access_token: string }).access_token}`;
});
afterAll(() => tenant.close());

async function call(method: string, path: string, body?: object) {
  const response = await visitor.request(`/api/v2${path}`, {
    method,
    headers: { authorization, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : JSON.parse(text) };
}

describe('a change', () => {
  it.each<[string, object, object, object]>([
    ['sets a field', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
    ['replaces a value', { a: 1 }, { a: 2 }, { a: 2 }],
    ['keeps the rest of an object', { a: { b: 1, c: 2 } }, { a: { b: 3 } }, { a: { b: 3, c: 2 } }],
    ['goes to any depth', { a: { b: { c: 1, d: 2 } } }, { a: { b: { c: 3 } } }, { a: { b: { c: 3, d: 2 } } }],
    ['removes by null', { a: 1, b: 2 }, { a: null }, { b: 2 }],
    ['removes by null at any depth', { a: { b: 1, c: 2 } }, { a: { b: null } }, { a: { c: 2 } }],
    ['removes nothing that is not there', {}, { a: null, b: { c: null } }, { b: {} }],
    ['replaces a list', { a: [1, 2] }, { a: [3] }, { a: [3] }],
    ['empties a list', { a: [1] }, { a: [] }, { a: [] }],
    ['replaces a value by an object', { a: 'x' }, { a: { b: 1 } }, { a: { b: 1 } }],
    ['replaces an object by a value', { a: { b: 1 } }, { a: 'x' }, { a: 'x' }],
    ['keeps falsy values', { a: true }, { a: false, b: 0, c: '' }, { a: false, b: 0, c: '' }],
    ['leaves out undefined', { a: 1 }, { a: undefined }, { a: 1 }],
    ['leaves an emptied object', { a: { b: 1 } }, { a: { b: null } }, { a: {} }],
  ])('%s', (_what, current, changes, result) => {
    const before = structuredClone(current);
    expect(merged({ ...current }, { ...changes })).toEqual(result);
    expect(current).toEqual(before);
  });

  it('touches no prototype', () => {
    const changed = merged({}, JSON.parse('{"__proto__": {"bad": true}}'));
    expect(Object.getPrototypeOf(changed)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['bad']).toBeUndefined();
  });

  it.each<[string, object, object, object]>([
    ['/tenants/settings', { flags: { a: true, b: true } }, { flags: { a: null } }, { flags: { b: true } }],
    [
      '/tenants/settings',
      { universal_login: { colors: { primary: '#000000' } } },
      { universal_login: { colors: { page_background: '#ffffff' } } },
      { universal_login: { colors: { primary: '#000000', page_background: '#ffffff' } } },
    ],
    ['/tenants/settings', { session_lifetime_in_minutes: 90 }, {}, { session_lifetime: 1.5 }],
    [
      '/branding',
      { colors: { primary: '#000000' }, logo_url: 'https://example.com/a.png' },
      { colors: { page_background: '#ffffff' }, logo_url: null },
      { colors: { primary: '#000000', page_background: '#ffffff' } },
    ],
    [
      '/prompts',
      { identifier_first: true },
      { universal_login_experience: 'new' },
      { identifier_first: true },
    ],
    [
      '/attack-protection/suspicious-ip-throttling',
      { stage: { 'pre-login': { max_attempts: 5 } } },
      { enabled: false },
      { stage: { 'pre-login': { max_attempts: 5, rate: 864_000 } } },
    ],
    [
      '/attack-protection/breached-password-detection',
      { stage: { 'pre-change-password': { shields: ['block'] } } },
      { stage: { 'pre-change-password': {}, 'pre-user-registration': {} } },
      { stage: { 'pre-change-password': { shields: ['block'] }, 'pre-user-registration': { shields: [] } } },
    ],
    [
      '/attack-protection/captcha',
      { active_provider_id: 'hcaptcha', hcaptcha: { site_key: 'site', secret: 'dont-tell' } },
      { recaptcha_enterprise: { api_key: 'dont-tell', project_id: 'mine' } },
      { hcaptcha: { site_key: 'site' }, recaptcha_enterprise: { site_key: '', project_id: 'mine' } },
    ],
  ])('of %s: %j, then %j', async (path, first, second, result) => {
    expect((await call('PATCH', path, first)).status).toBe(200);
    const patched = await call('PATCH', path, second);
    const { status, body } = await call('GET', path);
    expect(status).toBe(200);
    expect(body).toMatchObject(result);
    expect(Object.keys(body.flags ?? {})).not.toContain('a');
    expect(Object.keys(body)).not.toContain('logo_url');
    expect(JSON.stringify([patched, body])).not.toContain('dont-tell');
  });
});

describe('an application', () => {
  const four = ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'];
  const long = { token_lifetime: 31_557_600, idle_token_lifetime: 2_592_000 };

  it.each<[object, object, readonly string[]]>([
    [
      {},
      {
        ...{ is_first_party: true, oidc_conformant: false, sso_disabled: false, custom_login_page_on: true },
        ...{ grant_types: four, cross_origin_authentication: false },
        jwt_configuration: { lifetime_in_seconds: 36_000, secret_encoded: false },
        refresh_token: {
          ...{ expiration_type: 'non-expiring', rotation_type: 'non-rotating', leeway: 0 },
          ...{ token_lifetime: 2_592_000, idle_token_lifetime: 1_296_000 },
          ...{ infinite_token_lifetime: true, infinite_idle_token_lifetime: true },
        },
      },
      ['app_type', 'callbacks', 'allowed_origins', 'web_origins', 'token_endpoint_auth_method'],
    ],
    [{ app_type: 'sso_integration' }, { app_type: 'sso_integration', grant_types: four }, []],
    [
      { app_type: 'spa', token_endpoint_auth_method: 'none' },
      { grant_types: four.slice(0, 3) },
      ['callbacks'],
    ],
    [{ token_endpoint_auth_method: 'client_secret_post' }, { grant_types: four, refresh_token: long }, []],
    [
      { app_type: 'resource_server' },
      { grant_types: [], oidc_conformant: true, jwt_configuration: { alg: 'RS256', secret_encoded: false } },
      [],
    ],
    [{ grant_types: ['client_credentials'] }, { grant_types: ['client_credentials'] }, []],
    [
      { jwt_configuration: { alg: 'RS256' } },
      { jwt_configuration: { alg: 'RS256', secret_encoded: false } },
      [],
    ],
    [{ refresh_token: { leeway: 60 } }, { refresh_token: { leeway: 60, token_lifetime: 2_592_000 } }, []],
    [
      { session_transfer: { can_create_session_transfer_token: true } },
      { session_transfer: { can_create_session_transfer_token: true, enforce_device_binding: 'ip' } },
      [],
    ],
    [
      { is_first_party: false, third_party_security_mode: 'strict' },
      { grant_types: ['authorization_code'], refresh_token: { expiration_type: 'expiring' } },
      [],
    ],
    [{ callbacks: null, description: null }, {}, ['callbacks', 'description']],
  ])('made of %j', (given, expected, absent) => {
    const made = newApplication({ name: 'A', ...given });
    expect(made).toMatchObject({ name: 'A', ...expected });
    for (const field of absent) expect(Object.keys(made)).not.toContain(field);
  });

  it('tells a key of its own once, and its secret no longer', async () => {
    const key = { name: 'first', credential_type: 'public_key', pem: '-----BEGIN PUBLIC KEY-----' };
    const made = await call('POST', '/clients', {
      name: 'By key',
      client_authentication_methods: { private_key_jwt: { credentials: [key] } },
    });
    expect(made).toMatchObject({ status: 201, body: { encrypted: true, client_secret: expect.any(String) } });
    const [credential] = made.body.client_authentication_methods.private_key_jwt.credentials;
    expect(credential).toEqual({
      ...{ id: expect.stringMatching(/^cred_/), name: 'first', credential_type: 'public_key', alg: 'RS256' },
      ...{ kid: expect.any(String), created_at: expect.any(String), updated_at: expect.any(String) },
    });
    const read = await call('GET', `/clients/${made.body.client_id}`);
    expect(read.body).toMatchObject({
      name: 'By key',
      signing_keys: [{ cert: expect.stringMatching(/^-----/) }],
    });
    for (const field of ['client_secret', 'encrypted']) expect(read.body).not.toHaveProperty(field);
  });

  it.each<[object, object, readonly string[]]>([
    [
      { jwt_configuration: { alg: 'RS256' } },
      { jwt_configuration: { secret_encoded: false, alg: 'RS256' } },
      [],
    ],
    [
      { client_metadata: { b: null, c: '3' }, mobile: { ios: { team_id: 'T' } } },
      { client_metadata: { a: '1', c: '3' }, mobile: { ios: { team_id: 'T', app_bundle_identifier: 'B' } } },
      [],
    ],
    [
      { description: null, token_endpoint_auth_method: null },
      {},
      ['description', 'token_endpoint_auth_method'],
    ],
    [{ app_type: 'sso_integration', addons: { zoom: {} } }, { app_type: 'sso_integration' }, []],
    [
      { oidc_logout: { backchannel_logout_urls: ['https://example.com/out'] } },
      { oidc_backchannel_logout: { backchannel_logout_urls: ['https://example.com/out'] } },
      [],
    ],
  ])('changed by %j', async (changes, expected, absent) => {
    const { body: made } = await call('POST', '/clients', {
      ...{ name: 'A', description: 'd', token_endpoint_auth_method: 'client_secret_post' },
      client_metadata: { a: '1', b: '2' },
      mobile: { ios: { team_id: 'S', app_bundle_identifier: 'B' } },
    });
    const { status, body } = await call('PATCH', `/clients/${made.client_id}`, changes);
    expect({ status, body }).toMatchObject({ status: 200, body: { name: 'A', ...expected } });
    for (const field of absent) expect(body).not.toHaveProperty(field);
    if ('client_metadata' in changes) expect(Object.keys(body.client_metadata)).toEqual(['a', 'c']);
  });

  it.each<[object, RegExp]>([
    [{ app_type: 'toaster' }, /on property app_type/],
    [{ name: null }, /on property name/],
    [{ default_organization: { flows: ['client_credentials'] } }, /default_organization\.organization_id/],
    [{ default_organization: { organization_id: 'org_1' } }, /default_organization\.flows/],
  ])('is not changed by %j', async (changes, message) => {
    expect(await call('PATCH', '/clients/sample-app', changes)).toMatchObject({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', message: expect.stringMatching(message) },
    });
  });
});

describe('a connection', () => {
  const methods = {
    password: { enabled: true, api_behavior: 'required', signup_behavior: 'allow' },
    passkey: { enabled: false },
  };

  it.each<[string, object, object]>([
    ['sms', {}, { brute_force_protection: true }],
    ['sms', { from: '+1', messaging_service_sid: null }, { from: '+1', messaging_service_sid: null }],
    ['email', { brute_force_protection: false }, { brute_force_protection: false }],
    ['auth0', {}, { passwordPolicy: 'good', strategy_version: 2, authentication_methods: methods }],
    [
      'auth0',
      { authentication_methods: { passkey: { enabled: true } } },
      { authentication_methods: { ...methods, passkey: { enabled: true } } },
    ],
    [
      'auth0',
      { password_options: { complexity: { min_length: 12 } } },
      {
        password_options: { complexity: { min_length: 12, character_types: [] }, history: { active: false } },
      },
    ],
    ['auth0', { attributes: { email: {} } }, { attributes: { email: { verification_method: 'link' } } }],
    [
      'github',
      { email: true, read_user: true, repo_status: true, gist: false, profile: true },
      {
        scope: ['user:email', 'read:user', 'repo:status'],
      },
    ],
    ['apple', { name: true, email: true, team_id: 'T' }, { scope: 'name email' }],
    [
      'facebook',
      { email: true, user_birthday: true, public_profile: false },
      { scope: 'email,user_birthday' },
    ],
    ['google-oauth2', { youtube: true }, { scope: ['email', 'profile', 'https://gdata.youtube.com'] }],
    ['google-oauth2', { scope: ['profile'] }, { scope: ['profile'] }],
    ['line', { email: true, scope: ['email', 'openid'] }, { scope: ['openid', 'email', 'profile'] }],
    ['linkedin', {}, { profile: true, scope: ['r_liteprofile'] }],
    ['oauth2', { scope: ['a'] }, { scope: ['a'] }],
    ['samlp', { signInEndpoint: 'https://example.com/' }, { signInEndpoint: 'https://example.com/' }],
  ])('of %s with %j', (strategy, given, expected) => {
    expect(newOptions(strategy, { ...given })).toMatchObject(expected);
  });

  it('loses the options that a change does not send, but what Auth0 adds', () => {
    expect(changedOptions('sms', { from: '+1' })).toEqual({ from: '+1' });
    const database = changedOptions('auth0', { requires_username: true });
    expect(database).toMatchObject({ requires_username: true, authentication_methods: methods });
    for (const option of ['passwordPolicy', 'mfa']) expect(database).not.toHaveProperty(option);
  });

  it('loses its name for people when a change leaves it out', async () => {
    const { body } = await call('POST', '/connections', {
      name: 'a',
      strategy: 'sms',
      display_name: 'By text',
    });
    expect(body).toMatchObject({ display_name: 'By text', enabled_clients: [], realms: ['a'] });
    const path = `/connections/${body.id}`;
    const kept = await call('PATCH', path, { display_name: 'By text', metadata: { x: '1' } });
    expect(kept.body).toMatchObject({ display_name: 'By text', metadata: { x: '1' } });
    expect((await call('PATCH', path, { metadata: null })).body).toMatchObject({ display_name: 'a' });
    expect((await call('GET', path)).body).not.toHaveProperty('metadata');
    expect((await call('GET', `${path}?fields=name`)).body).toEqual({
      ...{ id: body.id, name: 'a', is_domain_connection: false },
    });
  });

  it('becomes one with an email attribute that is not unique only when it is made', async () => {
    const attributes = { email: { identifier: { active: true }, unique: false } };
    const made = await call('POST', '/connections', {
      name: 'c',
      strategy: 'auth0',
      options: { attributes },
    });
    const again = { options: { attributes } };
    expect((await call('PATCH', `/connections/${made.body.id}`, again)).status).toBe(200);
    const { body } = await call('POST', '/connections', { name: 'd', strategy: 'auth0' });
    expect(await call('PATCH', `/connections/${body.id}`, again)).toMatchObject({
      status: 400,
      body: { message: 'cannot add non-unique email attribute', errorCode: 'invalid_body' },
    });
  });

  it('of a database cannot ask for access across applications', async () => {
    const cross_app_access_requesting_app = { active: true };
    const body = { name: 'e', strategy: 'auth0', cross_app_access_requesting_app };
    expect(await call('POST', '/connections', body)).toMatchObject({
      status: 400,
      body: { errorCode: 'operation_not_supported' },
    });
  });

  const identifier = { identifier: { active: true } };
  it.each<[object, object]>([
    [
      { attributes: { email: identifier }, requires_username: true },
      { message: 'Cannot set both options.attributes and options.requires_username' },
    ],
    [
      { attributes: { email: identifier }, validation: { username: {} } },
      { message: 'Cannot set both options.attributes and options.validation' },
    ],
    [
      { attributes: { email: { ...identifier, profile_required: true, signup: { status: 'inactive' } } } },
      { message: 'attribute email must also be required on signup' },
    ],
    [
      { attributes: { email: { identifier: { active: false } } } },
      { message: 'attributes must contain one active identifier' },
    ],
  ])('is not made with %j', async (options, body) => {
    expect(await call('POST', '/connections', { name: 'b', strategy: 'auth0', options })).toEqual({
      status: 400,
      body: { statusCode: 400, error: 'Bad Request', ...body, errorCode: 'invalid_body' },
    });
  });
});

it('a code that no one was given is refused before what else is missing', async () => {
  const body = {
    grant_type: 'authorization_code',
    client_id: 'sample-app',
    code: 'none',
    code_verifier: 'x',
  };
  expect(await visitor.post('/oauth/token', body)).toEqual({
    status: 403,
    body: { error: 'invalid_grant', error_description: 'Invalid authorization code' },
  });
});

describe('a plan without bot detection', () => {
  const paths = ['/attack-protection/bot-detection', '/attack-protection/captcha'];
  const refused = {
    status: 403,
    body: {
      ...{ statusCode: 403, error: 'Forbidden', errorCode: 'insufficient_entitlement' },
      message: 'Please upgrade your subscription to use bot detection',
    },
  };

  it('is that of a scenario, until the tenant is reset', async () => {
    await visitor.request('/tenant/scenarios/plan-without-bot-detection');
    for (const path of paths) {
      expect(await call('GET', path)).toEqual(refused);
      expect(await call('PATCH', path, { active_provider_id: 'hcaptcha' })).toEqual(refused);
    }
    expect((await call('GET', '/attack-protection/brute-force-protection')).status).toBe(200);
    await visitor.request('/tenant/scenarios/captcha');
    expect((await call('GET', '/attack-protection/captcha')).status).toBe(200);
    tenant.address({ plan: { botDetection: false } });
    expect((await call('GET', '/attack-protection/captcha')).status).toBe(403);
    tenant.reset();
    expect((await call('GET', '/attack-protection/captcha')).status).toBe(200);
  });
});
