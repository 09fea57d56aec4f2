/** What went wrong at `/oauth/token`, as oidc-provider says it. */
export interface GrantError {
  statusCode: number;
  error: string;
  error_description?: string | undefined;
  /** Not told to the client by oidc-provider itself. */
  error_detail?: string | undefined;
}

/** An answer of Auth0's. */
export interface TokenError {
  status: number;
  body: { error: string; error_description: string; error_uri?: string };
}

/** Where Auth0 sends a reader whose application may not use a grant. */
const GRANT_TYPES = 'https://auth0.com/docs/clients/client-grant-types';

/**
 * The answer that Auth0 gives to a request for tokens that is refused.
 *
 * @param params - of the request
 * @param expectedUri - the callback that the code was issued for, where it is known
 */
export function tokenError(
  { statusCode, error, error_description: description = '', error_detail: detail = '' }: GrantError,
  params: Readonly<Record<string, unknown>>,
  expectedUri?: string,
): TokenError {
  const grant = String(params['grant_type'] ?? '');
  const answer = (status: number, name: string, text: string) => ({
    status,
    body: { error: name, error_description: text },
  });
  if (detail === 'authorization code redirect_uri mismatch') {
    const text = `The redirect URI is wrong. You sent ${params['redirect_uri']}, and we expected ${expectedUri}`;
    return answer(403, 'unauthorized_client', text);
  }
  if (error === 'invalid_grant') return answer(403, error, grantProblem(grant, detail));
  if (error === 'invalid_client') return answer(401, 'access_denied', 'Unauthorized');
  if (error === 'unsupported_grant_type') return answer(403, error, `Unsupported grant type: ${grant}`);
  if (description === 'requested grant type is not allowed for this client') {
    const text = `Grant type '${grant}' not allowed for the client.`;
    return {
      status: 403,
      body: { error: 'unauthorized_client', error_description: text, error_uri: GRANT_TYPES },
    };
  }
  const missing = /^missing required parameters? '(\w+)/.exec(description)?.[1];
  // The code is looked up first.
  if (missing === 'redirect_uri' && expectedUri === undefined)
    return answer(403, 'invalid_grant', grantProblem(grant, detail));
  if (missing !== undefined) return answer(400, error, `Missing required parameter: ${missing}`);
  if (description === 'no client authentication mechanism provided') {
    return answer(401, 'access_denied', 'Unauthorized');
  }
  return answer(statusCode, error, description);
}

function grantProblem(grant: string, detail: string): string {
  if (grant === 'refresh_token') return 'Unknown or invalid refresh token.';
  if (/pkce|code_verifier/i.test(detail)) return 'Failed to verify code verifier';
  return 'Invalid authorization code';
}
