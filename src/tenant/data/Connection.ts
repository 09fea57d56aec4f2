/** A connection as the Management API shows it. */
export interface Connection {
  /** `con_…` */
  id: string;
  name: string;
  /** `sms`, `email`, or a social one such as `google-oauth2`. */
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
