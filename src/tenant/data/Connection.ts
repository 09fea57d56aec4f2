/** A connection as the Management API shows it. */
export interface Connection {
  /** `con_…` */
  id: string;
  name: string;
  /** `sms`, `email`, `auth0` for a database, or an enterprise or social one such as `samlp`, `google-oauth2`. */
  strategy: string;
  options: ConnectionOptions;
  /** Ids of the applications that have it enabled. */
  enabled_clients: string[];
  [field: string]: unknown;
}

/** The options that the tenant itself reads; all others are kept as they are. */
export interface ConnectionOptions {
  /** `@@password@@` becomes the code. */
  template?: string;
  totp?: { length?: number; time_step?: number };
  disable_signup?: boolean;
  [option: string]: unknown;
}

/** Strategies that send a code or a link. */
export type PasswordlessStrategy = 'sms' | 'email';

/** Whether a connection is one for SMS or email. */
export const isPasswordless = (strategy: string): strategy is PasswordlessStrategy =>
  strategy === 'sms' || strategy === 'email';

/** Strategies of enterprise connections (auth0-lock 14.3.0, `src/connection/enterprise.js`). */
export const enterpriseStrategies: readonly string[] = [
  ...['ad', 'adfs', 'auth0-adldap', 'auth0-oidc', 'custom', 'google-apps', 'ip', 'mscrm', 'office365'],
  ...['oidc', 'okta', 'pingfederate', 'samlp', 'sharepoint', 'waad'],
];

/** What a strategy is; one that is not known counts as social. */
export function kindOf(strategy: string): 'database' | 'enterprise' | 'passwordless' | 'social' {
  if (strategy === 'auth0') return 'database';
  if (isPasswordless(strategy)) return 'passwordless';
  return enterpriseStrategies.includes(strategy) ? 'enterprise' : 'social';
}
