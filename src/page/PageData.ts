/**
 * The page-settings data block: what the build tells the script about one page.
 *
 * This file is types only. It is the contract between the build, which writes the block into the HTML as
 * JSON, and the script, which reads it in the browser; the two meet nowhere else.
 */

/** A way to get a code or a link. */
export type Method = 'sms' | 'email';

/** Why the page cannot show a login form; each has words of its own. */
export type FailureCode =
  /** The marker was not replaced: the file was opened directly, not served by Auth0. */
  | 'not_served'
  /** The hosted config cannot be decoded, or lacks what Lock needs. */
  | 'bad_config'
  /** Lock itself did not load: the CDN is blocked, down, or its integrity hash does not match. */
  | 'lock_missing'
  /** The application's client settings did not load. */
  | 'unreachable'
  /** The application has neither SMS, nor email, nor a social connection enabled. */
  | 'no_connection'
  /** The page has been open for longer than a login transaction lives. */
  | 'expired'
  /** Nothing failed, but the form is not there after a reasonable wait. */
  | 'slow'
  /** Any other exception. */
  | 'unexpected';

/** What Lock says over its form when Auth0 refuses, or cannot be reached. */
export type ErrorWord =
  /** A code that is wrong, expired or used up: Auth0 does not say which. */
  | 'wrongCode'
  /** Three wrong codes: only a new one helps. */
  | 'tooManyTries'
  /** More requests than the tenant takes from one address. */
  | 'tooManyRequests'
  /** The number or the address is unknown, and the tenant lets no one sign up. */
  | 'noAccount'
  | 'blocked'
  /** A rule or an action of the tenant says no. */
  | 'denied'
  | 'badPhone'
  | 'badEmail'
  /** The number is a landline's. */
  | 'notMobile'
  /** The owner of the number has answered STOP to an earlier message. */
  | 'unsubscribed'
  /** No messages are sent to the number's country. */
  | 'region'
  /** The provider of text messages refuses for another reason. */
  | 'notSent'
  /** The connection or the application is not set up for it. */
  | 'unavailable'
  | 'server'
  /** Auth0 refuses for a reason that the page does not know. */
  | 'unknown'
  /** No answer, or one that is not Auth0's. */
  | 'fallback';

/** What keeps a text from being a phone number. */
export type NumberProblem = 'missing' | 'tooShort' | 'tooLong' | 'invalid';

/** What screen readers call a part of Lock's form that shows no text of its own, or that Lock names in English. */
export type Label = 'country' | 'search' | 'email' | 'back' | 'newCaptcha';

/** The page's own words in one language; the rest of Lock's come from its dictionaries. */
export interface Words {
  /** Page title and name of the login region when the page has a brand: `{brand}` is put in. */
  title: string;
  /** The same without a brand. */
  titlePlain: string;
  loading: string;
  /** Shown in place of `loading` after ten seconds in which the script has not run. */
  stalled: string;
  noscript: string;
  /** Labels of the method switch: what a click leads to. */
  switchTo: Record<Method, string>;
  /** Said to screen readers once the switch has happened. */
  switchedTo: Record<Method, string>;
  failureTitle: string;
  failure: Record<FailureCode, string>;
  /** For whom the next page is slow after a right code: in place of the failure's title, and after its text. */
  accepted: { title: string; note: string };
  error: Record<ErrorWord, string>;
  /** What is said on the screen where a code is typed. */
  code: {
    /** The form was sent without one. */
    missing: string;
    /** The way back to the first screen, which keeps what was typed. */
    change: Record<Method, string>;
    sendAgain: string;
    /** Said to screen readers once the wait is over. */
    canSendAgain: string;
    sentAgain: string;
    /** Heads what helps when no code has come for a while. */
    late: string;
    lateHint: Record<Method, string>;
  };
  /**
   * Why a phone number cannot be one, said before anything is sent: `{country}` and, but for `missing` and
   * `notOffered`, `{example}`, a mobile number of that country, are put in.
   */
  phone: Record<NumberProblem | 'notOffered', string>;
  label: Record<Label, string>;
  tryAgain: string;
  terms: string;
  privacy: string;
  /** Where a box must be ticked: what it says, and why the button is disabled before. */
  consent: { label: string; missing: string };
  support: string;
}

/** What Lock calls a dictionary: texts by key, nested. */
export interface Dictionary {
  [key: string]: string | Dictionary;
}

/** One language of the page. */
export interface LanguageData {
  dir: 'ltr' | 'rtl';
  /** The page's own words. */
  words: Words;
  /** Texts for Lock's form that are laid over Lock's: the team's own, and the page's where `dictionary` lacks. */
  lockTexts?: Dictionary;
  /** Lock's dictionary; absent where Lock carries it itself (English, inlined). */
  dictionary?: Dictionary;
}

/** The JSON of the page-settings data block. */
export interface PageData {
  connections: {
    /** Names that the page may offer, in order; absent: whatever the request or the application says. */
    allow?: readonly string[];
    choose: 'request' | 'fixed';
  };
  brand: {
    name?: string;
    primaryColor?: string;
    /** Used where neither the settings nor the dashboard name a colour. */
    fallbackColor: string;
    background?: string;
    /** Whether there are terms or a privacy policy that Lock may say the visitor agrees to. */
    hasTerms: boolean;
  };
  /** By language code as Lock spells it (`en`, `pt-br`); the first is the fallback. */
  languages: Record<string, LanguageData>;
  /** Countries that can be chosen for a phone number, ISO 3166-1 alpha-2, in order; absent: all. */
  countries?: readonly string[];
  /** ISO 3166-1 alpha-2; absent: Lock asks the tenant. */
  defaultCountry?: string;
  emailMethod: 'code' | 'link';
  /** Whether a box must be ticked before the button works. */
  consent?: 'required';
  /** Seconds after which another code can be asked for. */
  resendAfter: number;
  /** Further options for Lock, as the team wrote them. */
  lockOptions: Record<string, unknown>;
}
