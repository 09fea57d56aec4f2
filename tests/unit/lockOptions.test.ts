import { describe, expect, it } from 'vitest';
import type { HostedConfig } from '../../src/page/HostedConfig.ts';
import { lockOptions } from '../../src/page/lockOptions.ts';
import type { PageData } from '../../src/page/PageData.ts';
import { words } from '../../src/pipeline/words/words.ts';

const internalOptions = {
  ...{
    protocol: 'oauth2',
    response_type: 'code',
    scope: 'openid',
    _csrf: 'c',
    _intstate: 'deprecated',
    state: 's',
  },
  ...{ audience: 'https://api.example.com', nonce: 'n', login_hint: '', custom: 'yes' },
};
const hosted: HostedConfig = {
  clientID: 'abc',
  auth0Domain: 'login.example.com',
  auth0Tenant: 'acme',
  callbackURL: 'https://app.example.com/callback',
  callbackOnLocationHash: false,
  clientConfigurationBaseUrl: 'https://cdn.eu.auth0.com/',
  assetsUrl: '',
  dict: { signin: { title: 'Sample app' } },
  authorizationServer: { url: 'https://login.example.com', issuer: 'https://login.example.com/' },
  internalOptions,
};
const page: PageData = {
  connections: { choose: 'request' },
  brand: { fallbackColor: '#0059d6', hasTerms: false },
  languages: { en: { dir: 'ltr', words: words.en } },
  emailMethod: 'code',
  resendAfter: 30,
  lockOptions: {},
};

function options(
  changes: {
    hosted?: Record<string, unknown>;
    internal?: Record<string, unknown>;
    page?: Partial<PageData>;
    method?: 'sms' | 'email' | null;
    customNames?: boolean;
    country?: string;
    number?: { text: string; country: string };
  } = {},
) {
  const { method = 'sms', customNames = false } = changes;
  return lockOptions({
    hosted: { ...hosted, ...changes.hosted, internalOptions: { ...internalOptions, ...changes.internal } },
    page: { ...page, ...changes.page },
    panel: { method, connections: [method ?? 'github'], customNames },
    language: 'en',
    words: words.en,
    container: 'lock-sms',
    logo: 'data:,',
    country: changes.country,
    number: changes.number ?? null,
    primaryColor: '#0059d6',
  });
}

describe('lockOptions', () => {
  it('are those of the stock passwordless template', () => {
    expect(options()).toEqual({
      container: 'lock-sms',
      allowedConnections: ['sms'],
      auth: {
        redirectUrl: 'https://app.example.com/callback',
        responseType: 'code',
        params: internalOptions,
        autoParseHash: false,
      },
      configurationBaseUrl: 'https://cdn.eu.auth0.com/',
      overrides: { __tenant: 'acme', __token_issuer: 'https://login.example.com/' },
      assetsUrl: '',
      passwordlessMethod: 'code',
      prefill: {},
      rememberLastLogin: false,
      showTerms: false,
      language: 'en',
      languageDictionary: {
        title: 'Sample app',
        error: { passwordless: expect.objectContaining({ invalid_user_password: words.en.error.wrongCode }) },
        phoneNumberInputInvalidHint: words.en.error.badPhone,
        resendCodeAction: words.en.code.change.sms,
      },
      theme: { logo: 'data:,', primaryColor: '#0059d6' },
      closable: false,
      avatar: null,
    });
  });

  it.each<[string, Parameters<typeof options>[0], object]>([
    [
      'a response type that was asked for',
      { internal: { response_type: 'token id_token' } },
      { auth: { responseType: 'token id_token' } },
    ],
    [
      'callbackOnLocationHash',
      { internal: { response_type: undefined }, hosted: { callbackOnLocationHash: true } },
      { auth: { responseType: 'token' } },
    ],
    ['no response type', { internal: { response_type: '' } }, { auth: { responseType: 'code' } }],
    [
      'a response type of another kind',
      { internal: { response_type: ['x'] } },
      { auth: { responseType: 'code' } },
    ],
    ['social connections alone', { method: null }, { rememberLastLogin: true }],
    ['prompt', { method: null, hosted: { prompt: 'login' } }, { rememberLastLogin: false }],
    [
      'an email hint',
      { internal: { login_hint: 'zoe@example.com' } },
      { prefill: { email: 'zoe@example.com' } },
    ],
    [
      'a number',
      { number: { text: '412 345 678', country: 'AU' } },
      { prefill: { phoneNumber: '412 345 678' } },
    ],
    ['a country', { country: 'NZ' }, { defaultLocation: 'NZ' }],
    ['a link by email', { page: { emailMethod: 'link' }, method: 'email' }, { passwordlessMethod: 'link' }],
    ['no link by SMS', { page: { emailMethod: 'link' }, method: 'sms' }, { passwordlessMethod: 'code' }],
    ['custom names', { customNames: true }, { useCustomPasswordlessConnection: true }],
    [
      'the brand’s name',
      { page: { brand: { name: 'Acme', fallbackColor: '', hasTerms: true } } },
      { languageDictionary: { title: 'Log in to Acme' }, showTerms: true },
    ],
    ['no name at all', { hosted: { dict: undefined } }, { languageDictionary: { title: 'Log in' } }],
    ['a language for dict', { hosted: { dict: 'es' } }, { languageDictionary: { title: 'Log in' } }],
    [
      'a title of another kind',
      { hosted: { dict: { signin: { title: { html: '<b>' } } } } },
      { languageDictionary: { title: 'Log in' } },
    ],
    [
      'a title that is too long',
      { hosted: { dict: { signin: { title: 'x'.repeat(500) } } } },
      { languageDictionary: { title: 'x'.repeat(100) } },
    ],
    ['no tenant', { hosted: { auth0Tenant: undefined, authorizationServer: null } }, { overrides: {} }],
    [
      'the team’s options',
      { page: { lockOptions: { showTerms: false } } },
      { showTerms: false, closable: false },
    ],
    [
      'the team’s nested options',
      { page: { lockOptions: { theme: { labeledSubmitButton: false } } } },
      { theme: { labeledSubmitButton: false, logo: 'data:,' } },
    ],
    [
      'the team’s texts',
      { page: { lockOptions: { languageDictionary: { error: { passwordless: { 'bad.email': 'No!' } } } } } },
      {
        languageDictionary: {
          title: 'Sample app',
          error: { passwordless: { 'bad.email': 'No!', too_many_attempts: words.en.error.tooManyTries } },
        },
      },
    ],
    [
      'the team’s auth options',
      { page: { lockOptions: { auth: { sso: false } } } },
      { auth: { sso: false, params: internalOptions } },
    ],
    [
      'a team that overrules',
      { page: { lockOptions: { rememberLastLogin: false } } },
      { rememberLastLogin: false },
    ],
  ])('follow %s', (_name, changes, expected) => {
    expect(options(changes)).toMatchObject(expected);
  });

  it.each(['callbackURL', 'clientConfigurationBaseUrl', 'assetsUrl'])(
    'leave out %s when it is not a string',
    (field) => {
      const keys = {
        callbackURL: 'redirectUrl',
        clientConfigurationBaseUrl: 'configurationBaseUrl',
        assetsUrl: 'assetsUrl',
      };
      const result = options({ hosted: { [field]: { href: 'https://example.com' } } });
      const key = keys[field as keyof typeof keys];
      expect(Object.keys({ ...result, ...(result['auth'] as object) })).not.toContain(key);
    },
  );

  it('give Lock a copy of internalOptions, which it changes', () => {
    const params = (options()['auth'] as { params: object }).params;
    expect(params).toEqual(internalOptions);
    expect(params).not.toBe(internalOptions);
  });

  it('leaves out what is no text where Lock asserts one, and keeps everything else', () => {
    const internal = {
      scope: ['openid', 'email'],
      nonce: { a: 1 },
      audience: null,
      custom: ['1', '2'],
      leeway: 5,
    };
    const { params } = options({ internal })['auth'] as { params: object };
    const { scope: _scope, nonce: _nonce, audience: _audience, ...kept } = internalOptions;
    expect(params).toEqual({ ...kept, custom: ['1', '2'], leeway: 5 });
  });
});
