import type { StartRequest } from './startRequest.ts';

const DEFAULT_TEMPLATE = 'Your verification code is: @@password@@';

/** What the person reads. `@@password@@` is Auth0's own placeholder in these templates. */
export function messageText(
  { connection, strategy }: StartRequest,
  code: string,
  link: string | null,
): string {
  if (link !== null) return `Click this link to log in: ${link}`;
  const { template } = connection.options;
  const text = strategy === 'sms' && typeof template === 'string' ? template : DEFAULT_TEMPLATE;
  return text.split('@@password@@').join(code);
}

/**
 * The link of an email, as Auth0 makes it: the address that a login page goes to with a code, with the
 * parameters of the login transaction.
 */
export function magicLink(
  origin: string,
  { clientId, connection, identifier, authParams }: StartRequest,
  code: string,
): string {
  const query = new URLSearchParams({
    ...authParams,
    verification_code: code,
    connection: connection.name,
    client_id: clientId,
    email: identifier,
  });
  return `${origin}/passwordless/verify_redirect?${query}`;
}
