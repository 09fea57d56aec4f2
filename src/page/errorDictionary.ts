import type { ErrorWord, Words } from './PageData.ts';

/**
 * Which word is said for which error. Lock looks `error.passwordless` of its dictionary up by the code of
 * Auth0's answer, or by its HTTP status when it has none (auth0-lock 14.3.0,
 * `src/connection/passwordless/actions.js`, `src/core/web_api/helper.js`); for most of them it has no text. Lock
 * from the CDN finds none for a status, and takes `access_denied` for a wrong code: the build mends the other.
 * Codes are those of Auth0's error messages for passwordless connections, and of Lock's own helpers.
 */
const WORDS: Readonly<Record<ErrorWord, readonly string[]>> = {
  wrongCode: ['invalid_user_password', 'lock.invalid_code'],
  tooManyTries: ['too_many_attempts'],
  tooManyRequests: ['too_many_requests', '429'],
  blocked: ['blocked_user'],
  denied: ['access_denied', 'unauthorized', 'lock.unauthorized', 'rule_error', '401', '403'],
  badPhone: ['bad.phone_number'],
  badEmail: ['bad.email'],
  notSent: ['sms_provider_error'],
  unavailable: ['bad.connection', 'bad.tenant', 'bad.client_id', 'bad.request', 'bad.authParams'],
  server: ['server_error', 'generic_error', '404', '500', '502', '503', '504'],
  fallback: ['lock.fallback', 'lock.network'],
};

/** The page's words for errors, as Lock's dictionary has them: by Auth0's code. */
export function errorDictionary(words: Words['error']): Record<string, string> {
  const entries = Object.entries(WORDS) as [ErrorWord, readonly string[]][];
  return Object.fromEntries(entries.flatMap(([word, codes]) => codes.map((code) => [code, words[word]])));
}
