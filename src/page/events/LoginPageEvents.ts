/**
 * What the page tells scripts of yours, as `CustomEvent`s on `document`. Types only; docs/events.md explains
 * each. None of it is what a visitor has typed or a request has sent: methods, a language of the settings, and
 * codes of the lists below.
 */

import type { FailureCode, Method } from '../PageData.ts';

export type { FailureCode, Method };

/** Why Auth0 has not sent a code, or has not taken one. */
export type ErrorCode =
  // Auth0's own, as its answer has them.
  | 'access_denied'
  | 'bad.authParams'
  | 'bad.client_id'
  | 'bad.connection'
  | 'bad.email'
  | 'bad.phone_number'
  | 'bad.request'
  | 'bad.tenant'
  | 'bad.verification_code'
  | 'invalid_captcha'
  | 'invalid_user_password'
  | 'server_error'
  | 'sms_provider_error'
  | 'too_many_attempts'
  | 'too_many_requests'
  | 'unauthorized'
  // Of an `unauthorized`: one that says "user is blocked", and one that says something of a rule's own.
  | 'blocked_user'
  | 'rule_error'
  /** Auth0 knows no account, and lets no one sign up. */
  | 'signup_disabled'
  // Of an `sms_provider_error`, by Twilio's code.
  /** The number is a landline's. */
  | 'sms_not_mobile'
  /** Texts are not sent to this number's country. */
  | 'sms_region'
  /** The owner of the number has answered STOP. */
  | 'sms_unsubscribed'
  /** The request got no answer, none in time, or one that is not Auth0's. */
  | 'no_answer'
  /** An answer of Auth0's with a code that is none of these. */
  | 'unknown';

/** `detail` of each event, frozen. */
export interface LoginPageDetails {
  /** The first form is there, and can be filled in. Once. */
  'loginpage:ready': {
    /** The methods that are offered, the one shown first; empty where only social connections are. */
    readonly methods: readonly Method[];
    /** Of the settings' languages, the one that the page speaks. */
    readonly language: string;
  };
  /** The form of a method is in view: the first one, and each time that the visitor has changed. */
  'loginpage:method-shown': { readonly method: Method | null };
  /** By the method switch, and just before the new form is told as shown. */
  'loginpage:method-changed': { readonly from: Method; readonly to: Method };
  /** Auth0 has taken the order to send one; again, when another is asked for. */
  'loginpage:code-sent': { readonly method: Method; readonly as: 'code' | 'link' };
  /** The code was right. The browser is on its way to the application: `navigator.sendBeacon` outlives that. */
  'loginpage:code-accepted': { readonly method: Method };
  /** No code was sent (`step: 'send'`), or one was not taken (`'verify'`); the form says why and stays. */
  'loginpage:error': {
    readonly method: Method;
    readonly step: 'send' | 'verify';
    readonly code: ErrorCode;
  };
  /** The failure screen has taken the place of the form. After `slow` a form may still come. */
  'loginpage:failure': { readonly code: FailureCode };
}

export type LoginPageEventName = keyof LoginPageDetails;

/** For `document.addEventListener`, which knows them wherever this file is part of the program. */
export type LoginPageEvents = { [Name in LoginPageEventName]: CustomEvent<LoginPageDetails[Name]> };

declare global {
  interface DocumentEventMap extends LoginPageEvents {}
}
