interface Window {
  /** Where Auth0's scripts and Lock leave and look for their callbacks. */
  Auth0?: Record<string, unknown>;
  /** Lock, when it comes from Auth0's CDN. */
  Auth0LockPasswordless?: unknown;
  /** What the page's first script has asked for. */
  loginPageAsked?: import('./Asked.ts').Asked;
  /** Absent in browsers without Trusted Types. */
  trustedTypes?: import('./guardMarkup.ts').TrustedTypes;
}

/** What `src/pipeline/phone/numberingPlans.ts` makes; the build puts it in. */
declare const NUMBERING_PLANS: string;
