import type { SettingsOverlay } from '../../settings/SettingsOverlay.ts';
import type { ConnectionOptions } from '../data/Connection.ts';
import type { Plan } from '../data/TenantData.ts';
import type { Fault } from '../http/Fault.ts';

/**
 * A connection by its name, where that is its strategy too (`'sms'`, `'google-oauth2'`), or by both, with the fields
 * that the Management API has for it (`options`, `display_name`). One that the tenant has already stays as it is.
 */
export type ScenarioConnection =
  | string
  | { strategy: string; name: string; options?: ConnectionOptions; display_name?: string };

/**
 * A situation that a login page can be in: what the application asks for, what it has enabled, what Auth0
 * puts into the page, and what goes wrong. Everything is laid over a usual login by SMS and email.
 */
export interface Scenario {
  /** Query parameters of `/authorize`, beside those that every login has. */
  request?: Readonly<Record<string, string>>;
  /** Connections that the application has enabled, in order. Default: `['email', 'sms']`, as Auth0's order. */
  connections?: readonly ScenarioConnection[];
  /**
   * Laid over the hosted config: objects field by field, anything else as a whole; a field that is
   * `undefined` is left out.
   */
  hosted?: Readonly<Record<string, unknown>>;
  /** What stands in place of the marker instead of the hosted config; may be the marker itself. */
  raw?: string;
  /** The page to serve. Default: the tenant's. */
  html?: string;
  /**
   * Settings laid over those of `login.config.ts`, for a page that is built for this scenario; `undefined`
   * takes one away.
   */
  settings?: SettingsOverlay;
  /** What goes wrong, for this application only. */
  faults?: readonly Fault[];
  /** Whether a captcha must be solved before a code is sent. */
  captcha?: boolean;
  /** `false` lets no one sign up: only numbers and addresses that the tenant knows are sent anything. */
  signUp?: boolean;
  /** A mail scanner opens each link before the visitor does, and uses it up. */
  mailScanner?: boolean;
  /** What is sent is accepted, and never arrives: the outbox shows it so, and the page hears of nothing. */
  undelivered?: boolean;
  /** Phone numbers and addresses of users who are blocked, from then on for every application, as at Auth0. */
  blocked?: readonly string[];
  /** What the tenant's plan includes, from then on for every application, and for the Management API. */
  plan?: Plan;
  /** The dashboard's preview: a page without a login transaction. */
  preview?: boolean;
  /** `false` lets the browser keep the page for its back button: what classic login allows is not documented. */
  noStore?: boolean;
  /** `false` serves the page with its scripts forbidden. */
  javaScript?: boolean;
}
