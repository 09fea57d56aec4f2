import type Provider from 'oidc-provider';
import type { KoaContextWithOIDC } from 'oidc-provider';
import type { Parts } from '../Parts.ts';
import { isTokenAlone } from './tokenAlone.ts';
import { type GrantError, tokenError } from './tokenError.ts';

/** Changes those answers of oidc-provider that Auth0 gives differently. */
export function answerAsAuth0(
  provider: Provider,
  { key, pushed, stores }: Pick<Parts, 'key' | 'pushed' | 'stores'>,
): void {
  provider.on('pushed_authorization_request.success', (ctx) => {
    const { request_uri } = ctx.body as { request_uri: string };
    pushed.keep(request_uri, ctx.oidc.client?.clientId ?? '', ctx.oidc.body ?? {});
  });
  provider.on('grant.error', (ctx, error) => {
    const params = ctx.oidc?.body ?? {};
    const { redirectUri } = stores.peek('AuthorizationCode', String(params['code'])) ?? {};
    const { status, body } = tokenError(error as GrantError, params, redirectUri);
    ctx.status = status;
    ctx.body = body;
  });
  // The types leave the second argument out.
  provider.on(
    'authorization.success',
    ({ oidc }: KoaContextWithOIDC, ...[out]: Record<string, unknown>[]) => {
      if (isTokenAlone(oidc.params)) delete out?.['id_token'];
    },
  );
  provider.on('userinfo.error', (ctx, { error }) => {
    if (error !== 'invalid_token' && error !== 'invalid_request') return;
    ctx.status = 401;
    ctx.body = 'Unauthorized';
  });
  provider.use(async (ctx, next) => {
    await next();
    // With the certificate, which oidc-provider would show in part.
    if (ctx.path === '/.well-known/jwks.json' && ctx.status === 200) ctx.body = { keys: [key.published] };
    // A refusal that a script or a form hands over is a page like any other; oidc-provider gives it the error's status.
    const isHandedOver = ['web_message', 'form_post'].includes(
      String(ctx['oidc']?.params?.['response_mode']),
    );
    if (isHandedOver && ctx.path.startsWith('/authorize') && !ctx.response.get('location')) ctx.status = 200;
    // Nothing, of no type: oidc-client-ts takes no other text than JSON.
    if (ctx.path === '/oauth/revoke' && ctx.body === '') ctx.remove('content-type');
  });
}
