import { originAllowed } from '../data/origins.ts';
import type { Parts } from '../Parts.ts';
import { type Problem, problem } from './Problem.ts';
import { type Entry, tryCode } from './tryCode.ts';

/** The one kind of credential that a passwordless login has here. */
const OTP = 'http://auth0.com/oauth/grant-type/passwordless/otp';
const FIELDS = ['client_id', 'credential_type', 'username', 'otp', 'realm'] as const;

/**
 * Tries the code of a request to `/co/authenticate`, which Lock makes where the page is on another host
 * than the tenant's. The errors are those of Auth0's table.
 *
 * @returns whom the code is for, or the answer that refuses the request
 * @see auth0/docs-v2, `main/docs/get-started/applications/set-up-cors.mdx`
 */
export function crossOriginEntry(
  parts: Pick<Parts, 'data' | 'codes'>,
  body: Readonly<Record<string, unknown>>,
): Entry | Problem {
  const { client_id, credential_type, username, otp, realm } = body;
  const isComplete = FIELDS.every((field) => typeof body[field] === 'string');
  if (!isComplete || Object.keys(body).length !== FIELDS.length) {
    return problem(
      400,
      'invalid_request',
      `Invalid request body. All and only of ${FIELDS.join(', ')} are required.`,
    );
  }
  if (credential_type !== OTP) {
    return problem(400, 'unsupported_credential_type', 'Unknown credential type parameter.');
  }
  if (!parts.data.applications.has(String(client_id))) {
    return problem(401, 'unauthorized_client', 'Cross origin login not allowed.');
  }
  const connection = parts.data.connectionNamed(String(realm));
  if (connection === undefined) return problem(400, 'invalid_request', `Unknown realm ${realm}.`);
  const field = connection.strategy === 'sms' ? 'phone_number' : 'email';
  const entry = tryCode(parts, { connection: realm, verification_code: otp, [field]: username });
  if (!('status' in entry)) return entry;
  const { error, error_description: description } = entry.body;
  if (error === 'invalid_user_password') return problem(403, 'access_denied', description);
  if (error === 'unauthorized') return problem(403, 'blocked_user', 'Blocked user');
  return entry;
}

/** Whether an application lets scripts of that origin log in; a request without one is no script's. */
export function isOriginAllowed(
  { data, origin }: Pick<Parts, 'data' | 'origin'>,
  clientId: unknown,
  from: string,
): boolean {
  if (from === '' || from === origin) return true;
  const application = data.applications.get(String(clientId));
  return application !== undefined && originAllowed(application, from);
}
