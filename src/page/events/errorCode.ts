import { isRecord } from '../isRecord.ts';
import { ownValue } from '../ownValue.ts';
import type { ErrorCode } from './LoginPageEvents.ts';

/** What has come back of a request to Auth0, by Auth0 or by something on the way. */
export interface Answer {
  /** HTTP; 0 when nothing came. */
  status: number;
  /** Its `Content-Type`, or `''`. */
  type: string;
  /** As it came. */
  text: string;
  /** What was asked for. */
  step?: 'send' | 'verify';
}

const KNOWN: Readonly<Record<Exclude<ErrorCode, 'no_answer' | 'unknown'>, true>> = {
  access_denied: true,
  'bad.authParams': true,
  'bad.client_id': true,
  'bad.connection': true,
  'bad.email': true,
  'bad.phone_number': true,
  'bad.request': true,
  'bad.tenant': true,
  'bad.verification_code': true,
  blocked_user: true,
  invalid_captcha: true,
  invalid_user_password: true,
  rule_error: true,
  server_error: true,
  signup_disabled: true,
  sms_not_mobile: true,
  sms_provider_error: true,
  sms_region: true,
  sms_unsubscribed: true,
  too_many_attempts: true,
  too_many_requests: true,
  unauthorized: true,
};

/** Other names for the same, from Auth0's error reference and auth0-js. */
const ALIASES: Readonly<Record<string, ErrorCode>> = {
  extensibility_error: 'server_error',
  internal_error: 'server_error',
  invalid_client: 'bad.client_id',
  invalid_grant: 'invalid_user_password',
  // At the limit of attack protection; which codes were tried says nothing there.
  too_many_logins: 'too_many_requests',
  requires_verification: 'invalid_captcha',
  temporarily_unavailable: 'server_error',
  unauthorized_client: 'bad.client_id',
};

/** Said of a wrong code, of a user and of a limit alike: the text tells which. */
const DENIED = ['access_denied', 'unauthorized'];

/**
 * What Twilio's codes say of the number; the others are of the account or of the moment.
 *
 * @see https://www.twilio.com/docs/api/errors
 */
const TWILIO: Readonly<Record<string, ErrorCode>> = {
  // Not a number.
  21211: 'bad.phone_number',
  21217: 'bad.phone_number',
  21401: 'bad.phone_number',
  21421: 'bad.phone_number',
  60200: 'bad.phone_number',
  // A landline.
  21614: 'sms_not_mobile',
  21635: 'sms_not_mobile',
  60205: 'sms_not_mobile',
  // Its owner has answered STOP.
  21610: 'sms_unsubscribed',
  // A country that the account does not send to.
  21408: 'sms_region',
  21612: 'sms_region',
  60410: 'sms_region',
  60605: 'sms_region',
  // Too many messages.
  14107: 'too_many_requests',
  20429: 'too_many_requests',
  21611: 'too_many_requests',
  60202: 'too_many_requests',
  60203: 'too_many_requests',
  60207: 'too_many_requests',
  60212: 'too_many_requests',
  63038: 'too_many_requests',
};

/**
 * The code of an answer, `null` when it is a success. Only codes that are known come out: a text of Auth0's may
 * repeat the address. Lock is shown the same code (`clarifyAnswer`), so that an event names what the visitor is told.
 *
 * @param isOwnHost - whether the page is on the tenant's own host; elsewhere `access_denied` is a wrong code
 */
export function errorCode({ status, type, text, step }: Answer, isOwnHost: boolean): ErrorCode | null {
  if (status === 0) return 'no_answer';
  const { body, code, description } = readAnswer(text);
  if (status >= 200 && status < 300) {
    // A proxy's login page, say. What Auth0 answers to a code that is right is not documented.
    const isForeign = step === 'send' ? body === null : isUnreadable(type, text);
    return isForeign ? 'no_answer' : null;
  }
  // A firewall's or a gateway's, which knows nothing of the visitor's access. A request that is called wrong has come through.
  if (code === '') return byStatus(status, status === 400 ? 'unknown' : 'no_answer');
  if (/\bsign[- ]?ups? (?:is|are) disabled/i.test(description)) return 'signup_disabled';
  if (DENIED.includes(code)) {
    if (status === 429) return 'too_many_requests';
    if (/^(?:(?:the|this|your) )?(?:user|account) is blocked\b/i.test(description)) return 'blocked_user';
    if (/\bverification code\b/i.test(description)) return 'invalid_user_password';
  }
  if (/\bmaximum number of attempts\b/i.test(description)) return 'too_many_attempts';
  if (code === 'unauthorized')
    return description === '' || description === 'access_denied' ? code : 'rule_error';
  if (code === 'access_denied' && !isOwnHost) return 'invalid_user_password';
  if (code === 'sms_provider_error')
    return ownValue(TWILIO, /\(code: (\d+)\)/i.exec(description)?.[1] ?? '') ?? code;
  if (code === 'invalid_request') return ofRequest(description);
  if (ownValue(KNOWN, code) === true) return code as ErrorCode;
  return ownValue(ALIASES, code) ?? byStatus(status, 'unknown');
}

/** Whether it says that it is JSON and is none, or is a page. */
const isUnreadable = (type: string, text: string): boolean =>
  (/[/+]json\b/i.test(type) && text !== '' && parse(text) === undefined) || /^\s*</.test(text);

function byStatus(status: number, other: ErrorCode): ErrorCode {
  if (status === 429) return 'too_many_requests';
  return status >= 500 || (status === 404 && other === 'no_answer') ? 'server_error' : other;
}

/** What `/passwordless/verify` says of the connection and of the application, in words only. */
function ofRequest(description: string): ErrorCode {
  if (/connection/i.test(description)) return 'bad.connection';
  return /client/i.test(description) ? 'bad.client_id' : 'bad.request';
}

/** An answer as auth0-js reads it (auth0-js 10.2.1, `src/helper/response-handler.js`); no code where it is not Auth0's. */
export function readAnswer(text: string): {
  body: Record<string, unknown> | null;
  code: string;
  description: string;
} {
  const parsed = parse(text);
  const body = isRecord(parsed) ? parsed : null;
  const error = body !== null && isRecord(body['err']) ? body['err'] : (body ?? {});
  return {
    body,
    code: firstText(error['code'], error['error'], error['error_code']),
    description: firstText(error['errorDescription'], error['error_description'], error['description']),
  };
}

const firstText = (...values: unknown[]): string =>
  values.find((it): it is string => typeof it === 'string') ?? '';

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
