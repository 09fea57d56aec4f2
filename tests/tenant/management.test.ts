import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, HttpVisitor } from '../support/HttpVisitor.ts';

let tenant: Tenant;
let visitor: HttpVisitor;
let token: string;

beforeAll(async () => {
  tenant = await startTenant({ page: BARE_PAGE, limits: { managementPerMinute: 500 } });
});
beforeEach(async () => {
  visitor = new HttpVisitor(tenant);
  token = await getToken();
});
afterAll(() => tenant.close());

async function getToken(over: Record<string, string> = {}): Promise<string> {
  const { body } = await visitor.post('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: 'deploy',
    client_secret: 'local-deploy-secret',
    audience: `${tenant.origin}/api/v2/`,
    ...over,
  });
  return (body as { access_token: string }).access_token;
}

/** A call of the API; `null` for no token at all. */
async function call(method: string, path: string, body?: unknown, bearer: string | null = token) {
  const response = await visitor.request(`/api/v2${path}`, {
    method,
    headers: {
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

const error = (statusCode: number, message: string | RegExp, errorCode?: string) => ({
  status: statusCode,
  body: {
    statusCode,
    error: expect.any(String),
    message: typeof message === 'string' ? message : expect.stringMatching(message),
    ...(errorCode !== undefined && { errorCode }),
  },
});

describe('a token', () => {
  it('is needed', async () => {
    expect(await call('GET', '/clients', undefined, null)).toMatchObject(
      error(401, 'Missing authentication'),
    );
    expect(await call('GET', '/clients', undefined, 'x.y.z')).toMatchObject(error(401, 'Invalid token'));
  });

  it('of another API does not do', async () => {
    const other = await getToken({ audience: 'https://api.example.com/' });
    expect(await call('GET', '/clients', undefined, other)).toMatchObject(error(401, 'Invalid token'));
  });

  it('does what its scope allows', async () => {
    const narrow = await getToken({ scope: 'read:clients' });
    expect((await call('GET', '/clients', undefined, narrow)).status).toBe(200);
    expect(await call('PATCH', '/clients/global', { custom_login_page_on: true }, narrow)).toMatchObject(
      error(403, 'Insufficient scope, expected any of: update:clients', 'insufficient_scope'),
    );
  });

  it('is not given for a wrong secret', async () => {
    const { status, body } = await visitor.post('/oauth/token', {
      grant_type: 'client_credentials',
      client_id: 'deploy',
      client_secret: 'wrong',
      audience: `${tenant.origin}/api/v2/`,
    });
    expect({ status, body }).toMatchObject({
      status: 401,
      body: { error: 'access_denied', error_description: 'Unauthorized' },
    });
  });
});

describe('clients', () => {
  it('are listed, scenarios left out', async () => {
    tenant.address();
    const { body } = await call('GET', '/clients');
    expect(body.map(({ client_id }: { client_id: string }) => client_id)).toEqual([
      'global',
      'sample-app',
      'deploy',
    ]);
  });

  it.each<[string, unknown]>([
    ['?is_global=true', [expect.objectContaining({ client_id: 'global', global: true })]],
    ['?is_global=false&app_type=spa', [expect.objectContaining({ client_id: 'sample-app' })]],
    [
      '?fields=client_id,name&is_global=true',
      [{ client_id: 'global', name: 'All Applications', tenant: 'acme' }],
    ],
    ['?page=1&per_page=2', [expect.objectContaining({ client_id: 'deploy' })]],
    [
      '?page=0&per_page=1&include_totals=true',
      { start: 0, limit: 1, total: 3, clients: [expect.anything()] },
    ],
    ['?take=2', expect.objectContaining({ next: '2', clients: expect.any(Array) })],
    ['?take=2&from=2', { clients: [expect.objectContaining({ client_id: 'deploy' })] }],
  ])('are listed by %s', async (query, body) => {
    expect(await call('GET', `/clients${query}`)).toMatchObject({ status: 200, body });
  });

  it.each(['?per_page=x', '?per_page=101', '?take=-1', '?page=1e9'])(
    'are not listed by %s',
    async (query) => {
      expect(await call('GET', `/clients${query}`)).toMatchObject(
        error(400, /Query validation error/, 'invalid_query_string'),
      );
    },
  );

  it('show what was patched, and serve it at the next login', async () => {
    const page = '<!DOCTYPE html><title>New</title>CONFIG:@@config@@ é “” $& \u2028';
    const patched = await call('PATCH', '/clients/global', {
      custom_login_page: page,
      custom_login_page_on: true,
    });
    expect(patched).toMatchObject({ status: 200, body: { custom_login_page: page } });
    expect((await call('GET', '/clients/global')).body.custom_login_page).toBe(page);
    const begun = await visitor.begin(tenant.address());
    expect(begun.html).toContain('<title>New</title>');
    expect(begun.html).toContain('é “” $& \u2028');
    tenant.setPage(BARE_PAGE);
  });

  it('may have a page of their own, which can be turned off and reset', async () => {
    const shown = async () =>
      (await visitor.begin(`/authorize?client_id=sample-app&response_type=code&prompt=login`)).html;
    await call('PATCH', '/clients/sample-app', {
      custom_login_page: 'own CONFIG:@@config@@',
      custom_login_page_on: true,
    });
    expect(await shown()).toContain('own CONFIG:');
    expect((await visitor.begin(tenant.address())).html).not.toContain('own CONFIG:');
    await call('PATCH', '/clients/sample-app', { custom_login_page_on: false });
    expect(await shown()).not.toContain('own CONFIG:');
    await call('PATCH', '/clients/sample-app', { custom_login_page: '', custom_login_page_on: true });
    expect(await shown()).not.toContain('own CONFIG:');
  });

  it.each<[string, string, unknown, ReturnType<typeof error>]>([
    ['GET', '/clients/nobody', undefined, error(404, 'The client does not exist', 'inexistent_client')],
    ['PATCH', '/clients/nobody', {}, error(404, 'The client does not exist', 'inexistent_client')],
    [
      'PATCH',
      '/clients/global',
      { client_id: 'x' },
      error(400, /Additional properties not allowed: client_id/, 'invalid_body'),
    ],
    [
      'PATCH',
      '/clients/global',
      { custom_login_page: 1 },
      error(400, /string but found 1 on property custom_login_page/, 'invalid_body'),
    ],
    ['PATCH', '/clients/global', { callbacks: ['a', 1] }, error(400, /callbacks\.1/, 'invalid_body')],
    ['PATCH', '/clients/global', { client_metadata: 'x' }, error(400, /client_metadata/, 'invalid_body')],
    [
      'PATCH',
      '/clients/global',
      { refresh_token: { rotation_type: 'rotate' } },
      error(400, /rotation_type/, 'invalid_body'),
    ],
    [
      'POST',
      '/clients',
      { name: 'A', jwt_configuration: { lifetime_in_seconds: '60' } },
      error(400, /lifetime_in_seconds/, 'invalid_body'),
    ],
    ['PATCH', '/clients/global', '{', error(400, /Expected type object/, 'invalid_body')],
    ['PATCH', '/clients/global', '[]', error(400, /Expected type object/, 'invalid_body')],
    ['POST', '/clients', '{"name":', error(400, /Expected type object/, 'invalid_body')],
    ['POST', '/clients', {}, error(400, /Missing required property: name/, 'invalid_body')],
    ['DELETE', '/clients/global', undefined, error(400, /global client/, 'operation_not_supported')],
    ['GET', '/nothing', undefined, error(404, 'Not Found')],
    ['PUT', '/clients/global', {}, error(404, 'Not Found')],
  ])('%s %s %j is refused', async (method, path, body, expected) => {
    expect(await call(method, path, body)).toMatchObject(expected);
  });

  it('lose their grants, and are refused as any other without the grant', async () => {
    const callbacks = ['https://app.example.com/callback'];
    const { body } = await call('POST', '/clients', { name: 'A', app_type: 'native', callbacks });
    const client_id = body.client_id as string;
    expect((await call('PATCH', `/clients/${client_id}`, { grant_types: null })).body).not.toHaveProperty(
      'grant_types',
    );
    const query = { client_id, redirect_uri: callbacks[0] ?? '', response_type: 'code' };
    const answer = await visitor.request(`/authorize?${new URLSearchParams(query)}`);
    expect(answer.headers.get('location')).toMatch(/^https:\/\/app\.example\.com\/callback\?error=/);
    const fields = { client_id, grant_type: 'refresh_token', refresh_token: 'x' };
    expect(await visitor.post('/oauth/token', fields)).toMatchObject({
      status: 403,
      body: { error: 'unauthorized_client' },
    });
    await call('DELETE', `/clients/${client_id}`);
  });

  it('are made and removed', async () => {
    const made = await call('POST', '/clients', { name: 'Another', app_type: 'spa', description: 'kept' });
    expect(made).toMatchObject({
      status: 201,
      body: { name: 'Another', description: 'kept', tenant: 'acme' },
    });
    const path = `/clients/${made.body.client_id}`;
    const { id } = tenant.data.connectionNamed('sms') ?? { id: '' };
    const enabled = async () => (await call('GET', `/connections/${id}`)).body.enabled_clients;
    await call('PATCH', `/connections/${id}/clients`, [{ client_id: made.body.client_id, status: true }]);
    expect(await enabled()).toContain(made.body.client_id);
    expect((await call('DELETE', path)).status).toBe(204);
    expect(await enabled()).not.toContain(made.body.client_id);
    expect((await call('GET', path)).status).toBe(404);
  });
});

describe('connections', () => {
  it('are listed, found, changed', async () => {
    const { body } = await call('GET', '/connections?strategy=sms');
    expect(body).toEqual([expect.objectContaining({ name: 'sms', strategy: 'sms', realms: ['sms'] })]);
    const [{ id, options }] = body;
    expect((await call('GET', `/connections/${id}`)).body.options).toEqual(options);
    expect((await call('GET', '/connections?name=email')).body).toHaveLength(1);
    // Options are replaced as a whole: what is not sent is gone.
    const patched = await call('PATCH', `/connections/${id}`, { options: { totp: { length: 8 } } });
    expect(patched.body.options).toEqual({ totp: { length: 8 } });
    await call('PATCH', `/connections/${id}`, { options });
  });

  it('are enabled for applications, scenarios untouched', async () => {
    const scenario = new URL(tenant.address({ connections: ['sms'] })).searchParams.get('client_id') ?? '';
    const { id } = tenant.data.connectionNamed('sms') ?? { id: '' };
    const clients = async () => (await call('GET', `/connections/${id}/clients`)).body.clients;
    expect(await clients()).toEqual([{ client_id: 'sample-app' }]);
    expect(
      (await call('PATCH', `/connections/${id}/clients`, [{ client_id: 'sample-app', status: false }]))
        .status,
    ).toBe(204);
    expect(await clients()).toEqual([]);
    expect(tenant.data.enabledFor('sample-app').map(({ name }) => name)).toEqual(['email']);
    await call('PATCH', `/connections/${id}/clients`, [{ client_id: 'sample-app', status: true }]);
    expect(await clients()).toEqual([{ client_id: 'sample-app' }]);
    expect(tenant.data.enabledFor(scenario).map(({ name }) => name)).toEqual(['sms']);
  });

  it('are made once and removed', async () => {
    const body = {
      name: 'sms-au',
      strategy: 'sms',
      options: { from: '+61' },
      enabled_clients: ['sample-app'],
    };
    const made = await call('POST', '/connections', body);
    expect(made).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^con_/), ...body } });
    expect(await call('POST', '/connections', body)).toMatchObject(error(409, /same name/, 'conflict'));
    expect(await call('DELETE', `/connections/${made.body.id}`)).toMatchObject({
      status: 202,
      body: { deleted_at: expect.any(String) },
    });
    expect((await call('DELETE', `/connections/${made.body.id}`)).status).toBe(204);
    expect(await call('GET', `/connections/${made.body.id}`)).toMatchObject(
      error(404, /does not exist/, 'inexistent_connection'),
    );
  });

  it.each<[string, string, unknown]>([
    ['POST', '/connections', { name: 'x' }],
    ['POST', '/connections', { strategy: 'sms' }],
    ['PATCH', '/connections/SMS', { name: 'other' }],
    ['PATCH', '/connections/SMS', { options: 'x' }],
    ['PATCH', '/connections/SMS', { enabled_clients: ['sample-app'] }],
    ['PATCH', '/connections/SMS/clients', { client_id: 'x', status: true }],
    ['PATCH', '/connections/SMS/clients', '{'],
    ['PATCH', '/connections/SMS', '{'],
  ])('%s %s %j is refused', async (method, path, body) => {
    const { id } = tenant.data.connectionNamed('sms') ?? { id: '' };
    expect(await call(method, path.replace('SMS', id), body)).toMatchObject(
      error(400, /Payload validation error/, 'invalid_body'),
    );
  });
});

describe('settings', () => {
  it.each([
    '/tenants/settings',
    '/prompts',
    '/branding',
    '/attack-protection/brute-force-protection',
    '/attack-protection/suspicious-ip-throttling',
    '/attack-protection/breached-password-detection',
    '/attack-protection/bot-detection',
    '/attack-protection/captcha',
  ])('%s keep what is patched', async (path) => {
    const before = (await call('GET', path)).body;
    expect((await call('PATCH', path, { mine: { is: 'kept' } })).body).toMatchObject({
      mine: { is: 'kept' },
    });
    expect((await call('GET', path)).body).toEqual({ ...before, mine: { is: 'kept' } });
    expect(await call('PATCH', path, '[]')).toMatchObject(error(400, /Payload/, 'invalid_body'));
  });

  it.each<[string, object, string]>([
    [
      '/attack-protection/brute-force-protection',
      { enabled: 'yes' },
      'boolean but found type string on property enabled',
    ],
    [
      '/attack-protection/brute-force-protection',
      { shields: {} },
      'array but found type object on property shields',
    ],
    [
      '/tenants/settings',
      { flags: { enable_sso: 1 } },
      'boolean but found type number on property flags.enable_sso',
    ],
    ['/tenants/settings', { flags: [] }, 'object but found type array on property flags'],
  ])('%s does not take %j', async (path, body, words) => {
    expect(await call('PATCH', path, body)).toMatchObject(
      error(400, `Payload validation error: 'Expected type ${words}'.`, 'invalid_body'),
    );
  });

  it('of the branding reach the hosted config', async () => {
    await call('PATCH', '/branding', { colors: { primary: '#123456' } });
    expect((await visitor.begin(tenant.address())).hosted['colors']).toEqual({ primary: '#123456' });
    // A background is a text or an object.
    for (const page_background of ['#fff', { type: 'linear-gradient', start: '#111' }, '#000']) {
      const { body } = await call('PATCH', '/branding', { colors: { page_background } });
      expect(body.colors.page_background).toEqual(page_background);
    }
    await call('PATCH', '/branding', { colors: null });
  });

  it('turn guardian factors on and off', async () => {
    const on = async () =>
      (await call('GET', '/guardian/factors')).body
        .filter(({ enabled }: { enabled: boolean }) => enabled)
        .map(({ name }: { name: string }) => name);
    expect(await on()).toEqual([]);
    expect((await call('PUT', '/guardian/factors/otp', { enabled: true })).body).toEqual({ enabled: true });
    expect(await on()).toEqual(['otp']);
    await call('PUT', '/guardian/factors/otp', { enabled: false });
    expect(await on()).toEqual([]);
    expect((await call('PUT', '/guardian/factors/pigeon', { enabled: true })).status).toBe(404);
    expect(await call('PUT', '/guardian/factors/otp', {})).toMatchObject(
      error(400, /enabled/, 'invalid_body'),
    );
  });
});

describe('limits', () => {
  it('of one mebibyte, by the byte', async () => {
    const around = JSON.stringify({ custom_login_page: '' }).length;
    const body = (bytes: number) => JSON.stringify({ custom_login_page: 'x'.repeat(bytes - around) });
    expect((await call('PATCH', '/clients/sample-app', body(1_048_576))).status).toBe(200);
    expect(await call('PATCH', '/clients/sample-app', body(1_048_577))).toMatchObject(
      error(413, 'Payload content length greater than maximum allowed: 1048576'),
    );
    await call('PATCH', '/clients/sample-app', { custom_login_page: '' });
  });

  it('of requests a minute, with the headers', async () => {
    const small = await startTenant({ limits: { managementPerMinute: 3 } });
    visitor = new HttpVisitor(small);
    const before = tenant;
    tenant = small;
    token = await getToken();
    const remaining = [];
    for (let count = 0; count < 3; count++) {
      const { status, headers } = await call('GET', '/clients');
      expect({ status, limit: headers.get('x-ratelimit-limit') }).toEqual({ status: 200, limit: '3' });
      remaining.push(headers.get('x-ratelimit-remaining'));
    }
    expect(remaining).toEqual(['2', '1', '0']);
    const refused = await call('GET', '/clients');
    expect(refused).toMatchObject(error(429, 'Global limit has been reached', 'too_many_requests'));
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
    small.clock.advance(61_000);
    expect((await call('GET', '/clients')).status).toBe(200);
    tenant = before;
    await small.close();
  });
});

describe('providers and custom domains', () => {
  it.each([
    ['/custom-domains', 200, []],
    ['/branding/phone/providers', 200, { providers: [] }],
    ['/emails/provider', 404, { errorCode: 'inexistent_email_provider' }],
  ])('%s of a new tenant', async (path, status, body) => {
    expect(await call('GET', path)).toMatchObject({ status, body });
    const narrow = await getToken({ scope: 'read:branding' });
    expect((await call('GET', path, undefined, narrow)).status).toBe(403);
  });

  it('of email is made, changed to another, and removed, without its secrets', async () => {
    const path = '/emails/provider';
    const smtp = { smtp_host: 'smtp.example.com', smtp_port: 587, smtp_user: 'acme' };
    const made = await call('POST', path, {
      ...{ name: 'smtp', credentials: { ...smtp, smtp_pass: 'secret' } },
      settings: { headers: { 'X-A': '1' } },
    });
    const shown = { name: 'smtp', enabled: true, credentials: smtp, settings: { headers: { 'X-A': '1' } } };
    expect(made).toMatchObject({ status: 201, body: shown });
    expect(JSON.stringify(made.body)).not.toContain('secret');
    expect(await call('POST', path, { name: 'ses' })).toMatchObject(error(409, /already/));
    expect((await call('PATCH', path, { enabled: false })).body).toEqual({ ...shown, enabled: false });
    const changed = await call('PATCH', path, { name: 'mandrill', credentials: { api_key: 'secret' } });
    expect(changed.body).toEqual({ name: 'mandrill', enabled: false, credentials: {} });
    expect(await call('PATCH', path, { settings: { one: 1, two: 2 } })).toMatchObject(
      error(
        400,
        "Payload validation error: 'Additional properties not allowed: two,one' on property settings (Specific provider setting).",
        'invalid_body',
      ),
    );
    expect((await call('DELETE', path)).status).toBe(204);
    expect(await call('PATCH', path, {})).toMatchObject(
      error(404, 'There is not a configured email provider', 'inexistent_email_provider'),
    );
  });

  it('of text messages are made, changed and removed, without their secrets', async () => {
    const path = '/branding/phone/providers';
    const configuration = { sid: 'sid1', delivery_methods: ['text'] };
    const body = { name: 'twilio', configuration, credentials: { auth_token: 'secret' } };
    expect(await call('POST', path, body)).toMatchObject(
      error(400, 'Bad Operation on Notification Resource'),
    );
    const from = { ...configuration, default_from: '+1234567890' };
    const made = await call('POST', path, { ...body, configuration: from });
    expect(made.body).toEqual({
      ...{ id: expect.stringMatching(/^pro_/), tenant: 'acme', name: 'twilio', channel: 'phone' },
      ...{ disabled: false, configuration: from },
      ...{ created_at: expect.any(String), updated_at: expect.any(String) },
    });
    const own = `${path}/${made.body.id}`;
    expect((await call('PATCH', own, { disabled: true })).body).toMatchObject({ disabled: true });
    expect((await call('GET', own)).body).toMatchObject({ disabled: true, configuration: from });
    expect((await call('GET', path)).body.providers).toEqual([
      expect.objectContaining({ disabled: true, credentials: null }),
    ]);
    expect((await call('DELETE', own)).status).toBe(204);
    expect((await call('GET', own)).status).toBe(404);
  });

  it.each([
    ['auth0_managed_certs', { primary: true, tls_policy: 'recommended' }, 'CNAME'],
    ['self_managed_certs', { primary: false, custom_client_ip_header: null }, 'TXT'],
  ])('a domain of %s is made, changed and removed', async (type, fields, name) => {
    const made = await call('POST', '/custom-domains', { domain: 'login.example.com', type });
    expect(made).toMatchObject({
      status: 201,
      body: {
        ...{ domain: 'login.example.com', type, status: 'pending_verification', is_default: false },
        ...{ ...fields, verification: { methods: [{ name }] } },
      },
    });
    const own = `/custom-domains/${made.body.custom_domain_id}`;
    await call('PATCH', own, { domain_metadata: { a: '1', b: '2' } });
    await call('PATCH', own, { domain_metadata: { a: null } });
    expect((await call('GET', own)).body.domain_metadata).toEqual({ b: '2' });
    expect((await call('GET', '/custom-domains?take=1')).body).toEqual({
      custom_domains: [expect.objectContaining({ domain: 'login.example.com' })],
    });
    expect((await call('DELETE', own)).status).toBe(204);
    expect((await call('GET', '/custom-domains')).body).toEqual([]);
  });

  it('are told as a test has set them', async () => {
    const { providers } = tenant.data;
    providers.email = { name: 'sendgrid', enabled: true };
    providers.customDomains.push({ custom_domain_id: 'cd', domain: 'login.example.com', status: 'ready' });
    expect((await call('GET', '/emails/provider?fields=name')).body).toEqual({ name: 'sendgrid' });
    expect((await call('GET', '/custom-domains')).body).toEqual(providers.customDomains);
  });
});

describe('what this tenant has none of', () => {
  it.each([
    ['/rules', []],
    ['/rules?include_totals=true&page=0&per_page=100', { rules: [], start: 0, limit: 100, total: 0 }],
    ['/organizations?take=50', { organizations: [] }],
    ['/flows/vault/connections?include_totals=true', { connections: [], total: 0 }],
    ['/log-streams', []],
    ['/actions/triggers', { triggers: [] }],
    ['/prompts/login/custom-text/en', {}],
  ])('%s', async (path, body) => {
    expect(await call('GET', path)).toMatchObject({ status: 200, body });
  });

  it('needs its own scope, and cannot be made', async () => {
    const narrow = await getToken({ scope: 'read:flows' });
    expect((await call('GET', '/flows', undefined, narrow)).status).toBe(200);
    expect(await call('GET', '/flows/vault/connections', undefined, narrow)).toMatchObject(
      error(403, /read:flows_vault_connections/, 'insufficient_scope'),
    );
    expect(await call('POST', '/rules', { name: 'x' })).toMatchObject(error(404, 'Not Found'));
    expect((await call('GET', '/email-templates/verify_email')).status).toBe(404);
  });

  it('leaves the policies of multi-factor authentication, which can be set', async () => {
    expect((await call('PUT', '/guardian/policies', ['confidence-score'])).body).toEqual([
      'confidence-score',
    ]);
    expect((await call('GET', '/guardian/policies')).body).toEqual(['confidence-score']);
    expect((await call('PUT', '/guardian/policies', ['always'])).status).toBe(400);
    expect((await call('PUT', '/guardian/policies', [])).body).toEqual([]);
  });
});
