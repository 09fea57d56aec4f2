import type { Words } from '../page/PageData.ts';

/** What a template can use. `null` stands where the settings leave something out, for `{{#if}}`. */
export interface TemplateData {
  /** Code of the first language, such as `pt-BR`. */
  lang: string;
  dir: 'ltr' | 'rtl';
  /** In the first language: "Log in to Acme". */
  title: string;
  brand: {
    name: string | null;
    /** A data URI or an `https:` URL. */
    logo: string | null;
    primaryColor: string;
    background: string;
    termsUrl: string | null;
    privacyUrl: string | null;
    supportUrl: string | null;
  };
  /** The page's Content Security Policy, or `null`: where it holds, and where it is only tried. */
  contentSecurityPolicy: string | null;
  reportOnlyPolicy: string | null;
  /** Whether there is any link to terms, privacy or support. */
  hasLinks: boolean;
  /** Whether Lock shows a line about terms or privacy. */
  hasTerms: boolean;
  /** The page's words in the first language; the script puts another one's in their place. */
  words: Words;
  /** `templates/login.css` and `templates/lock.css`, minified. */
  style: string;
  /** What Auth0 replaces by the hosted config; must stand in the page once. */
  marker: string;
  /** JSON for the page-settings data block. */
  pageSettings: string;
  /** The constant script of the first bytes. */
  firstScript: string;
  /** The constant script. */
  script: string;
  /** Lock on the CDN, or `null` when it stands in the script. */
  lockScript: { src: string; integrity: string | null } | null;
}
