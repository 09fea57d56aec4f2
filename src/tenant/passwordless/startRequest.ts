import { type Connection, isPasswordless, type PasswordlessStrategy } from '../data/Connection.ts';
import type { TenantData } from '../data/TenantData.ts';
import { type Problem, problem } from './Problem.ts';

/** What somebody asks to be sent. */
export interface StartRequest {
  clientId: string;
  connection: Connection;
  strategy: PasswordlessStrategy;
  /** The phone number or address. */
  identifier: string;
  send: 'code' | 'link';
  /** Of the login transaction; go into a link. */
  authParams: Readonly<Record<string, string>>;
}

/** Auth0's own rule. */
const PHONE = '^\\+[0-9]{1,15}$';
const EMAIL = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/;
const LONGEST_EMAIL = 254;

/** Everything that `/passwordless/start` takes; Auth0 refuses a request with anything else. */
const KNOWN = [
  'client_id',
  'client_secret',
  'connection',
  'phone_number',
  'email',
  'send',
  'authParams',
].concat([
  'auth_params',
  'captcha',
  'auth0Client',
  'lang',
  'state',
  'client_assertion',
  'client_assertion_type',
]);

/**
 * Reads the body of `/passwordless/start`.
 *
 * @returns the request, or the answer that refuses it
 */
export function startRequest(
  body: Readonly<Record<string, unknown>>,
  data: TenantData,
): StartRequest | Problem {
  const unknown = Object.keys(body).filter((name) => !KNOWN.includes(name));
  if (unknown.length > 0) {
    return bad('request', `the following properties are not allowed: ${unknown.join(', ')}`);
  }
  const { client_id: clientId, connection: name, send, captcha } = body;
  if (typeof clientId !== 'string' || clientId === '')
    return bad('client_id', 'Missing required property: client_id');
  if (!data.applications.has(clientId)) return bad('client_id', `Unknown client: ${clientId}`);
  if (typeof name !== 'string' || name === '')
    return bad('connection', 'Missing required property: connection');
  const connection = data.connectionNamed(name);
  if (connection === undefined) return bad('connection', 'Connection does not exist');
  if (!isPasswordless(connection.strategy)) {
    return bad('connection', 'Invalid connection strategy. It must either be a passwordless connection');
  }
  if (!connection.enabled_clients.includes(clientId)) return bad('connection', 'Connection is disabled');
  const authParams = body['authParams'] ?? body['auth_params'] ?? {};
  if (typeof authParams !== 'object' || Array.isArray(authParams)) {
    return bad('authParams', `error in authParams - invalid type: ${typeof authParams} (expected object)`);
  }
  if (captcha !== undefined && typeof captcha !== 'string') return bad('request', 'captcha must be a string');
  const identifier = identifierOf(body, connection.strategy);
  if (typeof identifier !== 'string') return identifier;
  if (send !== undefined && send !== 'code' && send !== 'link') {
    return bad('request', 'send must be "code" or "link"');
  }
  return {
    clientId,
    connection,
    strategy: connection.strategy,
    identifier,
    // A phone gets a code; an email, where nothing is said, a link.
    send: connection.strategy === 'sms' ? 'code' : (send ?? 'link'),
    authParams: texts(authParams),
  };
}

/**
 * The phone number or address of a request.
 *
 * @returns it, or the answer that refuses the request
 */
export function identifierOf(
  body: Readonly<Record<string, unknown>>,
  strategy: PasswordlessStrategy,
): string | Problem {
  if (strategy === 'sms') {
    const { phone_number: number } = body;
    if (number === undefined || number === '')
      return bad('phone_number', 'Missing required property: phone_number');
    if (typeof number !== 'string') return bad('phone_number', 'Expected type string');
    return new RegExp(PHONE).test(number)
      ? number
      : bad('phone_number', `String does not match pattern: ${PHONE}`);
  }
  const { email } = body;
  if (email === undefined || email === '') return bad('email', 'Missing required property: email');
  if (typeof email !== 'string') return bad('email', 'Expected type string');
  const isEmail = EMAIL.test(email) && email.length <= LONGEST_EMAIL;
  return isEmail ? email : bad('email', `email "${email.slice(0, LONGEST_EMAIL)}" is not valid`);
}

const bad = (what: string, description: string): Problem => problem(400, `bad.${what}`, description);

/** The texts of an object; what is no text could not stand in a link. */
function texts(value: object): Record<string, string> {
  const entries = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return Object.fromEntries(entries);
}
