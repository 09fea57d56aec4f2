import * as v from 'valibot';
import { isPolicySource, type PolicyKey } from './contentSecurityPolicy.ts';
import { cuts } from './cuts.ts';
import { isBackground, isColour, isCountry, isHttpsUrl, isIntegrity, isSupportUrl } from './formats.ts';
import { isPlainObject } from './isPlainObject.ts';
import type { LoginPageSettings } from './LoginPageSettings.ts';
import { languages } from './languages.ts';
import { API_BODY_LIMIT } from './limits.ts';
import { isJson } from './lockOptionRules.ts';
import { oneOf, section, text, wholeNumber } from './schemaParts.ts';
import { tenant, tenantKeys } from './tenant/tenantSchema.ts';

/**
 * The shape of one page's settings. Each message says what is allowed, in words that follow "expected";
 * `settingsProblems` adds the key and what was received.
 */
const names = 'a list of connection names such as ["sms", "email"]';
const httpsUrl = text('an https: URL', isHttpsUrl);

const connections = {
  allow: v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string('a connection name'),
          v.check(
            (name) => name.trim() === name && name !== '' && !name.includes(','),
            'a connection name without commas or spaces around it',
          ),
        ),
        names,
      ),
      v.minLength(1, `${names}, with at least one name (leave the key out for no restriction)`),
      v.maxLength(50, 'at most 50 connection names'),
      v.check((list) => new Set(list).size === list.length, 'each connection name only once'),
    ),
  ),
  choose: v.optional(oneOf(['request', 'fixed'])),
};

const brand = {
  name: text(
    'a name of 1 to 60 characters, without "@@" or "##", which deploy-cli looks for',
    (it) => it.trim() !== '' && it.length <= 60 && !/@@|##/.test(it),
  ),
  logo: text(
    'the path of an image file or an https: URL',
    (it) => it.trim() !== '' && (isHttpsUrl(it) || !/^[a-z]{2,}:/i.test(it)),
  ),
  primaryColor: text('a CSS colour such as "#0059d6"', isColour),
  background: text('a CSS colour such as "#f4f6fb", or a linear-gradient()', isBackground),
  termsUrl: httpsUrl,
  privacyUrl: httpsUrl,
  supportUrl: text('an https: or mailto: URL', isSupportUrl),
};

const COUNTRY = 'a country as ISO 3166-1 alpha-2, in capitals, such as "AU" (and "GB", not "UK")';
const countries = v.optional(
  v.pipe(
    v.array(
      v.pipe(v.string(COUNTRY), v.check(isCountry, COUNTRY)),
      'a list of countries such as ["AU", "NZ"]',
    ),
    v.minLength(1, 'at least one country (leave the key out for all)'),
    v.check((list) => new Set(list).size === list.length, 'each country only once'),
  ),
);

const DIET = 'true, false, or an object such as { style: false }';
const diet = v.pipe(
  v.custom<boolean | Readonly<Record<string, boolean>>>(
    (it) =>
      typeof it === 'boolean' ||
      (isPlainObject(it) && Object.values(it).every((on) => typeof on === 'boolean')),
    DIET,
  ),
);

const lock = {
  diet: v.optional(diet),
  delivery: v.optional(oneOf(['inline', 'cdn'])),
  renderer: v.optional(oneOf(['preact', 'react'])),
  integrity: text('a hash such as "sha384-…", as computed from the file on the CDN', isIntegrity),
  options: v.optional(
    v.pipe(
      v.custom<Record<string, unknown>>(isPlainObject, 'an object of Lock options'),
      v.check(
        (options) => isJson(options),
        'JSON values only: functions and the like cannot stand in the page',
      ),
    ),
  ),
};

const sources = (key: PolicyKey) => {
  const allowed = `a list of sources such as ["https://cdn.example.com"]${key === 'scriptSrc' ? '' : ', "data:" or "blob:"'}`;
  return v.optional(
    v.pipe(
      v.array(
        v.pipe(
          v.string('a source'),
          v.check(
            (source) => isPolicySource(key, source),
            key === 'scriptSrc'
              ? "an https: host, with a path or not, or the hash of a script, 'sha256-…'"
              : 'an https: host, with a path or not, or data: or blob:',
          ),
        ),
        allowed,
      ),
      v.maxLength(30, 'at most 30 sources'),
    ),
  );
};
const contentSecurityPolicy = {
  scriptSrc: sources('scriptSrc'),
  styleSrc: sources('styleSrc'),
  imgSrc: sources('imgSrc'),
  fontSrc: sources('fontSrc'),
  connectSrc: sources('connectSrc'),
  frameSrc: sources('frameSrc'),
  reportOnly: v.optional(v.boolean('true or false')),
  trustedTypes: v.optional(v.boolean('true or false')),
};
const POLICY = 'true, false, or an object such as { scriptSrc: ["https://cdn.example.com"] }';

const bytes = wholeNumber('bytes', 1, API_BODY_LIMIT);
const budget = { gzip: bytes, apiBody: bytes };

const page = {
  connections: v.optional(
    v.pipe(
      section(connections),
      v.forward(
        v.check(
          ({ allow, choose }) => choose !== 'fixed' || allow !== undefined,
          '"request", or a list of names in connections.allow beside it ("fixed" offers all of them)',
        ),
        ['choose'],
      ),
    ),
  ),
  brand: v.optional(section(brand)),
  languages: v.optional(
    v.pipe(
      v.array(
        v.picklist(languages, `one of ${languages.join(', ')}`),
        `a list of languages: ${languages.join(', ')}`,
      ),
      v.minLength(1, 'at least one language'),
      v.check((list) => new Set(list).size === list.length, 'each language only once'),
    ),
  ),
  // `textsProblems` of the pipeline tells what is wrong within.
  texts: v.optional(v.custom<LoginPageSettings['texts']>(() => true)),
  countries,
  defaultCountry: text(COUNTRY, isCountry),
  emailMethod: v.optional(oneOf(['code', 'link'])),
  // `lockOptionProblems` tells what it needs beside it.
  consent: v.optional(oneOf(['stated', 'required'])),
  resendAfter: wholeNumber('seconds', 0, 600),
  lock: v.optional(
    v.pipe(
      section(lock),
      v.forward(
        v.check(
          ({ delivery, integrity }) => delivery === 'cdn' || integrity === undefined,
          'no hash, or lock.delivery "cdn" beside it: Lock stands in the page',
        ),
        ['integrity'],
      ),
      v.forward(
        v.check(
          ({ delivery, renderer }) => delivery !== 'cdn' || renderer === undefined,
          'no renderer, or lock.delivery "inline": Lock on the CDN brings its own',
        ),
        ['renderer'],
      ),
      v.forward(
        v.check(
          ({ delivery, diet }) => delivery !== 'cdn' || diet === undefined,
          'no diet, or lock.delivery "inline": nothing is taken off Lock on the CDN',
        ),
        ['diet'],
      ),
    ),
  ),
  contentSecurityPolicy: v.optional(
    // Not a union, which would tell of the whole object where one source is wrong.
    v.lazy((it) => (isPlainObject(it) ? section(contentSecurityPolicy) : v.boolean(POLICY))),
  ),
  budget: v.optional(section(budget)),
  tenant,
};

export const pageSchema = section(page, 'an object of page settings');

/** The keys that may stand in the page settings, by the path of the object that they stand in. */
export const knownKeys: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(page),
  connections: Object.keys(connections),
  brand: Object.keys(brand),
  lock: Object.keys(lock),
  'lock.diet': cuts,
  contentSecurityPolicy: Object.keys(contentSecurityPolicy),
  budget: Object.keys(budget),
  ...tenantKeys,
};
