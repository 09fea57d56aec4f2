import { describe, expect, it } from 'vitest';
import { type Answer, known } from '../../../src/deploy/doctor/Answer.ts';
import type { PhoneProvider } from '../../../src/deploy/doctor/ConnectionFacts.ts';
import { checks } from '../../../src/deploy/doctor/checks.ts';
import { diagnose } from '../../../src/deploy/doctor/diagnose.ts';
import type { Facts } from '../../../src/deploy/doctor/Facts.ts';
import type { Result } from '../../../src/deploy/doctor/Outcome.ts';
import type { TwilioSender } from '../../../src/deploy/doctor/twilio/TwilioFacts.ts';
import { application, built, email, healthyFacts, page, provider, sms, twilio } from './healthyFacts.ts';

const NONE = known([]);
const tenants = (over: Partial<PhoneProvider> = {}): PhoneProvider => ({
  provider: provider({ token: 'absent' }),
  sendsText: true,
  ...over,
});
const liquidMail = (message: string) => email({ message, syntax: 'liquid' });
const smsWith = (over: Parameters<typeof provider>[0]) => ({
  connections: known([sms({ sms: provider(over) }), email()]),
});
const appWith = (over: Parameters<typeof application>[0]) => ({ applications: known([application(over)]) });
const pageWith = (over: Parameters<typeof page>[0]) => ({ pages: known([page(over)]) });
const lockOnCdn = (version: string) =>
  pageWith({
    sha256: 'other',
    isOurs: false,
    scripts: [`https://cdn.auth0.com/js/lock/${version}/lock.min.js`],
  });
const sender = (value: TwilioSender) => ({
  twilio: twilio({ senders: [{ connection: 'sms', answer: { is: 'known', value } }] }),
});

/** What differs from a healthy tenant, and what the check then says. */
const cases: readonly (readonly [
  id: string,
  over: Partial<Facts>,
  result: Result,
  subject: string | null,
  reason: RegExp,
])[] = [
  ['page-on', pageWith({ on: false }), 'failed', "the tenant's page", /^It is off/],
  ['page-on', pageWith({ apiBodyBytes: 0 }), 'failed', "the tenant's page", /^It is on, and empty/],
  ['page-on', pageWith({ application: { id: 'x', name: 'Shop' } }), 'ok', 'the page of Shop', /It is on/],
  ['page-marker', pageWith({ markers: 0 }), 'failed', "the tenant's page", /called config/],
  ['page-current', pageWith({ isOurs: false }), 'failed', "the tenant's page", /not built by this project/],
  [
    'page-current',
    pageWith({ sha256: 'x' }),
    'warning',
    "the tenant's page",
    /another build than dist\/login/,
  ],
  ['page-current', { built: [] }, 'unknown', "the tenant's page", /dist\/ holds no page/],
  [
    'page-current',
    { built: [built({ page: 'acme', sha256: 'x' }), built({ page: 'globex' })] },
    'ok',
    "the tenant's page",
    /dist\/globex\.html, byte for byte/,
  ],
  ['page-size', pageWith({ apiBodyBytes: 1_000_000 }), 'warning', "the tenant's page", /little room/],
  [
    'page-size',
    { built: [built({ bytes: { html: 1, apiBody: 1_048_577 } })] },
    'failed',
    'dist/login.html',
    /^1,048,577 of 1,048,576 bytes: Auth0 refuses it/,
  ],
  [
    'page-size',
    { built: [built({ bytes: { html: 1, apiBody: 1_048_576 } })] },
    'warning',
    'dist/login.html',
    /^1,048,576 of 1,048,576/,
  ],
  ['classic-login', { experience: known('new') }, 'ok', null, /goes before it/],
  [
    'classic-login',
    { experience: known('new'), ...pageWith({ on: false }) },
    'failed',
    null,
    /Lock is never/,
  ],
  [
    'custom-domain',
    { customDomains: known([{ domain: 'login.example.com', status: 'ready' }]) },
    'ok',
    'login.example.com',
    /must use it as their domain, not acme/,
  ],
  [
    'custom-domain',
    { customDomains: known([{ domain: 'login.example.com', status: 'pending_verification' }]) },
    'warning',
    'login.example.com',
    /not ready \(pending_verification\)/,
  ],
  ['connection-exists', { connections: known([email()]) }, 'failed', 'sms', /no such connection/],
  [
    'connection-exists',
    {
      connections: known([sms({ name: 'sms-au' })]),
      built: [built({ connections: { allow: ['sms-nz'], choose: 'fixed' } })],
    },
    'failed',
    null,
    /offers none .*: sms-au has the strategy sms/,
  ],
  ['connection-exists', { connections: NONE, built: [] }, 'failed', null, /no connection for SMS or email/],
  [
    'connection-exists',
    { connections: known([sms({ name: 'sms-au' })]), built: [] },
    'ok',
    'sms-au',
    /It exists/,
  ],
  [
    'connection-strategy',
    { connections: known([sms({ strategy: 'auth0', sms: null })]) },
    'failed',
    'sms',
    /Its strategy is auth0/,
  ],
  ['sms-provider', smsWith({ sid: null, sidIsWellFormed: false }), 'failed', 'sms', /no Twilio SID/],
  ['sms-provider', smsWith({ sidIsWellFormed: false }), 'failed', 'sms', /SID is none/],
  ['sms-provider', smsWith({ token: 'absent' }), 'failed', 'sms', /no Twilio token/],
  ['sms-provider', smsWith({ token: 'placeholder' }), 'failed', 'sms', /placeholder/],
  ['sms-provider', smsWith({ from: null }), 'failed', 'sms', /neither a number/],
  ['sms-provider', smsWith({ messagingService: 'MG…1' }), 'failed', 'sms', /both a number/],
  ['sms-provider', smsWith({ messagingService: 'MG…1', from: null }), 'ok', 'sms', /service MG…1/],
  ['sms-provider', smsWith({ kind: 'gateway' }), 'failed', 'sms', /without a gateway_url/],
  ['sms-provider', smsWith({ kind: 'gateway', gatewayUrl: 'http://x' }), 'failed', 'sms', /by https/],
  ['sms-provider', smsWith({ kind: 'gateway', gatewayUrl: 'https://x' }), 'ok', 'sms', /A gateway/],
  ...(
    [
      [{ usesPhoneProvider: false }, { unifiedPhone: known(null) }, 'ok', /^Twilio, account/],
      [{}, { unifiedPhone: known(null) }, 'ok', /^Twilio, account/],
      [{}, { unifiedPhone: known(false), phoneProvider: known(tenants()) }, 'ok', /^Twilio, account/],
      [{}, { unifiedPhone: known(null), phoneProvider: known(tenants()) }, 'unknown', /does not document/],
      [{ usesPhoneProvider: false }, { unifiedPhone: known(true) }, 'unknown', /which of them goes first/],
      [{ usesPhoneProvider: true }, { phoneProvider: known(null) }, 'failed', /none that is on.*not used/],
      [{}, { unifiedPhone: known(true), phoneProvider: known(null) }, 'failed', /none that is on/],
      [
        {},
        { unifiedPhone: known(true), phoneProvider: known(tenants()) },
        'ok',
        /phone provider sends: Twilio/,
      ],
      [
        { usesPhoneProvider: true },
        { phoneProvider: known(tenants({ provider: provider({ kind: 'custom' }) })) },
        'ok',
        /An Action of the tenant/,
      ],
      [
        { usesPhoneProvider: true },
        { phoneProvider: known(tenants({ sendsText: false })) },
        'failed',
        /lack Text/,
      ],
      [
        { usesPhoneProvider: true },
        { phoneProvider: known(tenants({ sendsText: null })) },
        'unknown',
        /does not say by which delivery methods/,
      ],
      [
        { usesPhoneProvider: true },
        { phoneProvider: known(tenants({ provider: provider({ from: null }) })) },
        'failed',
        /neither a number/,
      ],
    ] as const
  ).map(
    ([connection, facts, result, says]) =>
      ['sms-provider', { ...facts, connections: known([sms(connection)]) }, result, 'sms', says] as const,
  ),
  [
    'email-link',
    { built: [built({ emailMethod: 'link' })] },
    'warning',
    'dist/login.html',
    /may use it up before the visitor clicks/,
  ],
  ['email-provider', { emailProvider: known(null) }, 'warning', 'email', /no email provider/],
  [
    'email-provider',
    { emailProvider: known({ name: 'smtp', enabled: false }) },
    'warning',
    'email',
    /smtp, is off/,
  ],
  [
    'connection-message',
    { connections: known([sms({ message: 'Your code is on its way' })]) },
    'failed',
    'sms',
    /holds no code/,
  ],
  [
    'connection-message',
    { connections: known([sms({ message: 'x @@password@@\n\n@acme.eu.auth0.com #@@password@@' })]) },
    'ok',
    'sms',
    /phones fill in on acme\.eu\.auth0\.com/,
  ],
  [
    'connection-message',
    { connections: known([sms({ message: 'x @@password@@ @acme.eu.auth0.com #@@password@@' })]) },
    'warning',
    'sms',
    /is not the last one/,
  ],
  [
    'connection-message',
    { connections: known([sms({ message: 'x @@password@@\n@login.example.com #@@password@@' })]) },
    'warning',
    'sms',
    /names login\.example\.com, which is no host of the login page/,
  ],
  ...(
    [
      [sms({ message: '{{ code }}', syntax: 'liquid' }), 'code', 'ok', /holds the code/],
      [sms({ message: "{{ code | append: '!' }}", syntax: 'liquid' }), 'link', 'ok', /holds the code/],
      [sms({ message: '{{password}}' }), 'code', 'failed', /its syntax is md_with_macros/],
      [sms({ message: '@@code@@' }), 'code', 'failed', /holds no code/],
      [sms({ message: '@@password@@', syntax: 'liquid' }), 'code', 'unknown', /does not document/],
      [
        sms({ message: '{% if x %}', syntax: 'liquid' }),
        'code',
        'failed',
        /line 1, column 1: .*never closed/,
      ],
      [liquidMail('{{ link }}'), 'code', 'failed', /holds a link, and the page asks for a code/],
      [liquidMail('{{ code }}'), 'link', 'failed', /holds a code, and the page asks for a link/],
      [liquidMail('{{ link }}'), 'link', 'ok', /holds the link/],
      [
        sms({
          message: "{% if request_language == 'es' %}Hola{% else %}{{ code }}{% endif %}",
          syntax: 'liquid',
        }),
        'code',
        'failed',
        /no code in the language es/,
      ],
      [
        sms({ message: "{% if application.name == 'A' %}{{ code }}{% endif %}", syntax: 'liquid' }),
        'code',
        'warning',
        /in some logins only/,
      ],
      [
        email({ message: '@@password@@', syntax: 'md_with_macros' }),
        'code',
        'unknown',
        /documents for SMS alone/,
      ],
      [sms({ usesPhoneProvider: true }), 'code', 'unknown', /whether it takes this message or the template/],
    ] as const
  ).map(
    ([connection, emailMethod, result, says]) =>
      [
        'connection-message',
        {
          connections: known([connection]),
          phoneProvider: known(tenants()),
          built: [built({ emailMethod })],
        },
        result,
        connection.name,
        says,
      ] as const,
  ),
  [
    'connection-enabled',
    { connections: known([sms({ clients: [] }), email()]) },
    'warning',
    'Shop',
    /not enabled sms, which/,
  ],
  [
    'connection-enabled',
    { connections: known([sms({ clients: [] }), email({ clients: [] })]) },
    'failed',
    'Shop',
    /not enabled sms or email/,
  ],
  ['connection-enabled', { applications: NONE }, 'failed', null, /No application has sms or email/],
  ['application-type', appWith({ type: 'non_interactive' }), 'failed', 'Shop', /no person logs in/],
  ['application-type', appWith({ type: null }), 'warning', 'Shop', /no type/],
  ['application-type', appWith({ type: 'native' }), 'ok', 'Shop', /native/],
  ['application-grants', appWith({ grants: ['implicit'] }), 'warning', 'Shop', /implicit/],
  [
    'application-grants',
    appWith({ grants: ['http://auth0.com/oauth/grant-type/passwordless/otp'] }),
    'failed',
    'Shop',
    /unauthorized_client/,
  ],
  ['application-callbacks', appWith({ callbacks: [] }), 'failed', 'Shop', /no callback URL/],
  [
    'application-callbacks',
    appWith({ callbacks: ['shop.example.com'] }),
    'warning',
    'Shop',
    /"shop\.example\.com" is no URL/,
  ],
  [
    'application-callbacks',
    appWith({ callbacks: ['http://localhost:3000'] }),
    'warning',
    'Shop',
    /developer/,
  ],
  [
    'application-callbacks',
    appWith({ callbacks: ['http://shop.example.com'] }),
    'warning',
    'Shop',
    /by https/,
  ],
  ['application-callbacks', appWith({ callbacks: ['https://*.example.com'] }), 'warning', 'Shop', /wildcard/],
  [
    'application-callbacks',
    appWith({ callbacks: ['https://shop.example.com/#x'] }),
    'warning',
    'Shop',
    /fragment/,
  ],
  [
    'application-callbacks',
    appWith({ callbacks: ['com.example.shop://cb', 'https://{organization_name}.example.com/cb'] }),
    'ok',
    'Shop',
    /allows 2/,
  ],
  [
    'application-origins',
    appWith({ webOrigins: [] }),
    'warning',
    'Shop',
    /lack https:\/\/shop\.example\.com:/,
  ],
  ['application-origins', appWith({ webOrigins: ['https://*.example.com'] }), 'ok', 'Shop', /hold those/],
  [
    'application-origins',
    appWith({ webOrigins: ['https://shopxexample.com', 'https://shop.example.com.evil.example'] }),
    'warning',
    'Shop',
    /lack https/,
  ],
  [
    'application-origins',
    appWith({ allowedOrigins: ['https://shop.example.com/'] }),
    'warning',
    'Shop',
    /is no origin/,
  ],
  ['application-origins', appWith({ type: 'regular_web', webOrigins: [] }), 'ok', 'Shop', /needs no/],
  ['application-cross-origin', appWith({ crossOrigin: true }), 'warning', 'Shop', /It is on/],
  ['application-signing', appWith({ algorithm: 'HS256' }), 'failed', 'Shop', /auth0-spa-js refuses/],
  [
    'application-signing',
    appWith({ algorithm: 'HS256', type: 'regular_web' }),
    'warning',
    'Shop',
    /both sides share/,
  ],
  ['application-signing', appWith({ algorithm: null }), 'ok', 'Shop', /RS256/],
  [
    'connection-code',
    { connections: known([sms({ code: { digits: 4, seconds: 180 } })]) },
    'warning',
    'sms',
    /^Its codes have 4 digits/,
  ],
  [
    'connection-code',
    { connections: known([sms({ code: { digits: 6, seconds: 600 } })]) },
    'warning',
    'sms',
    /good for 10 minutes/,
  ],
  ['connection-code', { connections: known([sms({ code: { digits: 8, seconds: 600 } })]) }, 'ok', 'sms', /8/],
  ['page-current', pageWith({ sha256: 'x', isWhole: false }), 'warning', "the tenant's page", /was changed/],
  [
    'page-current',
    pageWith({ sha256: 'x', hashesBefore: ['y', 'abc'] }),
    'ok',
    "the tenant's page",
    /dist\/login\.html, except for its line endings/,
  ],
  ['clickjacking', { clickjackingHeadersOff: known(true) }, 'warning', null, /in a frame/],
  ['clickjacking', { clickjackingHeadersOff: known(null) }, 'warning', null, /does not say/],
  ['brute-force', { bruteForce: known({ enabled: false, blocks: true }) }, 'failed', null, /It is off/],
  ['brute-force', { bruteForce: known({ enabled: true, blocks: false }) }, 'warning', null, /only watches/],
  [
    'brute-force',
    { connections: known([sms({ bruteForceProtection: false })]) },
    'warning',
    'sms',
    /brute_force_protection is false/,
  ],
  ['suspicious-ip', { suspiciousIp: known({ enabled: false, blocks: true }) }, 'failed', null, /It is off/],
  [
    'suspicious-ip',
    { suspiciousIp: known({ enabled: true, blocks: false }) },
    'warning',
    null,
    /only watches/,
  ],
  [
    'bot-detection',
    { botDetection: known({ passwordless: 'never', onlyMonitors: false }) },
    'warning',
    null,
    /Nobody is asked/,
  ],
  [
    'bot-detection',
    { botDetection: known({ passwordless: 'always', onlyMonitors: true }) },
    'warning',
    null,
    /only watches/,
  ],
  ['mfa', { factors: NONE }, 'warning', null, /No factor is on/],
  ['mfa', { factors: known(['sms', 'email']) }, 'warning', null, /Only sms, email/],
  ['library-advisories', lockOnCdn('11.30.0'), 'failed', "the tenant's page", /CVE-2026.*CVE-2021-32641/],
  ['library-advisories', lockOnCdn('11.20.4'), 'failed', "the tenant's page", /CVE-2019-20174/],
  [
    'library-advisories',
    lockOnCdn('14.3.0'),
    'warning',
    "the tenant's page",
    /^auth0-lock 14\.3\.0, auth0-js 9\.29\.0 or newer: CVE-2026-42280/,
  ],
  ['library-advisories', lockOnCdn('15.0.1'), 'ok', "the tenant's page", /no known hole/],
  ['library-advisories', lockOnCdn('11.32'), 'failed', "the tenant's page", /^auth0-lock 11\.32, .*CVE-2022/],
  [
    'library-advisories',
    pageWith({ sha256: 'x', scripts: ['https://cdn.auth0.com/js/auth0/9.1.3/auth0.min.js'] }),
    'failed',
    "the tenant's page",
    /CVE-2020-5263.*CVE-2018-7307/,
  ],
  ['library-advisories', pageWith({ sha256: 'x' }), 'unknown', "the tenant's page", /cannot be told/],
  [
    'library-advisories',
    { built: [built({ versions: { 'auth0-lock': '14.3.0', 'auth0-js': null, renderer: null } })] },
    'warning',
    'dist/login.html',
    /CVE-2026-42280/,
  ],
  ['captcha-support', lockOnCdn('11.34.2'), 'failed', "the tenant's page", /cannot show the captcha/],
  ['captcha-support', lockOnCdn('11.35.0'), 'ok', "the tenant's page", /can show/],
  [
    'twilio-credentials',
    { twilio: twilio({ account: { is: 'credentials', reason: 'No.' } }) },
    'failed',
    null,
    /^No\.$/,
  ],
  [
    'twilio-credentials',
    { twilio: twilio({ account: { is: 'unreachable', reason: 'No.' } }) },
    'unknown',
    null,
    /^No\.$/,
  ],
  ['twilio-credentials', smsWith({ isOfTwilioSid: false }), 'warning', 'sms', /another account, AC…1234/],
  [
    'twilio-account',
    { twilio: twilio({ account: { is: 'inactive', reason: 'No.' } }) },
    'failed',
    null,
    /No/,
  ],
  [
    'twilio-account',
    {
      twilio: twilio({
        account: { is: 'known', value: { sid: 'AC…1', status: 'suspended', isTrial: false } },
      }),
    },
    'failed',
    null,
    /AC…1 is suspended/,
  ],
  [
    'twilio-account',
    { twilio: twilio({ account: { is: 'known', value: { sid: 'AC…1', status: 'active', isTrial: true } } }) },
    'warning',
    null,
    /is a trial/,
  ],
  [
    'twilio-sender',
    sender({ kind: 'number', number: '+15005550006', isOwned: false, canSendSms: false }),
    'failed',
    'sms',
    /not a number of this account/,
  ],
  [
    'twilio-sender',
    sender({ kind: 'number', number: '+15005550006', isOwned: true, canSendSms: false }),
    'failed',
    'sms',
    /does not send SMS/,
  ],
  [
    'twilio-sender',
    sender({ kind: 'service', sid: 'MG…1', exists: false, senders: 0 }),
    'failed',
    'sms',
    /MG…1 is not of this account/,
  ],
  [
    'twilio-sender',
    sender({ kind: 'service', sid: 'MG…1', exists: true, senders: 0 }),
    'failed',
    'sms',
    /nothing to send from/,
  ],
  [
    'twilio-sender',
    sender({ kind: 'service', sid: 'MG…1', exists: true, senders: 2 }),
    'ok',
    'sms',
    /senders/,
  ],
  ['twilio-sender', sender({ kind: 'name', name: 'ACME' }), 'unknown', 'sms', /from a name, ACME/],
  [
    'connection-exists',
    { connections: known([sms({ name: 'sms-au' }), email()]) },
    'failed',
    'sms',
    /no connection of that name\. sms-au has the strategy sms/,
  ],
  [
    'connection-exists',
    { built: [built({ connections: { allow: ['sms-au', 'email'], choose: 'fixed' } })] },
    'warning',
    'sms-au',
    /no connection of that name\. sms has the strategy sms/,
  ],
  [
    'connection-exists',
    { built: [built({ connections: { allow: ['sms', 'email', 'google-oauth2'], choose: 'fixed' } })] },
    'warning',
    'google-oauth2',
    /no such connection/,
  ],
  [
    'legacy-code',
    { rules: known(['Add roles']), hooks: { known: false, scope: 'read:hooks', reason: 'No scope.' } },
    'warning',
    null,
    /"Add roles" is enabled.*2026-11-18/,
  ],
  ['legacy-code', { rules: known(['a']), hooks: known(['b']) }, 'warning', null, /"a", "b" are enabled/],
  ['phone-protection', { phoneProtection: known('default') }, 'warning', null, /toll fraud/],
  ['phone-protection', { phoneProtection: known('none') }, 'warning', null, /toll fraud/],
  [
    'application-organizations',
    { applications: known([application({ requiresOrganization: true })]) },
    'warning',
    'Shop',
    /Classic Login cannot ask for one/,
  ],
  ...[
    'http://localhost:3000/callback',
    'http://127.0.0.1/cb',
    'https://[::1]:8443',
    'com.example.app://callback',
    'https://app.localhost',
  ].map(
    (url) =>
      [
        'application-confirmation',
        { applications: known([application({ callbacks: ['https://shop.example.com', url] })]) },
        'warning',
        'Shop',
        new RegExp(JSON.stringify(url).replace(/[[\].]/g, '\\$&')),
      ] as const,
  ),
  ...(
    [
      [{ skipsConfirmation: true }, null, 'ok'],
      [{ skipsConfirmation: null }, true, 'ok'],
      [{ skipsConfirmation: false }, true, 'warning'],
    ] as const
  ).map(
    ([over, tenants, result]) =>
      [
        'application-confirmation',
        {
          applications: known([application({ ...over, callbacks: ['http://localhost'] })]),
          skipsConfirmation: known(tenants),
        },
        result,
        'Shop',
        /"http:..localhost"/,
      ] as const,
  ),
  [
    'bot-detection',
    { botDetection: { known: false, scope: null, reason: 'Your plan has no bot detection.', ofPlan: true } },
    'unknown',
    null,
    /Your plan/,
  ],
  ['twilio-sender', { twilio: twilio({ senders: [] }) }, 'unknown', null, /No connection/],
];

const findings = (facts: Facts, id: string) => diagnose(facts).findings.filter((it) => it.id === id);

describe('a healthy tenant', () => {
  it('passes every check', () => {
    const { findings: all, summary } = diagnose(healthyFacts());
    expect(all.filter(({ result }) => result !== 'ok')).toEqual([]);
    expect(summary).toEqual({ ok: all.length, warning: 0, failed: 0, unknown: 0 });
    expect(new Set(all.map(({ id }) => id))).toEqual(new Set(checks.map(({ id }) => id)));
  });

  it('is not asked for Twilio where nobody wants that', () => {
    const { findings: all } = diagnose(healthyFacts({ twilio: null }));
    expect(all.filter(({ area }) => area === 'twilio')).toEqual([]);
  });
});

describe('a check', () => {
  it.each(cases)('%s of %j: %s', (id, over, result, subject, reason) => {
    const found = findings(healthyFacts(over), id);
    expect(found).toContainEqual(
      expect.objectContaining({ result, subject, reason: expect.stringMatching(reason) }),
    );
    for (const { result: is, fix } of found) {
      expect(fix === null).toBe(is === 'ok');
      if (fix !== null) expect(Math.min(fix.dashboard.length, fix.command.length)).toBeGreaterThan(5);
    }
  });

  it('has a table row for something that is not well', () => {
    const bad = new Set(cases.filter(([, , result]) => result !== 'ok').map(([id]) => id));
    expect(bad).toEqual(new Set(checks.map(({ id }) => id)));
  });

  it('has an id of its own, in the field’s words', () => {
    const ids = checks.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)+$|^[a-z]+$/);
  });
});

describe('a scope that is missing', () => {
  /** What cannot be read without it. */
  const HIDES: Readonly<Record<string, readonly (keyof Facts)[]>> = {
    'read:clients': ['applications', 'pages'],
    'read:connections': ['connections', 'applications'],
    'read:phone_providers': ['phoneProvider'],
    'read:email_provider': ['emailProvider'],
    'read:prompts': ['experience'],
    'read:custom_domains': ['customDomains'],
    'read:tenant_settings': ['clickjackingHeadersOff', 'unifiedPhone', 'skipsConfirmation'],
    'read:rules': ['rules'],
    'read:hooks': ['hooks'],
    'read:attack_protection': ['bruteForce', 'suspiciousIp', 'botDetection', 'phoneProtection'],
    'read:guardian_factors': ['factors'],
  };
  const without = (scope: string): Partial<Facts> => {
    const hidden: Answer<never> = { known: false, scope, reason: `The credentials lack the scope ${scope}.` };
    return Object.fromEntries((HIDES[scope] ?? []).map((field) => [field, hidden]));
  };

  it.each(checks.flatMap(({ id, scopes }) => scopes.map((scope) => [id, scope] as const)))(
    'leaves %s unknown, and is named: %s',
    (id, scope) => {
      // Only where that one may send does the tenant's provider matter.
      const base =
        scope === 'read:phone_providers' ? { connections: known([sms({ usesPhoneProvider: true })]) } : {};
      const twilioFacts = { twilio: twilio({ senders: [] }) };
      const found = findings(healthyFacts({ ...base, ...twilioFacts, ...without(scope) }), id);
      if (id === 'twilio-sender') return expect(found).toMatchObject([{ result: 'unknown' }]);
      if (id === 'brute-force' && scope === 'read:connections') return expect(found).toHaveLength(1);
      expect(found).toContainEqual(
        expect.objectContaining({
          result: 'unknown',
          scope,
          reason: `The credentials lack the scope ${scope}.`,
          fix: expect.objectContaining({ dashboard: expect.stringContaining(`tick ${scope}`) }),
        }),
      );
    },
  );
});
