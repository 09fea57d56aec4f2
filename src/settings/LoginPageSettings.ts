import type { PolicyKey } from './contentSecurityPolicy.ts';
import type { CutName } from './cuts.ts';
import type { Language } from './languages.ts';
import type { OwnTexts } from './OwnTexts.ts';
import type { TenantSettings } from './tenant/TenantSettings.ts';

/**
 * What a team writes in `login.config.ts` for one page. Every key may be left out, and so may every key
 * within; what Auth0 sends (the dashboard's colours and icon, the application's name) fills in what the
 * brand leaves open.
 */
export interface LoginPageSettings {
  /** Which connections the page offers. */
  connections?: {
    /**
     * Names of the connections that the page may offer, in order; the first method among them is shown
     * first. Custom passwordless connections and social ones go by their names too. Also decides which
     * social icons stand in the page. Default: no restriction, whatever the request or the application says.
     *
     * @example ['sms', 'email', 'google-oauth2']
     */
    allow?: readonly string[];
    /**
     * `'request'` (default): the application's request chooses among `allow`, by `connection` or
     * `allowedConnections`. `'fixed'`: always all of `allow`, which must then be given.
     */
    choose?: 'request' | 'fixed';
  };
  /** How the page looks. */
  brand?: {
    /** Shown in the title and over the form. Default: the application's name, as Auth0 sends it. */
    name?: string;
    /**
     * An image file (`.svg`, `.png`, `.jpg`, `.webp`, `.gif`), relative to `login.config.ts`, put into the
     * page as a data URI and at most 32 KiB; or an `https:` URL. Default: the icon that Auth0 sends, or none.
     */
    logo?: string;
    /**
     * Colour of the form's button and header, and of links: hex, `rgb()`, `hsl()` or a name. White text
     * stands on it. Default: the dashboard's primary colour, else `#0059d6`.
     */
    primaryColor?: string;
    /**
     * Colour of the page behind the form, or a `linear-gradient(…)`. Default: the dashboard's page
     * background, else `#f4f6fb`.
     */
    background?: string;
    /** Terms of use, an `https:` URL; linked under the form. Default: no link. */
    termsUrl?: string;
    /** Privacy policy, an `https:` URL; linked under the form. Default: no link. */
    privacyUrl?: string;
    /**
     * Where a visitor finds help, an `https:` or `mailto:` URL; linked under the form, and offered
     * whenever something fails. Default: no link.
     */
    supportUrl?: string;
  };
  /**
   * Languages that the page holds, as Lock spells them: `en`, `es`, `fr`, `de`, `pt-br`, `it`, `nl`, `ja`,
   * `zh`, `ar`. The page takes the first one that the request (`ui_locales`) or the browser asks for, else
   * the first of this list. Each costs about 3 KB gzipped, English nothing. Default: `['en']`.
   */
  languages?: readonly Language[];
  /**
   * Texts of your own, by language: any of the page's words, and under `lock` any of Lock's form, by the keys
   * of its dictionary. What is left out stays as it is. A language must be one of `languages`. Default: none.
   *
   * @see docs/languages.md
   * @example { en: { titlePlain: 'Welcome', lock: { submitLabel: 'Send me a code' } } }
   */
  texts?: { readonly [language in Language]?: OwnTexts };
  /**
   * Countries that the phone field offers, ISO 3166-1 alpha-2, in the order of its list: `['AU', 'NZ']`. A number of
   * another country is refused before anything is sent. Auth0 does not know of it: limit the countries of your
   * SMS provider too. Default: every country that has a calling code, by name.
   */
  countries?: readonly string[];
  /**
   * Country that the phone field starts with, ISO 3166-1 alpha-2 such as `AU`. Spares the visitor a
   * geolocation request. Default: what Auth0 makes of the visitor's address.
   */
  defaultCountry?: string;
  /**
   * What the email holds: a `'code'` to type (default) or a `'link'` to click in the same browser. Mail scanners that
   * open links use them up: docs/doctor.md, *Links and mail scanners*.
   */
  emailMethod?: 'code' | 'link';
  /**
   * How the visitor agrees to your terms, with `brand.termsUrl` or `brand.privacyUrl`. `'stated'` (default): by going on,
   * as a line over the button says. `'required'`: by a box that must be ticked before the button works.
   */
  consent?: 'stated' | 'required';
  /** Seconds after which a visitor who waits for a code can have another one sent, 0 to 600. Default: 30. */
  resendAfter?: number;
  /** How Lock gets into the page. */
  lock?: {
    /**
     * `'inline'` (default): Lock stands in the page, one response and nothing else to load. `'cdn'`: a
     * script tag loads it from `cdn.auth0.com`, the version that is installed here; `renderer` and the
     * social icons are then the CDN's.
     */
    delivery?: 'inline' | 'cdn';
    /** Inline only. `'preact'` (default) saves about 115 KB; `'react'` is what Lock was written for. */
    renderer?: 'preact' | 'react';
    /**
     * Inline only. What is taken off Lock's bundle: `true` (default) for all of it, `false` for no code at
     * all (repeated helpers and social icons that are not named still go, else the page would not fit into
     * Auth0's limit), or single cuts turned off, `{ style: false }`. `node build.mjs --explain` shows what
     * each saves, docs/diet.md what each is. `renderer: 'react', diet: false` is Lock as it is published.
     */
    diet?: boolean | { readonly [cut in CutName]?: boolean };
    /**
     * CDN only: the script's Subresource Integrity hash, `sha256-…`, `sha384-…` or `sha512-…`. The file is
     * not in npm, so compute it once from the CDN: `curl -s URL | openssl dgst -sha384 -binary | base64`.
     * Default: none, with a warning.
     */
    integrity?: string;
    /**
     * Further options for `Auth0LockPasswordless` (JSON values), laid over the page's own. Those that the
     * page decides itself (`allowedConnections`, `container`, `auth.params` …) are refused.
     *
     * @see https://auth0.com/docs/libraries/lock/lock-configuration
     */
    options?: Readonly<Record<string, unknown>>;
  };
  /**
   * The page's Content Security Policy, in a `<meta>`: what it may run and load, and from where. `true`
   * (default): the page's own scripts by their hashes, the tenant, Auth0's client settings, every captcha
   * that Lock can load, images over HTTPS, inline styles; nothing else. `false`: none. An object: the same,
   * with sources of your own (an `https:` host, with a path or not; `data:` and `blob:` but for scripts).
   *
   * @see docs/security.md
   * @example { scriptSrc: ['https://stats.example.com'], connectSrc: ['https://stats.example.com'] }
   */
  contentSecurityPolicy?:
    | boolean
    | ({ readonly [key in PolicyKey]?: readonly string[] } & {
        /**
         * For a trial: nothing is stopped, and the local tenant tells what would have been. Browsers take no
         * such policy from a page itself, so in a real tenant it does nothing. Default: `false`.
         */
        readonly reportOnly?: boolean;
        /**
         * Trusted Types too, in browsers that have them: no string becomes markup that could run something.
         * Not tried with the captchas of other providers, which write markup of their own. Default: `false`.
         */
        readonly trustedTypes?: boolean;
      });
  /** Sizes over which the build fails. */
  budget?: {
    /**
     * The page, gzipped at level 9, in bytes. Default: 180,000, and 320,000 with React or with a cut turned off;
     * 4,000 more for each language beyond the first.
     */
    gzip?: number;
    /**
     * The Management API body that carries the page, in bytes. Default: 700,000, and Auth0's
     * limit of 1,048,576 with React or with a cut turned off; more than that limit is refused.
     */
    apiBody?: number;
  };
  /**
   * The tenant that this page is the login page of: the build writes it to `dist/tenant/`, as
   * auth0-deploy-cli reads it, and `npm run setup-tenant` carries it out. In one page of a config at most, since
   * `dist/tenant/` is one tenant's. Default: nothing is written.
   *
   * @see docs/tenant-as-code.md
   * @example { sms: { from: '+15005550006' }, applications: ['My app'] }
   */
  tenant?: TenantSettings;
}
