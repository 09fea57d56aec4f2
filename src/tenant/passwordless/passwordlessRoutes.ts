import Router from '@koa/router';
import type { TenantContext, TenantState } from '../http/TenantContext.ts';
import type { Parts } from '../Parts.ts';
import { crossOriginEntry, isOriginAllowed } from './crossOriginEntry.ts';
import { composeMessage, magicLink } from './message.ts';
import { type Problem, problem } from './Problem.ts';
import { startRequest } from './startRequest.ts';
import { logIn, tryCode } from './tryCode.ts';
import { verifyRedirect } from './verifyRedirect.ts';

const NEVER_ARRIVES =
  'Auth0 and the provider have accepted it, and it never arrives: a carrier, a filter or a wrong number. The page has heard of nothing.';

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
    const { totp, disable_signup: noSignUp } = connection.options;
    const canSignUp = noSignUp !== true && scenarios.scenarioOf(clientId).signUp !== false;
    if (!canSignUp && data.users.find(connection.name, identifier) === undefined) {
      return answer(ctx, problem(400, 'bad.connection', 'Public signup is disabled'));
    }
    const code = codes.issue(connection.name, identifier, {
      length: totp?.length ?? 6,
      seconds: totp?.time_step ?? limits.codeSeconds,
    });
    const language = ctx.get('x-request-language') || ctx.get('accept-language');
    const application = data.applications.get(clientId)?.name ?? clientId;
    const link = send === 'link' ? magicLink(origin, request, code) : null;
    const scenario = scenarios.scenarioOf(clientId);
    const composed = composeMessage(request, data, { code, link, language });
    const scanned = link !== null && scenario.mailScanner === true;
    const { number } = outbox.send({
      channel: strategy,
      connection: connection.name,
      to: identifier,
      sentAt: clock.now(),
      clientId,
      application,
      language,
      code,
      link,
      ...composed,
      scanned,
      ...(scenario.undelivered === true && { undelivered: NEVER_ARRIVES }),
    });
    if (scanned) codes.use(connection.name, identifier);
    const _id = number.toString(16).padStart(24, '0');
    ctx.body =
      strategy === 'sms'
        ? {
            _id,
            phone_number: identifier,
            phone_verified: false,
            request_language: language,
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

  router.get('/passwordless/verify_redirect', verifyRedirect(parts));

  router.post('/co/authenticate', (ctx) => {
    const from = ctx.get('origin');
    if (!isOriginAllowed(parts, ctx.state.body['client_id'], from)) {
      ctx.status = 403;
      ctx.body = `Origin ${from} is not allowed.`;
      return;
    }
    const entry = crossOriginEntry(parts, ctx.state.body);
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
