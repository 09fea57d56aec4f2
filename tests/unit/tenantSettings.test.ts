import { describe, expect, it } from 'vitest';
import { defineLoginPage, defineLoginPages } from '../../src/settings/defineLoginPage.ts';
import type { LoginPageSettings } from '../../src/settings/LoginPageSettings.ts';
import { originBound } from '../../src/settings/originBound.ts';
import { parseSettings } from '../../src/settings/parseSettings.ts';
import { emailTemplateProblem } from '../../src/settings/tenant/emailTemplateProblem.ts';
import { smsTemplate } from '../../src/settings/tenant/smsTemplate.ts';

/** As a JavaScript user could write it: the point is what the types would refuse. */
const parse = (tenant: unknown) => parseSettings(defineLoginPage({ tenant } as LoginPageSettings));
const problems = (tenant: unknown): string => {
  try {
    parse(tenant);
    return '';
  } catch (error) {
    return String(error);
  }
};

const HEX = '0123456789abcdef'.repeat(2);
const from = '+15005550006';
const email = { from: 'login@example.com' };

describe('the tenant in the settings', () => {
  it('is kept as it is written: what it is silent about is the tenant’s', () => {
    const tenant = {
      sms: {
        provider: 'twilio',
        messagingServiceSid: `MG${HEX}`,
        message: 'Acme: @@password@@',
        codeLength: 8,
      },
      email: { from: '{{ application.name }} <login@example.com>', subject: 'Hello', codeSeconds: 600 },
      applications: ['My app', HEX],
      mfa: { otp: true, sms: false },
      attackProtection: {
        bruteForce: { maxAttempts: 5, byAddress: false, allow: ['192.0.2.0/24', '2001:db8::/32'] },
        suspiciousIp: true,
        breachedPasswords: false,
        captcha: 'when_risky',
      },
    };
    expect(parse(tenant)[0]?.tenant).toEqual(tenant);
    expect(parse(undefined)[0]?.tenant).toBeUndefined();
    expect(parse({})[0]?.tenant).toEqual({});
  });

  it.each<[string, unknown]>([
    ['a number', { from }],
    ['a sender ID', { from: 'Acme Ltd 1' }],
    ['the tenant’s phone provider', { provider: 'tenant', message: 'Hi @@password@@' }],
    ['the shortest code', { from, codeLength: 4, codeSeconds: 60 }],
    ['the longest code', { from, codeLength: 40, codeSeconds: 86_400 }],
    ['Liquid', { from, syntax: 'liquid', message: '{% if true %}@@password@@{% endif %}' }],
    ['a filter', { from, syntax: 'liquid', message: "{{ code | append: '.' }}" }],
    ['a text for each language', { from, message: { en: 'A @@password@@', 'pt-br': 'B @@password@@' } }],
    ['the same, as Liquid', { from, syntax: 'liquid', message: { es: 'A @@password@@' } }],
    ['the code as Liquid has it', { from, syntax: 'liquid', message: '{% if x %}A{% endif %} {{ code }}' }],
    ['the same in one of several texts', { from, message: { en: '{{ password }}', es: 'B @@password@@' } }],
    ['a value of Liquid in one of them', { from, message: { en: '{{ application.name }}: @@password@@' } }],
    [
      'a line for autofill of its own',
      { from, message: 'Hi @@password@@\n\n@login.example.com #@@password@@' },
    ],
    ['the longest message', { from, message: `@@password@@${'x'.repeat(5_108)}` }],
  ])('takes an SMS with %s', (_what, sms) => {
    expect(problems({ sms })).toBe('');
  });

  it.each<[unknown, string]>([
    [true, 'tenant: expected an object, received true.'],
    [{ sms: {} }, 'tenant.sms: expected exactly one of from and messagingServiceSid'],
    [{ sms: { from, messagingServiceSid: `MG${HEX}` } }, 'tenant.sms: expected exactly one of from and'],
    [{ sms: { from: '0412 345 678' } }, 'tenant.sms.from: expected a number as Twilio has it (E.164)'],
    [{ sms: { from: '+1 500 555 0006' } }, 'tenant.sms.from: expected'],
    [{ sms: { from: 'A sender that is too long' } }, 'tenant.sms.from: expected'],
    [
      { sms: { from, provider: 'sms_gateway' } },
      'tenant.sms.provider: expected "twilio" or "tenant", received',
    ],
    [{ sms: { from, provider: 'tenant' } }, 'tenant.sms.provider: expected "twilio", or from and messaging'],
    [{ sms: { provider: 'twilio' } }, 'tenant.sms: expected exactly one of from and messagingServiceSid'],
    [{ sms: { messagingServiceSid: 'MG1' } }, 'tenant.sms.messagingServiceSid: expected the SID'],
    [{ sms: { from, message: 'Your code' } }, 'tenant.sms.message: expected a text with @@password@@ in it'],
    [{ sms: { from, message: 7 } }, 'tenant.sms.message: expected a text, or an object by language such as'],
    [
      { sms: { from, message: 'A {{ code }}' } },
      'tenant.sms.message: expected a text with @@password@@ in it, which Auth0 puts the code in place of, or syntax "liquid" beside a text with {{ code }}, received "A {{ code }}".',
    ],
    [{ sms: { from, message: {} } }, 'tenant.sms.message: expected a text, or an object by language'],
    [
      { sms: { from, message: { en: 'x' } } },
      'tenant.sms.message.en: expected a text with @@password@@ in it',
    ],
    ...['{% if x %}@@password@@{% endif %}', '@@password@@ {% else %}'].map((en): [object, string] => [
      { sms: { from, message: { en } } },
      'tenant.sms.message.en: expected no "{%", or one text in message with syntax "liquid"',
    ]),
    ...['{{ @@password@@ }}', '{{@@password@@', 'Save {{ now: @@password@@'].map((es): [object, string] => [
      { sms: { from, message: { en: '@@password@@', es } } },
      'tenant.sms.message.es: expected a value of Liquid\'s such as "{{ application.name }}" where there is "{{"',
    ]),
    [{ sms: { from, message: { eng: '@@password@@' } } }, 'tenant.sms.message.eng: unknown key'],
    [
      { sms: { from, message: { en: '@@password@@' }, syntax: 'md_with_macros' } },
      'tenant.sms.syntax: expected "liquid", or one text in message',
    ],
    [
      {
        sms: {
          from,
          message: { en: `@@password@@${'x'.repeat(5_000)}`, es: `@@password@@${'x'.repeat(200)}` },
        },
      },
      'tenant.sms.message: expected at most 5,120 characters in all',
    ],
    [
      { sms: { from, message: '@login.example.com #@@password@@ is your code' } },
      'tenant.sms.message: expected "@login.example.com #@@password@@", with your host, as the last line',
    ],
    [{ sms: { from, autofill: true } }, 'tenant.loginHost: expected the host of the login page'],
    [
      { loginHost: 'https://login.example.com/', sms: { from } },
      'tenant.loginHost: expected the host of the login page alone',
    ],
    [
      { loginHost: 'login.example.com', sms: { from, autofill: 'yes' } },
      'tenant.sms.autofill: expected true or false',
    ],
    [
      {
        loginHost: 'login.example.com',
        sms: { from, autofill: true, message: 'x @@password@@\n@login.example.com #@@password@@' },
      },
      'tenant.sms.autofill: expected false, or a message without a line of its own',
    ],
    [
      { sms: { from, syntax: 'liquid', message: '{% if code %}{{ code }}' } },
      'tenant.sms.message: expected Liquid without mistakes (line 1, column 1: {% if code %} is never closed. Add {% endif %})',
    ],
    [
      { sms: { from, message: { en: '@@password@@', es: 'Acme:\n {{ code | upcas }} @@password@@' } } },
      'tenant.sms.message.es: expected Liquid without mistakes (line 2, column 2: There is no filter called "upcas". Did you mean "upcase"?)',
    ],
    [
      { sms: { from, message: '{{ application.name }}: @@password@@' } },
      'tenant.sms.message: expected syntax "liquid" beside it, without which {{ application.name }} is sent as it stands here',
    ],
    [
      { email: { ...email, subject: 'For {{ application.nmae }}' } },
      'tenant.email.subject: expected Liquid without mistakes (line 1, column 8: Auth0 gives this message no "application.nmae", so it prints nothing. Did you mean "application.name"?)',
    ],
    [
      { email: { from: '{{ application.name <login@example.com>' } },
      'tenant.email.from: expected Liquid without mistakes (line 1, column 1: {{ application.name <login@ex... is never closed.',
    ],
    [{ sms: { from, message: '@@password@@ ##BRAND##' } }, 'tenant.sms.message: expected no ##BRAND##'],
    [{ sms: { from, message: '@@password@@ @@user@@' } }, 'tenant.sms.message: expected no @@user@@'],
    [{ sms: { from, message: `@@password@@${'x'.repeat(5_109)}` } }, 'expected at most 5,120 characters'],
    [
      { sms: { from, codeLength: 3 } },
      'tenant.sms.codeLength: expected a whole number of digits from 4 to 40',
    ],
    [{ sms: { from, codeLength: 41 } }, 'tenant.sms.codeLength: expected'],
    [{ sms: { from, codeSeconds: 59 } }, 'codeSeconds: expected a whole number of seconds of at least 60'],
    [
      { sms: { from, codeSecnds: 90 } },
      'tenant.sms.codeSecnds: unknown key, received 90. Did you mean "codeSeconds"?',
    ],
    [{ sms: { from, syntax: 'markdown' } }, 'tenant.sms.syntax: expected "md_with_macros" or "liquid"'],
    [{ email: {} }, 'tenant.email.from: expected an address that your email provider may send from'],
    [{ email: { from: 'Acme' } }, 'tenant.email.from: expected an address such as'],
    [{ email: { from: 'Acme <login@example.com> x' } }, 'tenant.email.from: expected'],
    [{ email: { ...email, subject: 'a\nb' } }, 'tenant.email.subject: expected one line'],
    [{ email: { ...email, template: 'https://example.com/' } }, 'tenant.email.template: expected the path'],
    [{ applications: ['My app'] }, 'tenant.applications: expected tenant.sms or tenant.email beside it'],
    [{ email, applications: [] }, 'tenant.applications: expected a list of applications'],
    [{ email, applications: ['a', 'a'] }, 'tenant.applications: expected each application only once'],
    [{ email, applications: [' a'] }, 'tenant.applications.0: expected the name or client id'],
    [{ mfa: { totp: true } }, 'tenant.mfa.totp: unknown key, received true. Did you mean "otp"?'],
    [{ mfa: { otp: 'on' } }, 'tenant.mfa.otp: expected true or false, received "on".'],
    [{ attackProtection: false }, 'tenant.attackProtection: expected true, or an object'],
    [
      { attackProtection: { bruteForce: 5 } },
      'tenant.attackProtection.bruteForce: expected true, false, or an',
    ],
    [
      { attackProtection: { bruteForce: { maxAttempts: 101 } } },
      'maxAttempts: expected a whole number of tries',
    ],
    [
      { attackProtection: { suspiciousIp: { allow: ['300.0.0.1'] } } },
      'allow.0: expected an IP address or range',
    ],
    [{ attackProtection: { suspiciousIp: { allow: ['192.0.2.0/33'] } } }, 'allow.0: expected'],
    [{ attackProtection: { bruteforce: true } }, 'Did you mean "bruteForce"?'],
  ])('refuses %j', (tenant, message) => {
    expect(problems(tenant)).toContain(message);
  });

  it.each<[unknown, string, string]>([
    [{ sms: { from: `AC${HEX}` } }, 'tenant.sms.from', HEX],
    [{ sms: { from, twilio_token: 'short' } }, 'tenant.sms.twilio_token', 'short'],
    [{ sms: { from, authToken: HEX } }, 'tenant.sms.authToken', HEX],
    [{ sms: { from, message: `@@password@@ ${HEX}` } }, 'tenant.sms.message', HEX],
    [{ sms: { from, more: { deep: [`SK${HEX}`] } } }, 'tenant.sms.more.deep.0', HEX],
    [{ sms: [`AC${HEX}`] }, 'tenant.sms.0', HEX],
    [{ email, applications: [`secret-${HEX}${HEX}`] }, 'tenant.applications.0', HEX],
    [
      { email: { ...email, subject: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.x' } },
      'tenant.email.subject',
      'eyJ',
    ],
  ])('takes no secret, and does not repeat it: %j', (tenant, path, secret) => {
    const found = problems(tenant);
    expect(found).toContain(`${path}: received what looks like a secret (not shown). Secrets do not belong`);
    expect(found).toContain('TWILIO_AUTH_TOKEN');
    expect(found).not.toContain(secret);
  });

  it('is in one page at most, since a tenant has one login page', () => {
    const tenant = { email };
    expect(parseSettings(defineLoginPages({ acme: { tenant }, globex: {} })).map((it) => it.tenant)).toEqual([
      tenant,
      undefined,
    ]);
    expect(() => parseSettings(defineLoginPages({ acme: { tenant }, globex: { tenant } }))).toThrow(
      'tenant: expected in one page at most, received in acme, globex',
    );
  });
});

describe('emailTemplateProblem', () => {
  it.each<['code' | 'link', string, string | null]>([
    ['code', '<b>{{ code }}</b>', null],
    ['code', '{{-code | escape }}', null],
    ['link', '<a href="{{link}}">', null],
    ['code', '{{ codes }}', 'nowhere prints {{ code }}'],
    ['link', '{{ code }}', 'nowhere prints {{ link }}'],
    ['code', '{{ code }} ##LOGO##', 'holds ##LOGO##'],
    ['code', '<p>\n  {% if send %}{{ code }}</p>', 'line 2, column 3: {% if send %} is never closed'],
  ])('by %s: %s', (method, html, problem) => {
    const found = emailTemplateProblem(html, method);
    if (problem === null) expect(found).toBeNull();
    else expect(found).toContain(problem);
  });
});

describe('smsTemplate', () => {
  const host = 'login.example.com';
  it.each<[string, Parameters<typeof smsTemplate>[0], ReturnType<typeof smsTemplate>]>([
    ['one text', { message: 'Hi @@password@@' }, { template: 'Hi @@password@@', syntax: 'md_with_macros' }],
    [
      'autofill alone',
      { autofill: true },
      {
        template: 'Your verification code is: @@password@@\n\n@login.example.com #@@password@@',
        syntax: 'md_with_macros',
      },
    ],
    [
      'autofill in Liquid',
      { message: '{{ code }}', syntax: 'liquid', autofill: true },
      { template: '{{ code }}\n\n@login.example.com #{{ password }}', syntax: 'liquid' },
    ],
    [
      'one language',
      { message: { es: 'A @@password@@' } },
      { template: 'A {{ password }}', syntax: 'liquid' },
    ],
    [
      'three languages',
      { message: { en: 'A @@password@@', es: 'B @@password@@', fr: 'C @@password@@' }, autofill: true },
      {
        template:
          "{% if request_language contains 'es' %}B {{ password }}{% elsif request_language contains 'fr' %}C {{ password }}{% else %}A {{ password }}{% endif %}\n\n@login.example.com #{{ password }}",
        syntax: 'liquid',
      },
    ],
  ])('of %s', (_what, sms, expected) => {
    const made = smsTemplate(sms, host);
    expect(made).toEqual(expected);
    expect(originBound(made.template)).toEqual(sms.autofill === true ? { host } : null);
  });
});

describe('originBound', () => {
  it.each<[string, ReturnType<typeof originBound>]>([
    ['Your code is @@password@@', null],
    ['Mail zoe@example.com about #1: @@password@@', null],
    ['@@password@@\n@login.example.com #@@password@@', { host: 'login.example.com' }],
    ['x\n\n@login.example.com #{{ code }}\n', { host: 'login.example.com' }],
    ['x @login.example.com #@@password@@', { host: null }],
    ['x\n@login.example.com #@@password@@\nBye', { host: null }],
    ['x\n@login.example.com  #@@password@@', { host: null }],
    ['x\n@login.example.com #123456', { host: null }],
    ['x\n@login.example.com#@@password@@', { host: null }],
    ['x\n@login.example.com\n#@@password@@', { host: null }],
    ['x\n@https://login.example.com #@@password@@', { host: null }],
    ['x\n@login.example.com:443 #@@password@@', { host: null }],
    ['Follow @acme #winning with @@password@@', null],
    ['Mail zoe@example.com #1: @@password@@', null],
  ])('of %j', (message, expected) => expect(originBound(message)).toEqual(expected));
});
