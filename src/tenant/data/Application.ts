/** An application ("client") as the Management API shows it; fields that are not named here are kept too. */
export interface Application {
  client_id: string;
  client_secret: string;
  name: string;
  /** The one that holds the tenant's own page; every tenant has exactly one. */
  global: boolean;
  app_type: 'spa' | 'regular_web' | 'native' | 'non_interactive';
  is_first_party: boolean;
  oidc_conformant: boolean;
  token_endpoint_auth_method: 'none' | 'client_secret_post' | 'client_secret_basic';
  grant_types: string[];
  /** Where a login may lead back to. */
  callbacks: string[];
  allowed_logout_urls: string[];
  /** Origins from which the passwordless endpoints may be called. */
  allowed_origins: string[];
  /** Origins from which a token may be asked for, `web_message` included. */
  web_origins: string[];
  /** How refresh tokens live. Default: they are not rotated. */
  refresh_token?: {
    rotation_type?: 'rotating' | 'non-rotating';
    /** Seconds that a token works on after it was rotated. Default: 0. */
    leeway?: number;
    expiration_type?: 'expiring' | 'non-expiring';
    /** Seconds that a token lives that expires. Default: 30 days. */
    token_lifetime?: number;
    [field: string]: unknown;
  } | null;
  jwt_configuration?: {
    /** Seconds that an ID token lives. Default: 36,000. */
    lifetime_in_seconds?: number;
    [field: string]: unknown;
  } | null;
  /** Whether a login names an organization: never, if it likes, always. Default here: if it likes. */
  organization_usage?: 'deny' | 'allow' | 'require' | null;
  logo_uri?: string;
  custom_login_page?: string;
  custom_login_page_on: boolean;
  [field: string]: unknown;
}

/** An application with what is not given filled in, as Auth0 does when it creates one. */
export function application(
  given: Partial<Application> & Pick<Application, 'client_id' | 'name'>,
): Application {
  return {
    client_secret: `secret-of-${given.client_id}`,
    global: false,
    app_type: 'spa',
    is_first_party: true,
    oidc_conformant: true,
    token_endpoint_auth_method: 'none',
    grant_types: ['authorization_code', 'implicit', 'refresh_token'],
    callbacks: [],
    allowed_logout_urls: [],
    allowed_origins: [],
    web_origins: [],
    custom_login_page_on: true,
    ...given,
  };
}
