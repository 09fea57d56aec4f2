import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { smsTemplate } from '../../src/settings/tenant/smsTemplate.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { BARE_PAGE, HttpVisitor } from '../support/HttpVisitor.ts';

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

const PHONE = '+61412345678';
const EMAIL = 'zoe@example.com';

/** By the Management API, as setup-tenant and auth0-deploy-cli do it. */
async function configure(name: 'sms' | 'email', options: Readonly<Record<string, unknown>>): Promise<void> {
  const { body } = await visitor.post('/oauth/token', {
    grant_type: 'client_credentials',
    client_id: 'deploy',
    client_secret: 'local-deploy-secret',
    audience: `${tenant.origin}/api/v2/`,
  });
  const { status } = await visitor.request(
    `/api/v2/connections/${tenant.data.connectionNamed(name)?.id ?? ''}`,
    {
      method: 'PATCH',
      headers: {
        authorization: `Bearer ${(body as { access_token: string }).access_token}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ options }),
    },
  );
  expect(status).toBe(200);
}

/** Asks to be sent something, and returns the message in which the code reads CODE, and the link LINK. */
async function sent(
  fields: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
  scenario: Scenario = {},
) {
  const { hosted } = await visitor.begin(tenant.address(scenario));
  const { state, _csrf } = hosted.internalOptions;
  const response = await visitor.request('/passwordless/start', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ client_id: hosted.clientID, authParams: { state, _csrf }, ...fields }),
  });
  expect(response.status).toBe(200);
  const message = tenant.outbox.latest();
  if (message === undefined) throw new Error('nothing was sent');
  const { code, link } = message;
  const plain = (text: string | null) =>
    (link === null ? text : text?.split(link).join('LINK'))?.split(code).join('CODE') ?? null;
  return {
    ...message,
    ...{ text: plain(message.text), html: plain(message.html), subject: plain(message.subject) },
  };
}
const sms = (headers = {}, scenario: Scenario = {}) =>
  sent({ connection: 'sms', phone_number: PHONE }, headers, scenario);
const email = (send = 'code', headers = {}, scenario: Scenario = {}) =>
  sent({ connection: 'email', email: EMAIL, send }, headers, scenario);

describe('an SMS', () => {
  it.each<[what: string, options: object, text: string, from: string | null]>([
    [
      'without a text of its own is Auth0’s',
      { from: '+15005550006' },
      'Your verification code is: CODE',
      '+15005550006',
    ],
    ['with an empty one, too', { template: '' }, 'Your verification code is: CODE', null],
    [
      'has macros',
      { template: '@@password@@ {{ code }} $&', syntax: 'md_with_macros' },
      'CODE {{ code }} $&',
      null,
    ],
    [
      'has Liquid',
      { template: '{{ password }} {{ code }} {{ phone_number }}', syntax: 'liquid' },
      `CODE CODE ${PHONE}`,
      null,
    ],
    [
      'has both',
      { template: '{{ application.name | upcase }} @@password@@', syntax: 'liquid' },
      'SAMPLE APP CODE',
      null,
    ],
    [
      'knows connection and tenant',
      { template: '{{ connection.name }} {{ tenant }} {{ friendly_name }} {{ code }}', syntax: 'liquid' },
      'sms acme acme CODE',
      null,
    ],
    [
      'is from a messaging service',
      { messaging_service_sid: 'MG1', from: '+1' },
      'Your verification code is: CODE',
      'MG1',
    ],
    [
      'is from the tenant’s phone provider',
      { use_phone_provider: true, from: '+1' },
      'Your verification code is: CODE',
      '+15005550009',
    ],
  ])('%s', async (_what, options, text, from) => {
    tenant.data.providers.phone = [
      { id: 'pro', name: 'twilio', disabled: false, configuration: { default_from: '+15005550009' } },
    ];
    await configure('sms', { ...options });
    expect(await sms()).toMatchObject({
      text,
      from,
      subject: null,
      html: null,
      problems: [],
      undelivered: null,
    });
  });

  it.each([
    [{ 'x-request-language': 'es', 'accept-language': 'en' }, 'es CODE'],
    [{ 'x-request-language': 'ja' }, 'en CODE'],
    [{ 'accept-language': 'fr-CA,es;q=0.5' }, 'es CODE'],
    [{ 'accept-language': 'fr' }, 'en CODE'],
  ])('is in the language that is asked for: %o', async (headers, text) => {
    await configure(
      'sms',
      smsTemplate({ message: { en: 'en @@password@@', es: 'es @@password@@' } }, undefined),
    );
    const message = await sms(headers);
    expect(message.text).toBe(text);
    expect(message.language).toBe(Object.values(headers)[0]);
  });
});

describe('an email', () => {
  it('has sender, subject and body in Liquid', async () => {
    await configure('email', {
      email: {
        from: '{{ application.name }} <login@example.com>',
        subject: '{{ code }} for {{ application.name }}',
        body: '<p>Hi {{ user.email }},</p><p><b>{{ code }}</b> ({{ send }}{{ link }}{{ operation }})</p>',
        syntax: 'liquid',
      },
    });
    expect(await email()).toMatchObject({
      from: 'Sample app <login@example.com>',
      subject: 'CODE for Sample app',
      html: `<p>Hi ${EMAIL},</p><p><b>CODE</b> (code)</p>`,
      text: `Hi ${EMAIL},\n\nCODE (code)`,
      problems: [],
    });
  });

  it('has a link, which logs in', async () => {
    await configure('email', { email: { body: '<a href="{{ link | escape }}">In</a>', subject: 'In' } });
    const message = await email('link');
    expect(message).toMatchObject({ subject: 'In', text: 'In (LINK)', problems: [], scanned: false });
    const { url } = await visitor.follow(message.link ?? '');
    expect(url.searchParams.get('code')).not.toBeNull();
  });

  it('has the macros of the other syntax', async () => {
    await configure('email', {
      email: { body: '@@password@@ @@link@@ {{ code }}', syntax: 'md_with_macros' },
    });
    expect((await email('link')).html).toBe('CODE LINK {{ code }}');
  });

  it.each(['code', 'link'])('is a plain one where the connection says nothing, with a %s', async (send) => {
    await configure('email', {});
    const message = await email(send);
    expect(message.problems).toEqual([]);
    expect(message.from).toBeNull();
    expect(message.subject).toContain('Sample app');
    expect(message.text).toContain(send.toUpperCase());
  });

  it('tells nothing that only the tenant may know', async () => {
    await configure('email', { email: { body: '{{ code }} {{ application.client_secret }}{% debug %}' } });
    const { html } = await email();
    expect(html).toContain('"client_id"');
    expect(html).not.toContain('secret-of');
  });
});

describe('a mistake in a template', () => {
  it('is told, and the login goes on with the code', async () => {
    await configure('sms', { template: 'Hi {% if code %}{{ code }}', syntax: 'liquid' });
    const message = await sms();
    expect(message).toMatchObject({
      text: '',
      undelivered: expect.stringContaining('Nothing can be sent'),
      problems: ['options.template, line 1, column 4: {% if code %} is never closed. Add {% endif %}'],
    });
    const { status } = await visitor.post('/passwordless/verify', {
      ...{ connection: 'sms', phone_number: PHONE },
      verification_code: message.code,
    });
    expect(status).toBe(200);
  });

  it.each<[object, string]>([
    [
      { subject: '{{ code | upcas }}', body: '{{ code }}' },
      'options.email.subject, line 1, column 1: There is no filter',
    ],
    [{ from: '{{ x', body: '{{ code }}' }, 'options.email.from, line 1, column 1: {{ x is never closed'],
    [
      { body: 'a\n {% include "b" %}' },
      'options.email.body, line 2, column 2: {% include %} reads another template',
    ],
    [
      { body: '{% for i in (1..99999999) %}x{% endfor %}' },
      'options.email.body, line 1, column 1: It takes too long',
    ],
  ])('of an email: %o', async (options, problem) => {
    await configure('email', { email: options });
    const { problems, undelivered, html } = await email();
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect([undelivered === null, html]).toEqual([false, null]);
  });

  it.each<[string, string]>([
    [
      '{{ code }} {{ aplication.name }}',
      'options.template, line 1, column 15: Auth0 gives this message no "aplication.name"',
    ],
    ["{% if request_language contains 'fr' %}{{ code }}{% endif %}", 'The code is nowhere in it'],
  ])('that stops nothing is told beside the message: %s', async (template, problem) => {
    await configure('sms', { template, syntax: 'liquid' });
    const { problems, undelivered } = await sms();
    expect(problems).toEqual([expect.stringContaining(problem)]);
    expect(undelivered).toBeNull();
  });
});

describe('a message that does not do its work', () => {
  it('is accepted, and never arrives', async () => {
    await configure('sms', {});
    const message = await sms({}, { undelivered: true });
    expect(message).toMatchObject({ text: 'Your verification code is: CODE', problems: [] });
    expect(message.undelivered).toContain('never arrives');
    const html = await (await visitor.request('/tenant/outbox', { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('Not delivered');
    expect(html).not.toContain(`data-copy="${message.code}"`);
  });

  it('has its link opened by a mail scanner first', async () => {
    await configure('email', {});
    const message = await email('link', {}, { mailScanner: true });
    expect(message).toMatchObject({ scanned: true, undelivered: null });
    const { url } = await visitor.follow(message.link ?? '');
    expect(url.searchParams.get('error')).toBe('unauthorized');
    const html = await (await visitor.request('/tenant/outbox', { headers: { accept: 'text/html' } })).text();
    expect(html).toContain('A mail scanner has opened this link before you');
  });
});
