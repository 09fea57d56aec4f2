import type { TenantContext } from '../http/TenantContext.ts';
import { csrfCookie } from '../login/csrfCookie.ts';
import { errorPage } from '../login/errorPage.ts';
import { finishLogin } from '../login/finishLogin.ts';
import type { Parts } from '../Parts.ts';
import { logIn, tryCode } from './tryCode.ts';

/** Auth0's words for a link that is opened where its login was not begun (community.auth0.com/t/109529). */
const ANOTHER_BROWSER =
  'The link must be opened on the same device and browser from which you submitted your email address. Start over from this device or browser.';

/**
 * `GET /passwordless/verify_redirect`: where a login page goes with a code that is right, and what a link in
 * an email is. Uses the code up, and leads back into the authorization. A code that is not right leads back
 * too, with an error; only a login that is not there ends on a page.
 */
export function verifyRedirect(parts: Parts) {
  const { data, origin, tickets, transactions } = parts;
  return async (ctx: TenantContext): Promise<void> => {
    const query = texts(ctx.query);
    const refuse = (description: string, error = 'invalid_request', status = 400) => {
      ctx.status = status;
      ctx.body = errorPage(error, description);
    };
    const transaction = transactions.find(query['state']);
    const isLinkAlone = query['state'] === undefined && data.applications.has(query['client_id'] ?? '');
    if (transaction === undefined && !isLinkAlone) return refuse('Invalid state');
    // Before the code is tried: a link that is opened in another browser stays good for the right one.
    if (transaction !== undefined && !csrfCookie.matches(ctx, query['_csrf'])) {
      return refuse(query['email'] === undefined ? 'Invalid state' : ANOTHER_BROWSER);
    }
    const entry = tryCode(parts, query);
    if ('status' in entry) {
      const { error, error_description: description } = entry.body;
      if (transaction === undefined || entry.status === 400) return refuse(description, error, entry.status);
      return finishLogin(parts, ctx, transaction, { error: 'unauthorized', error_description: description });
    }
    const user = logIn(parts, entry);
    if (transaction !== undefined) {
      return finishLogin(parts, ctx, transaction, { login: { accountId: user.user_id } });
    }
    // A link that was asked for outside of any transaction begins one, and has just proved who it is.
    const clientId = query['client_id'] ?? '';
    const { verification_code: _code, email: _email, connection: _connection, ...rest } = query;
    const address = new URLSearchParams({ ...rest, login_ticket: tickets.issue(user.user_id, clientId) });
    ctx.redirect(`${origin}/authorize?${address}`);
  };
}

/** The first of each parameter; a repeated one is somebody's mistake or attack. */
function texts(query: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    (Array.isArray(value) ? value[0] : value) ?? '',
  ]);
  return Object.fromEntries(entries);
}
