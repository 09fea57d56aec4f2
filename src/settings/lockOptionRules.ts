import { describe } from './describe.ts';
import { isPlainObject } from './isPlainObject.ts';
import { nearestName } from './nearestName.ts';

/**
 * Lock options that the page decides, nested ones by their path; another value would break the login or the
 * method switch.
 */
const DECIDED = [
  'allowedConnections',
  'container',
  'configurationBaseUrl',
  'clientBaseUrl',
  'assetsUrl',
  'languageBaseUrl',
  'language',
  'overrides',
  'passwordlessMethod',
  'prefill',
  'defaultLocation',
  'useCustomPasswordlessConnection',
  '__useTenantInfo',
  'auth.autoParseHash',
  'auth.nonce',
  'auth.params',
  'auth.redirect',
  'auth.redirectUrl',
  'auth.responseType',
  'auth.state',
];

/** The options that Lock reads, by the path of the object that they stand in (auth0-lock 14.3.0, `src/core/index.js`). */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  '': [
    ...['additionalSignUpFields', 'allowAutocomplete', 'allowForgotPassword', 'allowLogin'],
    ...['allowPasswordAutocomplete', 'allowShowPassword', 'allowSignUp', 'auth', 'autoclose', 'autofocus'],
    ...['avatar', 'closable', 'connectionResolver', 'defaultADUsernameFromEmailPrefix'],
    ...['defaultDatabaseConnection', 'defaultEnterpriseConnection', 'disableWarnings', 'emailFirst'],
    ...['flashMessage', 'forceAutoHeight', 'forgotPasswordLink', 'hashCleanup', 'hooks', 'initialScreen'],
    ...['languageDictionary', 'legacySameSiteCookie', 'loginAfterSignUp', 'mobile', 'mustAcceptTerms'],
    ...['popupOptions', 'preferConnectionDisplayName', 'rememberLastLogin'],
    ...['scrollGlobalMessagesIntoView', 'showTerms', 'signUpFieldsStrictValidation'],
    ...['signUpHideUsernameField', 'signUpLink', 'socialButtonStyle', 'theme', 'usernameStyle'],
    ...['_enableIdPInitiatedLogin', '_enableImpersonation', '_telemetryInfo'],
  ],
  auth: ['audience', 'connectionScopes', 'responseMode', 'sso'],
  avatar: ['displayName', 'url'],
  flashMessage: ['text', 'type'],
  theme: ['authButtons', 'hideMainScreenTitle', 'labeledSubmitButton', 'logo', 'primaryColor'],
};
/** Of each connection in `theme.authButtons`. */
const AUTH_BUTTON = ['displayName', 'foregroundColor', 'icon', 'primaryColor'];
/**
 * Where Lock takes an object. Anything else would go in place of the page's own, which in `auth` holds the login
 * transaction.
 */
const OBJECTS = ['auth', 'avatar', 'flashMessage', 'hooks', 'languageDictionary', 'popupOptions', 'theme'];

/** Options of Lock's that end every login here, and why no value is of use. */
const USELESS: Readonly<Record<string, string>> = {
  connectionResolver: 'it is a function, which cannot stand in the page',
  initialScreen: 'a login without passwords has one first screen',
};

/** What is wrong with `lock.options` of one page's settings, and with `consent`, which sets some: a line each. */
export function lockOptionProblems(settings: unknown): string[] {
  if (!isPlainObject(settings)) return [];
  const { lock } = settings;
  const options = isPlainObject(lock) && isPlainObject(lock['options']) ? lock['options'] : {};
  return [
    ...decided(options),
    ...unknown(options),
    ...misshapen(options),
    ...useless(options),
    ...terms(settings, options),
  ];
}

function decided(options: Readonly<Record<string, unknown>>): string[] {
  const found = Object.entries(options).flatMap(([key, value]): [string, unknown][] =>
    isPlainObject(value)
      ? [
          [key, value],
          ...Object.entries(value).map(([inner, it]): [string, unknown] => [`${key}.${inner}`, it]),
        ]
      : [[key, value]],
  );
  return found
    .filter(([path]) => DECIDED.includes(path))
    .map(
      ([path, value]) =>
        `lock.options: expected no ${path}: the page decides it from the request, received ${describe({ [path]: value })}.`,
    );
}

function unknown(options: Readonly<Record<string, unknown>>): string[] {
  const sections: [path: string, section: unknown, known: readonly string[]][] = [
    ...Object.entries(KNOWN).map(([path, known]): [string, unknown, readonly string[]] => [
      path,
      path === '' ? options : options[path],
      known,
    ]),
    ...buttonsOf(options).map(([name, button]): [string, unknown, readonly string[]] => [
      `theme.authButtons.${name}`,
      button,
      AUTH_BUTTON,
    ]),
  ];
  return sections.flatMap(([path, section, known]) => {
    const prefix = path === '' ? '' : `${path}.`;
    const names = isPlainObject(section) ? Object.keys(section) : [];
    return names
      .filter((name) => !known.includes(name) && !DECIDED.includes(`${prefix}${name}`))
      .map((name) => {
        const nearest = nearestName(name, [...known, ...decidedIn(prefix)]);
        const meant = nearest === null ? '' : ` Did you mean "${nearest}"?`;
        const of = path === '' ? '' : ` of ${path}`;
        return `lock.options.${prefix}${name}: Lock has no such option, received ${describe((section as Record<string, unknown>)[name])}.${meant} Its options${of} are ${known.join(', ')}.`;
      });
  });
}

function buttonsOf({ theme }: Readonly<Record<string, unknown>>): [string, unknown][] {
  const buttons = isPlainObject(theme) ? theme['authButtons'] : undefined;
  return isPlainObject(buttons) ? Object.entries(buttons) : [];
}

function misshapen(options: Readonly<Record<string, unknown>>): string[] {
  const { theme } = options;
  const values: [path: string, value: unknown][] = [
    ...OBJECTS.map((name): [string, unknown] => [name, options[name]]),
    ...(isPlainObject(theme)
      ? [['theme.authButtons', theme['authButtons']] satisfies [string, unknown]]
      : []),
    ...buttonsOf(options).map(([name, button]): [string, unknown] => [`theme.authButtons.${name}`, button]),
  ];
  return values
    .filter(([path, value]) => value !== undefined && !isPlainObject(value) && !isOff(path, value))
    .map(([path, value]) => `lock.options.${path}: expected an object, received ${describe(value)}.`);
}

/** How Lock's documentation turns the picture off. */
const isOff = (path: string, value: unknown): boolean => path === 'avatar' && value === null;

function useless(options: Readonly<Record<string, unknown>>): string[] {
  return Object.entries(USELESS)
    .filter(([name]) => options[name] !== undefined)
    .map(
      ([name, why]) => `lock.options.${name}: expected nothing: ${why}, received ${describe(options[name])}.`,
    );
}

const decidedIn = (prefix: string): string[] =>
  DECIDED.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));

/**
 * Lock disables its button until a box is ticked, and leaves the box out with the line about the terms: no one could
 * log in.
 */
function terms(
  settings: Readonly<Record<string, unknown>>,
  options: Readonly<Record<string, unknown>>,
): string[] {
  const { brand, consent } = settings;
  const isRequired = consent === 'required';
  const hasLinks = isPlainObject(brand) && (brand['termsUrl'] ?? brand['privacyUrl']) !== undefined;
  const problems: string[] = [];
  if (isRequired && !hasLinks) {
    problems.push(
      'consent: expected "stated", or brand.termsUrl or brand.privacyUrl beside it, received "required": there is nothing to agree to.',
    );
  }
  const { mustAcceptTerms, showTerms } = options;
  if (isRequired && isTurnedOff(mustAcceptTerms)) {
    problems.push(
      `lock.options.mustAcceptTerms: expected nothing beside consent: "required", received ${describe(mustAcceptTerms)}.`,
    );
  }
  if (!isRequired && !mustAcceptTerms) return problems;
  const isBare = !isRequired && showTerms === undefined && !hasLinks;
  if (isTurnedOff(showTerms) || isBare) {
    const key = isBare ? 'mustAcceptTerms' : 'showTerms';
    problems.push(
      `lock.options.${key}: expected a box to tick: brand.termsUrl or brand.privacyUrl with consent: "required", and no showTerms: false, received ${describe(options[key])}. Lock would disable its button until a box is ticked that it does not show.`,
    );
  }
  for (const path of blankTerms(settings, options)) {
    problems.push(
      `${path}: expected what the visitor agrees to, received "". Lock would show no box to tick.`,
    );
  }
  return problems;
}

const isTurnedOff = (option: unknown): boolean => option !== undefined && !option;

/** Where Lock's line about the terms is taken out. */
function blankTerms(
  { texts }: Readonly<Record<string, unknown>>,
  { languageDictionary: dictionary }: Readonly<Record<string, unknown>>,
): string[] {
  const isBlank = (it: unknown) => isPlainObject(it) && /^\s*$/.test(String(it['signUpTerms'] ?? 'Lock’s'));
  const languages = Object.entries(isPlainObject(texts) ? texts : {});
  return [
    ...(isBlank(dictionary) ? ['lock.options.languageDictionary.signUpTerms'] : []),
    ...languages
      .filter(([, own]) => isPlainObject(own) && isBlank(own['lock']))
      .map(([language]) => `texts.${language}.lock.signUpTerms`),
  ];
}

/** Whether `value` survives the way through JSON, as it must to get into the page. */
export function isJson(value: unknown, depth = 0): boolean {
  // Deeper than any option, and than what holds itself ever ends.
  if (depth > 20) return false;
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isJson(item, depth + 1));
  if (typeof value !== 'object') return false;
  return (
    Object.getPrototypeOf(value) === Object.prototype &&
    Object.values(value).every((item) => isJson(item, depth + 1))
  );
}
