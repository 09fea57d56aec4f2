import type { ErrorWord, Words } from './PageData.ts';

/**
 * Which word is said for which error. Lock looks `error.passwordless` of its dictionary up by the code of the
 * answer (auth0-lock 14.3.0, `src/connection/passwordless/actions.js`, `src/core/web_api/helper.js`), which
 * `clarifyAnswer` has made one of the events'; where there is no answer, it takes `lock.fallback`.
 */
const WORDS: Readonly<Record<ErrorWord, readonly string[]>> = {
  wrongCode: ['invalid_user_password', 'bad.verification_code', 'lock.invalid_code'],
  tooManyTries: ['too_many_attempts'],
  tooManyRequests: ['too_many_requests'],
  noAccount: ['signup_disabled'],
  blocked: ['blocked_user'],
  denied: ['access_denied', 'unauthorized', 'lock.unauthorized', 'rule_error'],
  badPhone: ['bad.phone_number'],
  badEmail: ['bad.email'],
  notMobile: ['sms_not_mobile'],
  unsubscribed: ['sms_unsubscribed'],
  region: ['sms_region'],
  notSent: ['sms_provider_error'],
  unavailable: ['bad.connection', 'bad.tenant', 'bad.client_id', 'bad.request', 'bad.authParams'],
  server: ['server_error', 'generic_error'],
  unknown: ['unknown'],
  fallback: ['no_answer', 'lock.fallback', 'lock.network'],
};

/** The page's words for errors, as Lock's dictionary has them: by Auth0's code. */
export function errorDictionary(words: Words['error']): Record<string, string> {
  const entries = Object.entries(WORDS) as [ErrorWord, readonly string[]][];
  return Object.fromEntries(entries.flatMap(([word, codes]) => codes.map((code) => [code, words[word]])));
}
