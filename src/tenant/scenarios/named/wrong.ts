import type { Fault } from '../../http/Fault.ts';
import type { NamedScenario, Step } from '../NamedScenario.ts';
import { email, sms } from './asked.ts';

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

export const wrong: readonly NamedScenario[] = [
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
