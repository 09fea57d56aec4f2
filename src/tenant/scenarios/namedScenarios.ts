import type { Fault } from '../http/Fault.ts';
import type { NamedScenario, Step } from './NamedScenario.ts';

/** What an application asks for. */
const sms = { request: { allowedConnections: 'sms' } } as const;
const email = { request: { allowedConnections: 'email' } } as const;

const offered: readonly NamedScenario[] = [
  {
    name: 'sms',
    title: 'SMS only',
    about: 'The application asks for SMS.',
    group: 'What is offered',
    ...sms,
  },
  {
    name: 'email',
    title: 'Email only',
    about: 'The application asks for email.',
    group: 'What is offered',
    ...email,
  },
  {
    name: 'sms-first',
    title: 'Both, SMS first',
    about: 'The application asks for both: one comma-separated string, on which Lock alone would throw.',
    group: 'What is offered',
    request: { allowedConnections: 'sms,email' },
  },
  {
    name: 'email-first',
    title: 'Both, email first',
    about: 'The same, the other way round; SMS is one click away, which Lock alone never shows.',
    group: 'What is offered',
    request: { allowedConnections: 'email,sms' },
  },
  {
    name: 'nothing-asked',
    title: 'Nothing asked for',
    about: 'The settings decide, or else what the application has enabled.',
    group: 'What is offered',
  },
  {
    name: 'social-beside',
    title: 'Social beside',
    about: 'Google stays in view beside SMS and email.',
    group: 'What is offered',
    request: { allowedConnections: 'sms,email,google-oauth2' },
    connections: ['google-oauth2', 'email', 'sms'],
    settings: { connections: { allow: ['sms', 'email', 'google-oauth2'] } },
  },
  {
    name: 'email-link',
    title: 'Email with a link',
    about: 'emailMethod is "link": the email holds a link, and the page says so.',
    group: 'What is offered',
    ...email,
    settings: { emailMethod: 'link' },
    steps: ['ask-by-email'],
  },
  {
    name: 'nothing-enabled',
    title: 'Nothing enabled',
    about: 'The application has no connection that the page could offer: the one dead end, and it says so.',
    group: 'What is offered',
    connections: [],
    ends: 'failure',
  },
  {
    name: 'unknown-asked',
    title: 'Unknown connection asked for',
    about: 'The application asks for "fax", which nobody has; the page falls back to what is enabled.',
    group: 'What is offered',
    request: { allowedConnections: 'fax' },
  },
  {
    name: 'disabled-asked',
    title: 'SMS asked for, not enabled',
    about: 'The application asks for SMS and has only email enabled.',
    group: 'What is offered',
    ...sms,
    connections: ['email'],
  },
];

const looks: readonly NamedScenario[] = [
  {
    name: 'code-sms',
    title: 'Entering the code',
    about: 'After a phone number: the code is in the outbox.',
    group: 'How it looks',
    ...sms,
    steps: ['ask-by-phone'],
  },
  {
    name: 'code-email',
    title: 'Entering the code of an email',
    about: 'After an address; the other method is one click away.',
    group: 'How it looks',
    request: { allowedConnections: 'email,sms' },
    steps: ['ask-by-email'],
  },
  {
    name: 'code-missing',
    title: 'No code entered',
    about: 'A form without a code is not sent: the field says what is missing.',
    group: 'How it looks',
    ...sms,
    steps: ['ask-by-phone', 'enter-no-code'],
  },
  {
    name: 'code-sent-again',
    title: 'Sent again',
    about: 'Another code was sent: the earlier one no longer works. With resendAfter 0, nobody waits for it.',
    group: 'How it looks',
    ...sms,
    settings: { resendAfter: 0 },
    steps: ['ask-by-phone', 'send-again'],
  },
  {
    name: 'code-not-sent-again',
    title: 'Not sent again',
    about: 'Another code was refused, here for too many requests; the one that was sent still works.',
    group: 'How it looks',
    ...sms,
    settings: { resendAfter: 0 },
    faults: [
      // The first one passes.
      { path: '/passwordless/start', times: 1 },
      {
        path: '/passwordless/start',
        answer: { status: 429, body: { error: 'too_many_requests', error_description: 'Too many requests' } },
      },
    ],
    steps: ['ask-by-phone', 'send-again'],
  },
  {
    name: 'code-late',
    title: 'No code for a minute',
    about: 'The page offers what helps: another number, another code, the other method, support.',
    group: 'How it looks',
    request: { allowedConnections: 'sms,email' },
    steps: ['ask-by-phone', 'wait-a-minute'],
  },
  {
    name: 'switched',
    title: 'After the switch',
    about: 'From SMS to email, without a reload.',
    group: 'How it looks',
    request: { allowedConnections: 'sms,email' },
    steps: ['switch-method'],
  },
  {
    name: 'dark-background',
    title: 'Dark background',
    about: 'brand.background is dark: everything around the form must stay readable.',
    group: 'How it looks',
    settings: { brand: { background: 'linear-gradient(160deg, #101828, #2b1b4d)' } },
  },
  {
    name: 'dashboard-colours',
    title: 'Colours of the dashboard',
    about: 'They fill in what the settings leave open.',
    group: 'How it looks',
    settings: { brand: { primaryColor: undefined, background: undefined } },
    hosted: { colors: { primary: '#7a1fa2', page_background: '#f3e8ff' } },
  },
  {
    name: 'long-names',
    title: 'Long names',
    about: 'A brand whose name needs three lines on a phone.',
    group: 'How it looks',
    settings: { brand: { name: 'Acme International Loyalty Programme, Members and Partners' } },
  },
  {
    name: 'consent',
    title: 'Consent required',
    about: 'consent is "required": the button works once the box is ticked.',
    group: 'How it looks',
    request: { allowedConnections: 'sms,email' },
    settings: { consent: 'required', brand: { termsUrl: 'https://example.com/terms' } },
  },
  {
    name: 'right-to-left',
    title: 'Right to left',
    about: 'Arabic, asked for by ui_locales.',
    group: 'How it looks',
    request: { ui_locales: 'ar', allowedConnections: 'sms,email' },
    settings: { languages: ['en', 'ar'] },
  },
  {
    name: 'japanese',
    title: 'Another language',
    about: 'Japanese, asked for by ui_locales.',
    group: 'How it looks',
    request: { ui_locales: 'ja', allowedConnections: 'email,sms' },
    settings: { languages: ['en', 'ja'] },
  },
];

const asks: readonly NamedScenario[] = [
  {
    name: 'login-hint',
    title: 'Number known',
    about: 'The application knows the phone number: login_hint fills it in.',
    group: 'What the tenant asks',
    request: { allowedConnections: 'sms', login_hint: '+4740612345' },
  },
  {
    name: 'captcha',
    title: 'Captcha',
    about: 'The tenant wants a captcha before it sends anything: here, its own kind, a picture.',
    group: 'What the tenant asks',
    ...sms,
    captcha: true,
    plan: { botDetection: true },
  },
  {
    name: 'plan-without-bot-detection',
    title: 'Plan without bot detection',
    about:
      'No captcha is ever asked for. From then on the Management API answers 403 insufficient_entitlement for bot detection and captcha, to setup-tenant and doctor too, until the scenario “Captcha” is opened.',
    group: 'What the tenant asks',
    ...sms,
    plan: { botDetection: false },
  },
  {
    name: 'preview',
    title: 'Preview of the dashboard',
    about: 'A hosted config without a login transaction: the form is there, and no code can be sent.',
    group: 'What the tenant asks',
    preview: true,
  },
  {
    name: 'opened-directly',
    title: 'File opened directly',
    about: 'The marker is still there: nobody has served the page.',
    group: 'What the tenant asks',
    raw: '@@config@@',
    ends: 'failure',
  },
  {
    name: 'no-javascript',
    title: 'No JavaScript',
    about: 'The page as it is painted at once; what it says where scripts are off.',
    group: 'What the tenant asks',
    javaScript: false,
    ends: 'static',
  },
];

/** A scenario in which `/passwordless/start` refuses. */
function startRefused(error: string, description: string, status = 400, by: 'phone' | 'email' = 'phone') {
  return refused('/passwordless/start', by === 'phone' ? 'ask-by-phone' : 'ask-by-email', {
    error,
    error_description: description,
    status,
  });
}

/** The same, as Twilio refuses a number. */
const smsRefused = (what: string, description: string): NamedScenario => ({
  ...startRefused('sms_provider_error', description),
  name: `start-sms-${what}`,
  title: `start: sms_provider_error, ${what}`,
});

/** A scenario in which `/passwordless/verify` refuses. */
function verifyRefused(error: string, description: string, status: number) {
  return refused('/passwordless/verify', 'enter-right-code', {
    error,
    error_description: description,
    status,
  });
}

function refused(
  path: string,
  last: Step,
  { status, ...body }: { status: number; error: string; error_description: string },
): NamedScenario {
  const where = path.split('/').at(-1) ?? path;
  const steps: Step[] = last === 'enter-right-code' ? ['ask-by-phone', last] : [last];
  return {
    name: `${where}-${body.error.replaceAll(/[._]/g, '-').toLowerCase()}`,
    title: `${where}: ${body.error}`,
    about: `${path} answers ${status}: “${body.error_description}”`,
    group: 'What goes wrong',
    ...(last === 'ask-by-email' ? email : sms),
    faults: [{ path, answer: { status, body } }],
    steps,
  };
}

const everything: Fault[] = ['/client/*', '/passwordless/*', '/user/*'].map((path) => ({
  path,
  delay: 3_000,
}));

const wrong: readonly NamedScenario[] = [
  startRefused('bad.connection', 'Connection is disabled'),
  startRefused('bad.phone_number', 'String does not match pattern: ^\\+[0-9]{1,15}$'),
  startRefused('bad.email', 'email "zoe@example.com" is not valid', 400, 'email'),
  startRefused('bad.tenant', 'error in tenant - tenant validation failed: invalid_tenant'),
  startRefused('bad.authParams', 'error in authParams - invalid type: string (expected object)'),
  startRefused('bad.request', 'the following properties are not allowed: extra'),
  startRefused('bad.client_id', 'Unknown client: none'),
  startRefused(
    'sms_provider_error',
    "The 'To' number +61412345678 is not a valid phone number. (Code: 21211)",
  ),
  startRefused('invalid_captcha', 'Invalid captcha value'),
  startRefused('too_many_requests', 'Too many requests from this address. Try again in some minutes.', 429),
  startRefused('server_error', 'Internal server error', 500),
  {
    name: 'verify-wrong-code',
    title: 'verify: invalid_user_password',
    about: 'A wrong code.',
    group: 'What goes wrong',
    ...sms,
    steps: ['ask-by-phone', 'enter-wrong-code'],
  },
  verifyRefused(
    'too_many_attempts',
    "You've reached the maximum number of attempts. Please try to login again.",
    429,
  ),
  verifyRefused('access_denied', 'Access denied by an action of the tenant', 403),
  {
    name: 'no-account',
    title: 'No account',
    about: 'Sign-ups are off, and the number is unknown: /passwordless/start sends nothing, and answers 400.',
    group: 'What goes wrong',
    request: { allowedConnections: 'sms', login_hint: '+61400000098' },
    signUp: false,
    steps: ['ask-by-phone'],
  },
  smsRefused('landline', "The 'To' phone number is not a mobile number. (Code: 21614)"),
  smsRefused('unsubscribed', 'Attempt to send to unsubscribed recipient (Code: 21610)'),
  smsRefused('region', 'Permission to send an SMS has not been enabled for the region (Code: 21408)'),
  {
    name: 'start-firewall',
    title: 'start: a firewall',
    about: 'A firewall between visitor and tenant answers /passwordless/start with a page of its own, 403.',
    group: 'What goes wrong',
    ...sms,
    faults: [
      {
        path: '/passwordless/start',
        answer: { status: 403, type: 'text/html', body: '<h1>Blocked by policy</h1>' },
      },
    ],
    steps: ['ask-by-phone'],
  },
  {
    name: 'blocked',
    title: 'Blocked user',
    about: 'The code is right, and the user is blocked: /passwordless/verify answers 401, unauthorized.',
    group: 'What goes wrong',
    request: { allowedConnections: 'sms', login_hint: '+61400000099' },
    // A number of its own: who is blocked is so for every application.
    blocked: ['+61400000099'],
    steps: ['ask-by-phone', 'enter-right-code'],
  },
  {
    name: 'sms-never-arrives',
    title: 'Accepted, and never arrives',
    about:
      '/passwordless/start answers 200, and the message is lost on its way: the outbox shows it as not delivered. The page has heard of nothing, and offers help after a minute.',
    group: 'What goes wrong',
    request: { allowedConnections: 'sms,email' },
    undelivered: true,
    steps: ['ask-by-phone', 'wait-a-minute'],
  },
  {
    name: 'email-link-scanned',
    title: 'Link opened by a mail scanner',
    about:
      'A scanner has opened the link in the email, and used it up: click it in the outbox, and the application gets an error.',
    group: 'What goes wrong',
    ...email,
    settings: { emailMethod: 'link' },
    mailScanner: true,
    steps: ['ask-by-email'],
  },
  {
    name: 'lost-state',
    title: 'Lost state',
    about: 'The login transaction is gone by the time the code is right: Auth0’s error page.',
    group: 'What goes wrong',
    ...sms,
    hosted: { internalOptions: { state: 'lost' } },
    steps: ['ask-by-phone', 'enter-right-code'],
    ends: 'elsewhere',
  },
  {
    name: 'slow-network',
    title: 'Slow network',
    about: 'Every answer takes three seconds; what the visitor sees meanwhile.',
    group: 'What goes wrong',
    faults: everything,
    ends: 'busy',
  },
  {
    name: 'client-settings-failing',
    title: 'Client settings fail',
    about: 'client/<id>.js answers 500.',
    group: 'What goes wrong',
    faults: [{ path: '/client/*', answer: { status: 500 } }],
    ends: 'failure',
  },
  {
    name: 'client-settings-hanging',
    title: 'Client settings hang',
    about: 'client/<id>.js never answers: the page waits nine seconds, and then says so.',
    group: 'What goes wrong',
    faults: [{ path: '/client/*', answer: 'hang' }],
    ends: 'failure',
  },
  {
    name: 'geolocation-hanging',
    title: 'Geolocation hangs',
    about:
      'Without defaultCountry the page asks where the visitor is; here the answer never comes, and nobody waits for it.',
    group: 'What goes wrong',
    ...sms,
    faults: [{ path: '/user/geoloc/country', answer: 'hang' }],
  },
  {
    name: 'challenge-failing',
    title: 'Challenge fails',
    about: '/passwordless/challenge answers 500: nobody knows whether a captcha is wanted.',
    group: 'What goes wrong',
    ...sms,
    faults: [{ path: '/passwordless/challenge', answer: { status: 500, body: {} } }],
  },
];

/** The scenarios of the gallery, in its order. */
export const namedScenarios: readonly NamedScenario[] = [...offered, ...looks, ...asks, ...wrong];
