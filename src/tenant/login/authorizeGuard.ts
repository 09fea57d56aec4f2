import type { Next } from 'koa';
import type { TenantContext } from '../http/TenantContext.ts';
import { keepAuthorizeQuery } from '../oidc/authorizeQuery.ts';
import { askForTokenAlone } from '../oidc/tokenAlone.ts';
import { urlAllowed } from '../oidc/urlAllowed.ts';
import type { Parts } from '../Parts.ts';
import { errorPage } from './errorPage.ts';
import type { Transactions } from './Transactions.ts';

/** What `prompt` may be; Auth0 does not mind anything else. */
const PROMPTS = ['none', 'login', 'consent'];

/** What an application gets that asks for no scope. */
const DEFAULT_SCOPE = 'openid profile email';
const NO_REQUEST = 'The request_uri is invalid, has expired, or was already used.';

/**
 * What Auth0 does at `/authorize` before OpenID Connect begins: it refuses whom it does not know on a page
 * of its own, and takes requests that are not quite by the book.
 */
export function authorizeGuard(parts: Pick<Parts, 'data' | 'transactions' | 'pushed'>) {
  const { data, transactions, pushed } = parts;
  return async (ctx: TenantContext, next: Next): Promise<void> => {
    // On the way back everything is known; with a query, oidc-provider 8's error handler fails.
    if (ctx.path.startsWith('/authorize/')) ctx.req.url = ctx.path;
    if (ctx.path !== '/authorize' || ctx.method !== 'GET') return next();
    let query = continued(new URLSearchParams(ctx.querystring), transactions);
    const refuse = (status: number, error: string, description: string) => {
      ctx.status = status;
      ctx.body = errorPage(error, description);
    };
    const clientId = query.get('client_id') ?? '';
    const application = data.applications.get(clientId);
    if (clientId === '') return refuse(400, 'invalid_request', 'Missing required parameter: client_id');
    if (application === undefined) return refuse(400, 'invalid_request', `Unknown client: ${clientId}`);
    const requestUri = query.get('request_uri');
    if (requestUri !== null) {
      const params = pushed.take(requestUri, clientId);
      if (params === null) return refuse(400, 'invalid_request_uri', NO_REQUEST);
      query = new URLSearchParams(params);
    }
    // Of a name that comes more than once the first counts: oidc-provider would refuse the request.
    for (const name of new Set(query.keys())) query.set(name, query.get(name) ?? '');
    const callbacks = application.callbacks ?? [];
    const [first] = callbacks;
    if (query.get('redirect_uri') === null && first !== undefined) query.set('redirect_uri', first);
    if (!urlAllowed(query.get('redirect_uri') ?? '', callbacks)) {
      return refuse(
        403,
        'unauthorized_client',
        'Callback URL mismatch. The provided redirect_uri is not in the list of allowed callback URLs.',
      );
    }
    if ((query.get('scope') ?? '') === '') query.set('scope', DEFAULT_SCOPE);
    keepAuthorizeQuery(ctx.req, Object.fromEntries(query));
    askForTokenAlone(query);
    const prompts = (query.get('prompt') ?? '').split(' ').filter((prompt) => PROMPTS.includes(prompt));
    // OpenID Connect gives no refresh token without consent, which Auth0 takes for granted.
    const isOffline = (query.get('scope') ?? '').split(' ').includes('offline_access');
    if (isOffline && !prompts.includes('none') && !prompts.includes('consent')) prompts.push('consent');
    if (prompts.length > 0) query.set('prompt', prompts.join(' '));
    else query.delete('prompt');
    ctx.req.url = `/authorize?${query}`;
    await next();
  };
}

/**
 * A page that has been served for a transaction goes on with it by its state: to a social connection, or
 * with a login ticket. What the application asked for at first holds. The way back from a social connection
 * leads to the page again; a ticket ends the transaction.
 */
function continued(query: URLSearchParams, transactions: Transactions): URLSearchParams {
  const transaction = transactions.find(query.get('state'));
  if (transaction === undefined || transaction.clientId !== query.get('client_id')) return query;
  const original = new URLSearchParams({ ...transaction.params });
  for (const name of ['connection', 'login_ticket']) {
    const value = query.get(name);
    if (value !== null) original.set(name, value);
  }
  if (query.has('login_ticket')) transactions.end(transaction);
  return original;
}
