import Router from '@koa/router';
import type { TenantContext, TenantState } from '../http/TenantContext.ts';
import { csrfCookie } from '../login/csrfCookie.ts';
import { errorPage } from '../login/errorPage.ts';
import { finishLogin } from '../login/finishLogin.ts';
import type { Parts } from '../Parts.ts';
import { crossOriginEntry } from './crossOriginEntry.ts';
import { magicLink, messageText } from './message.ts';
import { type Problem, problem } from './Problem.ts';
import { startRequest } from './startRequest.ts';
import { logIn, tryCode } from './tryCode.ts';

/** `/passwordless/…` and `/co/authenticate`: what Lock and auth0.js call, and what an email's link opens. */
export function passwordlessRoutes(parts: Parts): Router<TenantState> {
  const router = new Router<TenantState>();
  const { captchas, clock, codes, data, limits, origin, outbox, scenarios, starts, tickets, transactions } =
    parts;

  const isCaptchaOn = (state: unknown): boolean => {
    const transaction = transactions.find(state);
    return scenarios.of(transaction?.clientId ?? null)?.scenario.captcha === true;
  };

  router.post(['/passwordless/challenge', '/usernamepassword/challenge'], (ctx) => {
    const { state } = ctx.state.body;
    const isOn = typeof state === 'string' && isCaptchaOn(state);
    // The classic engine's challenge is asked for too, by Lock; only the other one is ever answered.
    ctx.body = isOn && ctx.path.startsWith('/passwordless') ? captchas.issue(state) : { required: false };
  });

  router.post('/passwordless/start', (ctx) => {
    if (ctx.state.malformed) return answer(ctx, problem(400, 'bad.request', 'The body is not a JSON object'));
    const request = startRequest(ctx.state.body, data);
    if ('status' in request) return answer(ctx, request);
    const { clientId, connection, identifier, strategy, send, authParams } = request;
    const { state } = authParams;
    if (isCaptchaOn(state) && !captchas.solve(state ?? '', ctx.state.body['captcha'])) {
      return answer(ctx, problem(400, 'invalid_captcha', 'Invalid captcha value'));
    }
    if (!starts.take(ctx.ip)) {
      return answer(
        ctx,
        problem(429, 'too_many_requests', 'Too many requests from this address. Try again in some minutes.'),
      );
    }
    const { totp } = connection.options;
    const code = codes.issue(connection.name, identifier, {
      length: totp?.length ?? 6,
      seconds: totp?.time_step ?? limits.codeSeconds,
    });
    const link = send === 'link' ? magicLink(origin, request, code) : null;
    const { number } = outbox.send({
      channel: strategy,
      connection: connection.name,
      to: identifier,
      sentAt: clock.now(),
      clientId,
      application: data.applications.get(clientId)?.name ?? clientId,
      text: messageText(request, code, link),
      code,
      link,
    });
    const _id = number.toString(16).padStart(24, '0');
    ctx.body =
      strategy === 'sms'
        ? {
            _id,
            phone_number: identifier,
            phone_verified: false,
            request_language: ctx.get('accept-language'),
          }
        : { _id, email: identifier, email_verified: false };
  });

  router.post('/passwordless/verify', (ctx) => {
    const entry = ctx.state.malformed
      ? problem(400, 'bad.request', 'The body is not a JSON object')
      : tryCode(parts, ctx.state.body);
    if ('status' in entry) return answer(ctx, entry);
    ctx.body = {};
  });

  router.get('/passwordless/verify_redirect', async (ctx) => {
    const query = texts(ctx.query);
    const refuse = (status: number, error: string, description: string) => {
      ctx.status = status;
      ctx.body = errorPage(error, description);
    };
    const transaction = transactions.find(query['state']);
    const isLinkAlone = query['state'] === undefined && data.applications.has(query['client_id'] ?? '');
    if (transaction === undefined && !isLinkAlone) return refuse(400, 'invalid_request', 'Invalid state');
    // Before the code is tried: a link that is opened in another browser stays good for the right one.
    if (transaction !== undefined && !csrfCookie.matches(ctx, query['_csrf'])) {
      return refuse(
        400,
        'invalid_request',
        'Invalid state. A link must be opened in the browser in which it was asked for.',
      );
    }
    const entry = tryCode(parts, query);
    if ('status' in entry) {
      const isLink = query['client_id'] !== undefined && query['email'] !== undefined;
      const { error, error_description: description } = entry.body;
      return refuse(
        entry.status,
        error,
        isLink && error === 'invalid_user_password'
          ? `${description} The link has expired or was used.`
          : description,
      );
    }
    const user = logIn(parts, entry);
    if (transaction !== undefined) return finishLogin(parts, ctx, transaction, user.user_id);
    // A link that was asked for outside of any transaction begins one, and has just proved who it is.
    const clientId = query['client_id'] ?? '';
    const { verification_code: _code, email: _email, connection: _connection, ...rest } = query;
    const address = new URLSearchParams({ ...rest, login_ticket: tickets.issue(user.user_id, clientId) });
    ctx.redirect(`${origin}/authorize?${address}`);
  });

  router.post('/co/authenticate', (ctx) => {
    const entry = crossOriginEntry(parts, ctx.state.body, ctx.get('origin'));
    if ('status' in entry) return answer(ctx, entry);
    const user = logIn(parts, entry);
    const ticket = tickets.issue(user.user_id, String(ctx.state.body['client_id']));
    ctx.body = { login_ticket: ticket, co_verifier: ticket.slice(0, 16), co_id: ticket.slice(-12) };
  });

  return router;
}

function answer(ctx: TenantContext, { status, body }: Problem): void {
  ctx.status = status;
  ctx.body = body;
}

/** The first of each parameter; a repeated one is somebody's mistake or attack. */
function texts(query: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const entries = Object.entries(query).map(([name, value]): [string, string] => [
    name,
    (Array.isArray(value) ? value[0] : value) ?? '',
  ]);
  return Object.fromEntries(entries);
}
