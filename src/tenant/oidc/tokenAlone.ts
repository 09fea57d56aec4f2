/** Marks the requests that did not ask for an ID token; no application sends it. */
const NONCE = 'local-tenant-token-alone';

/**
 * Auth0 takes `response_type=token`, which oidc-provider does not: such a request asks it for an ID token as well,
 * which is left out of the answer again.
 */
export function askForTokenAlone(query: URLSearchParams): void {
  if (query.get('response_type') !== 'token') return;
  query.set('response_type', 'id_token token');
  query.set('nonce', NONCE);
  query.set('scope', [...new Set(['openid', ...(query.get('scope') ?? '').split(' ')])].join(' '));
}

export const isTokenAlone = (params: Readonly<Record<string, unknown>> | undefined): boolean =>
  params?.['nonce'] === NONCE;
