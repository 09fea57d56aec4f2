import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { API_SCOPES } from '../oidc/apiScopes.ts';
import type { Parts } from '../Parts.ts';
import type { TenantContext } from './TenantContext.ts';

/** Paths where Auth0 takes JSON as well as a form. */
const TAKES_JSON = ['/oauth/token', '/oauth/revoke', '/oauth/par'];
const FORM = 'application/x-www-form-urlencoded';

/** Hands everything that is not the tenant's own to the authorization server underneath. */
export function toProvider({ provider }: Pick<Parts, 'provider'>) {
  const handle = provider.callback();
  return async (ctx: TenantContext): Promise<void> => {
    if (ctx.state.malformed && TAKES_JSON.includes(ctx.path)) {
      ctx.status = 400;
      ctx.body = { error: 'invalid_request', error_description: 'The body is not a JSON object.' };
      return;
    }
    // A response that Koa must not end, since the provider's own Koa does.
    ctx.respond = false;
    const finished = new Promise<void>((resolve) => ctx.res.once('close', () => resolve()));
    await handle(ctx.req.readable ? ctx.req : again(ctx), ctx.res);
    await finished;
  };
}

/** The request with its body to be read again; JSON, which Auth0 takes too, becomes a form. */
function again(ctx: TenantContext): IncomingMessage {
  const { req, state } = ctx;
  const form = TAKES_JSON.includes(ctx.path) ? Buffer.from(tokenForm(state.body)) : null;
  const body = form ?? state.raw;
  const { method, url, httpVersion, httpVersionMajor, socket } = req;
  const headers = {
    ...req.headers,
    ...(form !== null && { 'content-type': FORM }),
    'content-length': String(body.length),
  };
  const stream = Readable.from([body]);
  return Object.assign(stream, {
    headers,
    method,
    url,
    httpVersion,
    httpVersionMajor,
    socket,
    connection: socket,
  }) as unknown as IncomingMessage;
}

/** Auth0 gives a machine all that it may ask for, unless it asks for less. */
function tokenForm(body: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(body).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  const form = new URLSearchParams(fields);
  if (form.get('grant_type') === 'client_credentials' && !form.has('scope')) form.set('scope', API_SCOPES);
  return form.toString();
}
