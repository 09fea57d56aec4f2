import { completed, type Fields, merged } from './merged.ts';

/**
 * An application ("client") as the Management API shows it; fields that are not named here are kept too. Auth0 leaves
 * out what was never set, and has `null` for some lists.
 */
export interface Application {
  client_id: string;
  client_secret: string;
  name: string;
  /** The one that holds the tenant's own page; every tenant has exactly one. */
  global: boolean;
  app_type?: AppType;
  is_first_party: boolean;
  oidc_conformant: boolean;
  /** Absent: `none` for a native or single-page application, else by the secret in the body. */
  token_endpoint_auth_method?: 'none' | 'client_secret_post' | 'client_secret_basic';
  /** Absent, which a PATCH with `null` leaves: no grant at all. */
  grant_types?: string[] | null;
  /** Where a login may lead back to. */
  callbacks?: string[] | null;
  allowed_logout_urls?: string[] | null;
  /** Origins from which the passwordless endpoints may be called. */
  allowed_origins?: string[] | null;
  /** Origins from which a token may be asked for, `web_message` included. */
  web_origins?: string[] | null;
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

/** Auth0's types of applications (`ClientAppTypeEnum` of the `auth0` package, 7.1.0). */
export const APP_TYPES = [
  ...(['native', 'spa', 'regular_web', 'non_interactive', 'resource_server'] as const),
  ...(['express_configuration', 'sso_integration', 'oag', 'rms', 'box', 'cloudbees', 'concur'] as const),
  ...(['dropbox', 'mscrm', 'echosign', 'egnyte', 'newrelic', 'office365', 'salesforce'] as const),
  ...(['sentry', 'sharepoint', 'slack', 'springcm', 'zendesk', 'zoom'] as const),
];
export type AppType = (typeof APP_TYPES)[number];

/** What an application has that says no more than its name, as recorded. */
const DEFAULTS = {
  global: false,
  is_first_party: true,
  is_token_endpoint_ip_header_trusted: false,
  oidc_conformant: false,
  sso_disabled: false,
  cross_origin_auth: false,
  cross_origin_authentication: false,
  callback_url_template: false,
  custom_login_page_on: true,
  jwt_configuration: { lifetime_in_seconds: 36_000, secret_encoded: false },
  grant_types: ['authorization_code', 'implicit', 'refresh_token', 'client_credentials'],
  refresh_token: {
    expiration_type: 'non-expiring',
    leeway: 0,
    infinite_token_lifetime: true,
    infinite_idle_token_lifetime: true,
    token_lifetime: 2_592_000,
    idle_token_lifetime: 1_296_000,
    rotation_type: 'non-rotating',
  },
};

/** What differs by the type of the application. */
const BY_TYPE: Partial<Record<AppType, Fields>> = {
  resource_server: {
    grant_types: [],
    oidc_conformant: true,
    jwt_configuration: { alg: 'RS256', secret_encoded: false },
  },
  express_configuration: {
    grant_types: ['authorization_code', 'client_credentials'],
    oidc_conformant: true,
    jwt_configuration: { alg: 'RS256', secret_encoded: false },
    callbacks: ['https://system-admin.okta.com/admin/app/generic/oauth20redirect'],
    organization_usage: 'require',
    organization_require_behavior: 'pre_login_prompt',
    client_authentication_methods: { private_key_jwt: { credentials: [] } },
  },
};

/** A client that can't keep a secret gets no grant that needs one. */
const PUBLIC = { grant_types: ['authorization_code', 'implicit', 'refresh_token'] };

/** A client that asks for a secret gets refresh tokens that live longer. */
const CONFIDENTIAL = { refresh_token: { token_lifetime: 31_557_600, idle_token_lifetime: 2_592_000 } };

/** A third-party application that asks for Auth0's stricter rules. */
const STRICT = {
  grant_types: ['authorization_code'],
  oidc_conformant: true,
  jwt_configuration: { alg: 'RS256', lifetime_in_seconds: 3_600, secret_encoded: false },
  refresh_token: { expiration_type: 'expiring', infinite_idle_token_lifetime: false },
};

/** Objects that Auth0 completes where only a part of them is sent. */
const PARTS: Fields = {
  jwt_configuration: { secret_encoded: false },
  session_transfer: {
    can_create_session_transfer_token: false,
    allowed_authentication_methods: [],
    enforce_device_binding: 'ip',
    allow_refresh_token: false,
    enforce_cascade_revocation: true,
    enforce_online_refresh_tokens: true,
  },
};

/** The fields of an application that the Management API creates, with Auth0's defaults in place of what was not sent. */
export function newApplication(given: Fields): Record<string, unknown> {
  const { app_type: type, token_endpoint_auth_method: method } = given;
  let defaults = merged(DEFAULTS, BY_TYPE[type as AppType] ?? {});
  if (method === 'none') defaults = merged(defaults, PUBLIC);
  else if (method !== undefined && method !== null) defaults = merged(defaults, CONFIDENTIAL);
  if (given['third_party_security_mode'] === 'strict') defaults = merged(defaults, STRICT);
  return {
    ...defaults,
    ...completed(merged({}, given), { ...PARTS, refresh_token: defaults['refresh_token'] }),
  };
}

/** What a single-page application is made with. */
export const SPA = { app_type: 'spa', token_endpoint_auth_method: 'none', oidc_conformant: true } as const;
