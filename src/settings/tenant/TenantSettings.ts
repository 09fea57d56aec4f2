import type { Language } from '../languages.ts';
import type { Factor } from './factors.ts';

/**
 * The tenant that a page is the login page of, as far as the login needs it. What is not named here is left
 * as it is in the tenant; a default is what a connection gets that is not there yet.
 *
 * Limits are those of Auth0's Management API v2 (its OpenAPI document); recommendations are those of
 * auth0.com/docs/authenticate/passwordless.
 *
 * @see docs/tenant-as-code.md
 */
export interface TenantSettings {
  /**
   * Host that visitors see the login page on: the custom domain, or else the tenant's own, such as
   * `acme.eu.auth0.com`. Only `sms.autofill` needs it.
   *
   * @example 'login.example.com'
   */
  loginHost?: string;
  /** The connection `sms`. Default: left as it is. */
  sms?: SmsSettings;
  /** The connection `email`. What it holds, a code or a link, says `emailMethod`. Default: left as it is. */
  email?: EmailSettings;
  /**
   * Applications, by name or client id, that the connections named above are enabled for, beside those that
   * they are enabled for already. Default: none.
   *
   * @example ['My app']
   */
  applications?: readonly string[];
  /**
   * Factors of multi-factor authentication that are on or off. Who is asked for one, and when, is the tenant's
   * policy or an Action, and stays as it is. Default: each left as it is.
   *
   * @example { otp: true, 'webauthn-roaming': true }
   */
  mfa?: { readonly [factor in Factor]?: boolean };
  /**
   * `true`: brute force protection and suspicious IP throttling, with the shields that Auth0 recommends; or
   * each by itself. Default: all left as they are.
   */
  attackProtection?: true | AttackProtectionSettings;
}

/**
 * Exactly one of `from` and `messagingServiceSid`, or `provider: 'tenant'`. Twilio's secrets come from the environment,
 * `TWILIO_SID` and `TWILIO_AUTH_TOKEN`.
 */
export interface SmsSettings {
  /**
   * Who sends: `'twilio'`, by the connection's own credentials; or `'tenant'`, the phone provider that the tenant has
   * under Branding > Phone Provider, which new tenants use by default. `'tenant'` goes without `from` and
   * `messagingServiceSid`. It needs no Twilio credentials here, and removes those that the connection has.
   * Default: `'twilio'`.
   *
   * @see https://auth0.com/docs/customize/phone-messages/unified-phone/unified-phone-experience-passwordless
   */
  provider?: 'twilio' | 'tenant';
  /** Twilio's number, E.164 such as `+15005550006`, or an alphanumeric sender ID of up to 11 characters. */
  from?: string;
  /** Twilio's messaging service, `MG` and 32 hexadecimal digits, in place of a number. */
  messagingServiceSid?: string;
  /**
   * The text, 1 to 5,120 characters; Auth0 puts the code in place of `@@password@@`, or of `{{ code }}` where `syntax`
   * is `'liquid'`: one of them must be there. Or a text for each language: the page asks for the one that it speaks, and
   * the first is for all others.
   * Default: `'Your verification code is: @@password@@'`, Auth0's own.
   *
   * @example { en: 'Acme: @@password@@ is your code.', es: 'Acme: @@password@@ es su código.' }
   */
  message?: string | { readonly [language in Language]?: string };
  /** How Auth0 reads `message`. Default: `'md_with_macros'`, or `'liquid'` where there are several languages. */
  syntax?: 'md_with_macros' | 'liquid';
  /**
   * `true` ends the message with `@<loginHost> #<code>`, a line by which phones fill the code in on the login page,
   * and on no other. Needs `loginHost`. Default: `false`.
   *
   * @see https://wicg.github.io/sms-one-time-codes/
   */
  autofill?: boolean;
  /** Digits of the code, 4 to 40. Default: 6, as Auth0's. The longer a code lives, the longer it should be. */
  codeLength?: number;
  /** Seconds that a code is good for, at least 60. Default: 180, as Auth0's. */
  codeSeconds?: number;
  /** Whether somebody new may log in. Default: `true`. With `false`, the answer tells who has an account. */
  allowSignUp?: boolean;
}

/** Auth0's built-in mail server is for trials: set up a provider of your own under Branding > Email Provider. */
export interface EmailSettings {
  /**
   * Who sends: an address that your email provider may send from, with a name or without. Liquid may stand
   * in it.
   *
   * @example '{{ application.name }} <login@example.com>'
   */
  from: string;
  /** One line; Liquid may stand in it. Default: `'Your code for {{ application.name }}'`, or that of a link. */
  subject?: string;
  /**
   * The body: an HTML file in Liquid's syntax, relative to `login.config.ts`. It must print `{{ code }}`, or
   * `{{ link }}` with `emailMethod: 'link'`. Default: a few plain sentences.
   */
  template?: string;
  /** Digits of the code, 4 to 40. Default: 6. */
  codeLength?: number;
  /** Seconds that a code or a link is good for, at least 60. Default: 180. */
  codeSeconds?: number;
  /** Whether somebody new may log in. Default: `true`. */
  allowSignUp?: boolean;
}

/** `true` turns a protection on with the shields that Auth0 recommends, `false` turns it off. */
export interface AttackProtectionSettings {
  /**
   * Blocks who tries too many codes for one number or address, and tells them: the shields `block` and
   * `user_notification`. Default: left as it is.
   */
  bruteForce?:
    | boolean
    | {
        /** Failed tries in a row, 1 to 100, after which it blocks. Default: left as it is (10 in a new tenant). */
        maxAttempts?: number;
        /** Whether tries are counted for each IP address by itself. Default: left as it is. */
        byAddress?: boolean;
        /** IP addresses and ranges (CIDR) that are never blocked. Default: left as it is. */
        allow?: readonly string[];
      };
  /**
   * Slows down an IP address that tries many accounts, and tells the administrators: the shields `block` and
   * `admin_notification`. Default: left as it is.
   */
  suspiciousIp?:
    | boolean
    | {
        /** IP addresses and ranges (CIDR) that are never slowed down. Default: left as it is. */
        allow?: readonly string[];
      };
  /** Compares passwords with leaked ones; a login without passwords has no use for it. Default: left as it is. */
  breachedPasswords?: boolean;
  /**
   * When a code costs a captcha first: protects from bots that have you pay for SMS. Part of some plans only,
   * others refuse it. Default: left as it is.
   */
  captcha?: 'never' | 'when_risky' | 'always';
}
