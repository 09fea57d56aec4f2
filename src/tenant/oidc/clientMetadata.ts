import type { AdapterPayload, ResponseType } from 'oidc-provider';
import type { Application } from '../data/Application.ts';
import { OTP_GRANT } from './otpGrant.ts';

/** Grants that oidc-provider knows under Auth0's names. */
const GRANTS = ['authorization_code', 'implicit', 'refresh_token', 'client_credentials', OTP_GRANT];
const CODE: ResponseType[] = ['code', 'none'];
const IMPLICIT: ResponseType[] = ['id_token', 'id_token token'];
const HYBRID: ResponseType[] = ['code id_token', 'code token', 'code id_token token'];

/** Never compared with anything: `redirectUriAllowed` looks at the application itself. */
const UNUSED_REDIRECT_URI = 'https://callback.invalid/';

/** An application as OpenID Connect's registration describes it. */
export function clientMetadata(application: Application): AdapterPayload {
  const { client_id, client_secret, name, app_type } = application;
  const isPublic = app_type === 'spa' || app_type === 'native';
  const { token_endpoint_auth_method = isPublic ? 'none' : 'client_secret_post' } = application;
  const grants = (application.grant_types ?? []).filter((grant) => GRANTS.includes(grant));
  const responses = [
    ...(grants.includes('authorization_code') ? CODE : []),
    ...(grants.includes('implicit') ? IMPLICIT : []),
    ...(grants.includes('authorization_code') && grants.includes('implicit') ? HYBRID : []),
  ];
  return {
    client_id,
    ...(token_endpoint_auth_method !== 'none' && { client_secret }),
    client_name: name,
    token_endpoint_auth_method,
    grant_types: grants,
    response_types: responses,
    redirect_uris: responses.length === 0 ? [] : [UNUSED_REDIRECT_URI],
    id_token_signed_response_alg: 'RS256',
  };
}
