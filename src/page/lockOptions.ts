import { errorDictionary } from './errorDictionary.ts';
import type { HostedConfig } from './HostedConfig.ts';
import { isRecord } from './isRecord.ts';
import type { Panel } from './offeredMethods.ts';
import { ownValue } from './ownValue.ts';
import type { PageData, Words } from './PageData.ts';
import { pageTitle } from './pageTitle.ts';
import type { HintedNumber } from './phone/hintedNumber.ts';
import { prefill } from './prefill.ts';

/** What `lockOptions` decides from. */
export interface LockOptionsInput {
  hosted: HostedConfig;
  page: PageData;
  panel: Panel;
  language: string;
  words: Words;
  /** Id of the element that Lock is shown in. */
  container: string;
  /** Address of the logo in Lock's header. */
  logo: string;
  /** The country that the phone field starts with; without it Lock asks Auth0 first, and waits. */
  country: string | undefined;
  /** The number that it starts with. */
  number: HintedNumber | null;
  /** Colour of Lock's header and button. */
  primaryColor: string;
}

/** Longer than any application's name; what does not fit is cut. */
const LONGEST_TITLE = 100;

/**
 * The options for `Auth0LockPasswordless`, as Auth0's stock passwordless template builds them, for one
 * panel. Of the request only known fields with values of a known shape are used; `internalOptions` goes
 * through whole as `auth.params`, since losing `state` or `_csrf` ends in "Invalid state", but for what is no
 * text where only a text can be.
 *
 * The team's own texts and `lock.options` are laid over these, objects into objects, at any depth.
 */
export function lockOptions(input: LockOptionsInput): Record<string, unknown> {
  const { hosted, page, panel, language, words, container, logo, country, number, primaryColor } = input;
  const { internalOptions } = hosted;
  const { email } = prefill(internalOptions['login_hint']);
  const options = {
    container,
    allowedConnections: panel.connections,
    ...(panel.customNames && { useCustomPasswordlessConnection: true }),
    auth: {
      ...(typeof hosted.callbackURL === 'string' && { redirectUrl: hosted.callbackURL }),
      responseType: responseType(hosted),
      params: params(internalOptions),
      // Tokens are for the application: what a fragment brings here is not for Lock.
      autoParseHash: false,
    },
    ...(typeof hosted.clientConfigurationBaseUrl === 'string' && {
      configurationBaseUrl: hosted.clientConfigurationBaseUrl,
    }),
    overrides: overrides(hosted),
    ...(typeof hosted.assetsUrl === 'string' && { assetsUrl: hosted.assetsUrl }),
    passwordlessMethod: page.emailMethod === 'link' && panel.method === 'email' ? 'link' : 'code',
    ...(country !== undefined && { defaultLocation: country }),
    prefill: {
      ...(email !== undefined && { email }),
      ...(number !== null && { phoneNumber: number.text }),
    },
    // Lock greets a visitor whom it remembers with a button, which for SMS and email leads to an /authorize
    // that Auth0 refuses ("no phone_number or no verification_code provided"): only where there is neither.
    rememberLastLogin: !hosted.prompt && panel.method === null,
    language,
    languageDictionary: {
      title: dictTitle(hosted.dict, page) ?? pageTitle(words, page.brand.name),
      error: { passwordless: errorDictionary(words.error) },
      // Not even Lock's English has one: the field would turn red without a word.
      phoneNumberInputInvalidHint: words.error.badPhone,
      // Lock's link on the code's screen only leads back, to correct what was typed.
      ...(panel.method !== null && { resendCodeAction: words.code.change[panel.method] }),
    },
    theme: { logo, primaryColor },
    showTerms: page.brand.hasTerms,
    ...(page.consent === 'required' && { mustAcceptTerms: true }),
    closable: false,
    // Lock would ask Gravatar for a picture of the address that is typed in.
    avatar: null,
  };
  const own = ownValue(page.languages, language)?.lockTexts ?? {};
  return merge(merge(options, { languageDictionary: own }), page.lockOptions);
}

/**
 * Parameters that Lock and auth0-js take for texts: of anything else, such as what `scope[]=x` makes, Lock's
 * constructor says "scope is not valid".
 */
const TEXTS = ['scope', 'audience', 'nonce', 'state', 'response_type', 'response_mode', 'redirect_uri'];

function params(internalOptions: HostedConfig['internalOptions']): Record<string, unknown> {
  const isFit = ([name, value]: [string, unknown]) => typeof value === 'string' || !TEXTS.includes(name);
  return Object.fromEntries(Object.entries(internalOptions).filter(isFit));
}

function responseType({ internalOptions, callbackOnLocationHash }: HostedConfig): string {
  const requested = internalOptions['response_type'];
  if (typeof requested === 'string' && requested !== '') return requested;
  return callbackOnLocationHash === true ? 'token' : 'code';
}

function overrides({ auth0Tenant, authorizationServer }: HostedConfig): Record<string, string> {
  const issuer = isRecord(authorizationServer) ? authorizationServer['issuer'] : undefined;
  return {
    ...(typeof auth0Tenant === 'string' && { __tenant: auth0Tenant }),
    ...(typeof issuer === 'string' && { __token_issuer: issuer }),
  };
}

/**
 * `dict.signin.title`, which Auth0 fills with the application's name, unless the brand has a name of its
 * own. Lock shows it as text.
 */
function dictTitle(dict: unknown, { brand }: PageData): string | null {
  if (brand.name !== undefined) return null;
  const signin = isRecord(dict) ? dict['signin'] : undefined;
  const title = isRecord(signin) ? signin['title'] : undefined;
  return typeof title === 'string' && title.trim() !== '' ? title.trim().slice(0, LONGEST_TITLE) : null;
}

function merge(base: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const merged = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const known = merged[key];
    merged[key] = isRecord(known) && isRecord(value) ? merge(known, value) : value;
  }
  return merged;
}
