import { isPasswordless } from '../data/Connection.ts';
import type { User } from '../data/Users.ts';
import type { Parts } from '../Parts.ts';
import { type Problem, problem } from './Problem.ts';
import { identifierOf } from './startRequest.ts';

/** Whom a code is for, where it is right. */
export interface Entry {
  connection: string;
  identifier: string;
}

/**
 * Tries the code of a request, and counts a wrong try. The code stays good: it is the login that uses it.
 *
 * @param fields - `connection`, `verification_code`, `phone_number` or `email`
 * @returns whom the code is for, or the answer that refuses the request
 */
export function tryCode(
  { data, codes }: Pick<Parts, 'data' | 'codes'>,
  fields: Readonly<Record<string, unknown>>,
): Entry | Problem {
  const { connection: name, verification_code: code } = fields;
  if (typeof name !== 'string')
    return problem(400, 'bad.connection', 'Missing required property: connection');
  const connection = data.connectionNamed(name);
  if (connection === undefined || !isPasswordless(connection.strategy)) {
    return problem(400, 'bad.connection', 'Connection does not exist');
  }
  if (typeof code !== 'string' || code === '') {
    return problem(400, 'bad.verification_code', 'Missing required property: verification_code');
  }
  const identifier = identifierOf(fields, connection.strategy);
  if (typeof identifier !== 'string') return identifier;
  const verdict = codes.try(name, identifier, code);
  if (verdict === 'used-up') {
    return problem(
      429,
      'too_many_attempts',
      "You've reached the maximum number of attempts. Please try to login again.",
    );
  }
  if (verdict === 'expired') {
    const description = 'The verification code has expired. Please try to login again.';
    return problem(401, 'invalid_user_password', description);
  }
  if (verdict === 'wrong') {
    const what = connection.strategy === 'sms' ? 'phone number' : 'email';
    return problem(401, 'invalid_user_password', `Wrong ${what} or verification code.`);
  }
  if (data.users.find(name, identifier)?.blocked === true) {
    return problem(401, 'unauthorized', 'user is blocked');
  }
  if (connection.options.disable_signup === true && data.users.find(name, identifier) === undefined) {
    return problem(403, 'access_denied', 'Public signup is disabled');
  }
  return { connection: name, identifier };
}

/** Uses the code up and returns the user, who is made when they log in for the first time. */
export function logIn(
  { data, codes, clock }: Pick<Parts, 'data' | 'codes' | 'clock'>,
  { connection, identifier }: Entry,
): User {
  codes.use(connection, identifier);
  const user = data.users.ensure(connection, identifier, clock.now());
  user.updatedAt = clock.now();
  return user;
}
