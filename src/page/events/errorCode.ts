import { isRecord } from '../isRecord.ts';
import { ownValue } from '../ownValue.ts';
import type { ErrorCode } from './LoginPageEvents.ts';

/** What Auth0 has answered to a request. */
export interface Answer {
  /** HTTP; 0 when nothing came. */
  status: number;
  /** Its `Content-Type`, or `''`. */
  type: string;
  /** As it came. */
  text: string;
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
  sms_provider_error: true,
  too_many_attempts: true,
  too_many_requests: true,
  unauthorized: true,
};
/** Twilio's for a number that is none; Lock says of it what it says of `bad.phone_number`. */
const NO_NUMBER = '(Code: 21211)';

/**
 * The code of an answer, `null` when it is a success, read as auth0-js and Lock read it (auth0-js 10.2.1,
 * `src/helper/response-handler.js`; auth0-lock 14.3.0, `src/core/web_api/helper.js`), so that an event names
 * what the visitor is told. Only codes that are known come out: a text of Auth0's may repeat the address.
 *
 * @param isOwnHost - whether the page is on the tenant's own host; elsewhere `access_denied` is a wrong code
 */
export function errorCode({ status, type, text }: Answer, isOwnHost: boolean): ErrorCode | null {
  if (status === 0) return 'no_answer';
  const body = parse(text);
  const isUnreadable = body === undefined && text !== '' && /[/+]json\b/i.test(type);
  if (status >= 200 && status < 300) return isUnreadable ? 'unknown' : null;
  const { code, description } = read(body);
  if (code === 'unauthorized') {
    if (description === 'user is blocked') return 'blocked_user';
    return description === '' || description === 'access_denied' ? code : 'rule_error';
  }
  if (code === 'access_denied' && !isOwnHost) return 'invalid_user_password';
  if (code === 'sms_provider_error' && description.includes(NO_NUMBER)) return 'bad.phone_number';
  if (ownValue(KNOWN, code) === true) return code as ErrorCode;
  if (status === 429) return 'too_many_requests';
  return status >= 500 ? 'server_error' : 'unknown';
}

function read(body: unknown): { code: string; description: string } {
  const answer = isRecord(body) ? body : {};
  const error = isRecord(answer['err']) ? answer['err'] : answer;
  return {
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
