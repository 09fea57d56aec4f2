import { describe, expect, it } from 'vitest';
import { cuts } from '../../src/settings/cuts.ts';
import { defineLoginPage, defineLoginPages } from '../../src/settings/defineLoginPage.ts';
import type { LoginPageSettings } from '../../src/settings/LoginPageSettings.ts';
import { pageNamed, parseSettings } from '../../src/settings/parseSettings.ts';
import { settingsProblems } from '../../src/settings/settingsProblems.ts';

/** Settings as a JavaScript user could write them: the point is what the types would refuse. */
const wrong = (settings: unknown) => parseSettings(defineLoginPage(settings as LoginPageSettings));

const noAdditions = Object.fromEntries(
  ['scriptSrc', 'styleSrc', 'imgSrc', 'fontSrc', 'connectSrc', 'frameSrc'].map((key) => [key, []]),
);

describe('parseSettings', () => {
  it('completes nothing at all', () => {
    expect(parseSettings(defineLoginPage({}))).toEqual([
      {
        name: 'login',
        connections: { allow: undefined, choose: 'request' },
        brand: Object.fromEntries(
          ['name', 'logo', 'primaryColor', 'background', 'termsUrl', 'privacyUrl', 'supportUrl'].map(
            (key) => [key, undefined],
          ),
        ),
        languages: ['en'],
        texts: {},
        countries: undefined,
        defaultCountry: undefined,
        emailMethod: 'code',
        consent: 'stated',
        resendAfter: 30,
        lock: {
          ...{ delivery: 'inline', renderer: 'preact', integrity: undefined, options: {} },
          diet: Object.fromEntries(cuts.map((cut) => [cut, true])),
        },
        contentSecurityPolicy: { mode: 'enforce', additions: noAdditions, trustedTypes: false },
        budget: { gzip: 180_000, apiBody: 700_000 },
      },
    ]);
  });

  it('takes every key', () => {
    const settings: LoginPageSettings = {
      connections: { allow: ['sms', 'email', 'google-oauth2'], choose: 'fixed' },
      brand: {
        name: 'Acme',
        logo: 'brand/acme.svg',
        primaryColor: 'hsl(210 50% 40%)',
        background: 'linear-gradient(120deg, #fff, #eee)',
        termsUrl: 'https://example.com/terms',
        privacyUrl: 'https://example.com/privacy',
        supportUrl: 'mailto:help@example.com',
      },
      languages: ['pt-br', 'en'],
      texts: { en: { tryAgain: 'Once more', lock: { submitLabel: 'Send' } } },
      countries: ['BR', 'PT'],
      defaultCountry: 'BR',
      emailMethod: 'link',
      consent: 'stated',
      resendAfter: 60,
      lock: {
        delivery: 'cdn',
        integrity: `sha384-${'a'.repeat(64)}`,
        options: { showTerms: false, theme: { labeledSubmitButton: false }, auth: { sso: false } },
      },
      contentSecurityPolicy: {
        scriptSrc: ['https://stats.example.com'],
        reportOnly: true,
        trustedTypes: true,
      },
      budget: { gzip: 1, apiBody: 1_048_576 },
    };
    const { name: _name, ...parsed } = parseSettings(defineLoginPage(settings))[0] ?? { name: '' };
    const diet = Object.fromEntries(cuts.map((cut) => [cut, true]));
    expect(parsed).toEqual({
      ...settings,
      lock: { ...settings.lock, renderer: 'preact', diet },
      contentSecurityPolicy: {
        mode: 'report',
        additions: { ...noAdditions, scriptSrc: ['https://stats.example.com'] },
        trustedTypes: true,
      },
    });
  });

  it.each<[string, NonNullable<LoginPageSettings['lock']>, readonly string[]]>([
    ['all cuts by default', {}, cuts],
    ['all cuts', { diet: true }, cuts],
    ['no cut that changes code', { diet: false }, ['babelHelpers', 'phoneNumbers', 'socialIcons']],
    ['all but one', { diet: { style: false } }, cuts.filter((cut) => cut !== 'style')],
    [
      'all but one, another said to be made',
      { diet: { style: false, cordova: true } },
      cuts.filter((cut) => cut !== 'style'),
    ],
  ])('makes %s', (_name, lock, made) => {
    const [page] = parseSettings(defineLoginPage({ lock }));
    expect(cuts.filter((cut) => page?.lock.diet[cut])).toEqual(made);
  });

  it('gives each further language a budget', () => {
    const [page] = parseSettings(defineLoginPage({ languages: ['en', 'ja', 'ar'] }));
    expect(page?.budget.gzip).toBe(188_000);
  });

  it.each(['AU', 'GB', 'US', 'BR', 'XK'])('takes %s for a country', (defaultCountry) => {
    expect(parseSettings(defineLoginPage({ defaultCountry }))[0]?.defaultCountry).toBe(defaultCountry);
  });

  it.each(['UK', 'XX', 'ZZ', 'EU', 'AN', 'gb', 'AUS', ''])('takes %j for no country', (defaultCountry) => {
    expect(() => parseSettings(defineLoginPage({ defaultCountry }))).toThrow(
      'defaultCountry: expected a country',
    );
  });

  it('gives React its own budgets', () => {
    const [page] = parseSettings(defineLoginPage({ lock: { renderer: 'react' } }));
    expect(page?.budget).toEqual({ gzip: 320_000, apiBody: 1_048_576 });
  });

  it('keeps the order of several pages', () => {
    expect(parseSettings(defineLoginPages({ globex: {}, acme: {} })).map(({ name }) => name)).toEqual([
      'globex',
      'acme',
    ]);
  });

  it.each<[string, unknown, string]>([
    [
      'a typo',
      { conections: {} },
      'conections: unknown key, received {}. Did you mean "connections"? The keys are connections, brand, languages, texts, countries, defaultCountry, emailMethod, consent, resendAfter, lock, contentSecurityPolicy, budget, tenant.',
    ],
    [
      'a typo within',
      { brand: { primaryColour: '#fff' } },
      'brand.primaryColour: unknown key, received "#fff". Did you mean "primaryColor"? The keys of brand are name, logo, primaryColor, background, termsUrl, privacyUrl, supportUrl.',
    ],
    [
      'capitals',
      { defaultcountry: 'AU' },
      'defaultcountry: unknown key, received "AU". Did you mean "defaultCountry"?',
    ],
    [
      'a key that is nothing like any',
      { telepathy: true },
      'telepathy: unknown key, received true. The keys are',
    ],
    [
      'a cut that does not exist',
      { lock: { diet: { styles: false } } },
      'lock.diet.styles: unknown key, received false. Did you mean "style"? The keys of lock.diet are authJsParts,',
    ],
    [
      'a diet of another kind',
      { lock: { diet: ['style'] } },
      'lock.diet: expected true, false, or an object such as { style: false }, received ["style"].',
    ],
    [
      'a policy of another kind',
      { contentSecurityPolicy: 'strict' },
      'contentSecurityPolicy: expected true, false, or an object such as { scriptSrc: ["https://cdn.example.com"] }, received "strict".',
    ],
    [
      'a source that would let everything run',
      { contentSecurityPolicy: { scriptSrc: ["'unsafe-inline'"] } },
      `contentSecurityPolicy.scriptSrc.0: expected an https: host, with a path or not, or the hash of a script, 'sha256-…', received "'unsafe-inline'".`,
    ],
    [
      'a source that is a whole scheme',
      { contentSecurityPolicy: { connectSrc: ['https:'] } },
      'contentSecurityPolicy.connectSrc.0: expected an https: host, with a path or not, or data: or blob:, received "https:".',
    ],
    [
      'a directive that is none',
      { contentSecurityPolicy: { scriptsrc: [] } },
      'contentSecurityPolicy.scriptsrc: unknown key, received []. Did you mean "scriptSrc"?',
    ],
    [
      'a diet on the CDN',
      { lock: { delivery: 'cdn', diet: false } },
      'lock.diet: expected no diet, or lock.delivery "inline": nothing is taken off Lock on the CDN, received false.',
    ],
    [
      'no list',
      { connections: { allow: 'sms' } },
      'connections.allow: expected a list of connection names such as ["sms", "email"], received "sms".',
    ],
    [
      'an empty list',
      { connections: { allow: [] } },
      'connections.allow: expected a list of connection names such as ["sms", "email"], with at least one name (leave the key out for no restriction), received [].',
    ],
    [
      'names with commas',
      { connections: { allow: ['sms,email'] } },
      'connections.allow.0: expected a connection name without commas or spaces around it, received "sms,email".',
    ],
    [
      'a name twice',
      { connections: { allow: ['sms', 'sms'] } },
      'connections.allow: expected each connection name only once, received ["sms","sms"].',
    ],
    [
      'a name that is a number',
      { connections: { allow: ['sms', 7] } },
      'connections.allow.1: expected a connection name, received 7.',
    ],
    [
      'another choose',
      { connections: { choose: 'fix' } },
      'connections.choose: expected "request" or "fixed", received "fix".',
    ],
    [
      'fixed of nothing',
      { connections: { choose: 'fixed' } },
      'connections.choose: expected "request", or a list of names in connections.allow beside it ("fixed" offers all of them), received "fixed".',
    ],
    ['connections as a list', { connections: ['sms'] }, 'connections: expected an object, received ["sms"].'],
    [
      'a colour',
      { brand: { primaryColor: 'blu-ish' } },
      'brand.primaryColor: expected a CSS colour such as "#0059d6", received "blu-ish".',
    ],
    [
      'a colour with more',
      { brand: { primaryColor: 'red;}body{' } },
      'brand.primaryColor: expected a CSS colour',
    ],
    [
      'a background',
      { brand: { background: 'url(x.png)' } },
      'brand.background: expected a CSS colour such as "#f4f6fb", or a linear-gradient(), received "url(x.png)".',
    ],
    [
      'an empty name',
      { brand: { name: ' ' } },
      'brand.name: expected a name of 1 to 60 characters, without "@@" or "##", which deploy-cli looks for, received " ".',
    ],
    [
      'a logo at http:',
      { brand: { logo: 'http://example.com/x.png' } },
      'brand.logo: expected the path of an image file or an https: URL, received "http://example.com/x.png".',
    ],
    [
      'terms at http:',
      { brand: { termsUrl: 'http://example.com' } },
      'brand.termsUrl: expected an https: URL, received "http://example.com".',
    ],
    [
      'a script for support',
      { brand: { supportUrl: 'javascript:alert(1)' } },
      'brand.supportUrl: expected an https: or mailto: URL, received "javascript:alert(1)".',
    ],
    [
      'an unknown language',
      { languages: ['en', 'xx'] },
      'languages.1: expected one of en, es, fr, de, pt-br, it, nl, ja, zh, ar, received "xx".',
    ],
    ['no language', { languages: [] }, 'languages: expected at least one language, received [].'],
    [
      'a language twice',
      { languages: ['en', 'en'] },
      'languages: expected each language only once, received ["en","en"].',
    ],
    [
      'a country',
      { defaultCountry: 'au' },
      'defaultCountry: expected a country as ISO 3166-1 alpha-2, in capitals, such as "AU" (and "GB", not "UK"), received "au".',
    ],
    [
      'no country',
      { countries: [] },
      'countries: expected at least one country (leave the key out for all), received [].',
    ],
    [
      'a country of a list',
      { countries: ['AU', 'Australia'] },
      'countries.1: expected a country as ISO 3166-1 alpha-2, in capitals, such as "AU" (and "GB", not "UK"), received "Australia".',
    ],
    [
      'a country twice',
      { countries: ['AU', 'AU'] },
      'countries: expected each country only once, received ["AU","AU"].',
    ],
    [
      'an email method',
      { emailMethod: 'magic' },
      'emailMethod: expected "code" or "link", received "magic".',
    ],
    [
      'a renderer',
      { lock: { delivery: 'cdn', renderer: 'react' } },
      'lock.renderer: expected no renderer, or lock.delivery "inline": Lock on the CDN brings its own, received "react".',
    ],
    [
      'a hash for nothing',
      { lock: { integrity: `sha256-${'a'.repeat(43)}=` } },
      'lock.integrity: expected no hash, or lock.delivery "cdn" beside it: Lock stands in the page, received',
    ],
    [
      'another renderer',
      { lock: { renderer: 'vue' } },
      'lock.renderer: expected "preact" or "react", received "vue".',
    ],
    [
      'an integrity that is cut',
      { lock: { integrity: 'sha384-abc' } },
      'lock.integrity: expected a hash such as "sha384-…", as computed from the file on the CDN, received "sha384-abc".',
    ],
    [
      'a function for Lock',
      { lock: { options: { prefill2: () => 1 } } },
      'lock.options: expected JSON values only: functions and the like cannot stand in the page, received',
    ],
    [
      'an option that the page decides',
      { lock: { options: { allowedConnections: ['sms'] } } },
      'lock.options: expected no allowedConnections: the page decides it from the request, received {"allowedConnections":["sms"]}.',
    ],
    [
      'a nested one',
      { lock: { options: { auth: { params: {} } } } },
      'lock.options: expected no auth.params: the page decides it',
    ],
    [
      'an option with which Lock asks for what the page has not',
      { lock: { options: { __useTenantInfo: true } } },
      'lock.options: expected no __useTenantInfo: the page decides it',
    ],
    [
      'an option that Lock has not',
      { lock: { options: { mustAcceptTerm: true } } },
      'lock.options.mustAcceptTerm: Lock has no such option, received true. Did you mean "mustAcceptTerms"?',
    ],
    [
      'one deeper down',
      { lock: { options: { theme: { primarycolour: '#fff' } } } },
      'lock.options.theme.primarycolour: Lock has no such option, received "#fff". Did you mean "primaryColor"?',
    ],
    [
      'one of a button',
      { lock: { options: { theme: { authButtons: { acme: { displayname: 'Acme' } } } } } },
      'lock.options.theme.authButtons.acme.displayname: Lock has no such option, received "Acme". Did you mean "displayName"?',
    ],
    ...['x', null, [], true].map((auth): [string, object, string] => [
      `an option that is no object: ${JSON.stringify(auth)}`,
      { lock: { options: { auth } } },
      `lock.options.auth: expected an object, received ${JSON.stringify(auth)}.`,
    ]),
    [
      'a list of buttons',
      { lock: { options: { theme: { authButtons: ['acme'] } } } },
      'lock.options.theme.authButtons: expected an object, received ["acme"].',
    ],
    [
      'a button that is a color',
      { lock: { options: { theme: { authButtons: { acme: '#fff' } } } } },
      'lock.options.theme.authButtons.acme: expected an object, received "#fff".',
    ],
    [
      'an option that is a function in Lock',
      { lock: { options: { connectionResolver: 'x' } } },
      'lock.options.connectionResolver: expected nothing: it is a function, which cannot stand in the page, received "x".',
    ],
    [
      'a screen that passwordless Lock has not',
      { lock: { options: { initialScreen: 'signUp' } } },
      'lock.options.initialScreen: expected nothing: a login without passwords has one first screen, received "signUp".',
    ],
    [
      'nearly one that the page decides',
      { lock: { options: { alowedConnections: [] } } },
      'Did you mean "allowedConnections"?',
    ],
    [
      'terms that must be accepted and are not there',
      { lock: { options: { mustAcceptTerms: true } } },
      'lock.options.mustAcceptTerms: expected a box to tick: brand.termsUrl or brand.privacyUrl',
    ],
    [
      'terms that must be accepted and are not shown',
      {
        brand: { termsUrl: 'https://example.com' },
        lock: { options: { mustAcceptTerms: true, showTerms: false } },
      },
      'lock.options.showTerms: expected a box to tick',
    ],
    ...[null, 0, ''].map((showTerms): [string, object, string] => [
      `the same, by ${JSON.stringify(showTerms)}`,
      { consent: 'required', brand: { termsUrl: 'https://example.com' }, lock: { options: { showTerms } } },
      `lock.options.showTerms: expected a box to tick: brand.termsUrl or brand.privacyUrl with consent: "required", and no showTerms: false, received ${JSON.stringify(showTerms)}.`,
    ]),
    [
      'terms that must be accepted and are not said',
      {
        consent: 'required',
        brand: { privacyUrl: 'https://example.com' },
        texts: { en: { lock: { signUpTerms: '' } } },
      },
      'texts.en.lock.signUpTerms: expected what the visitor agrees to, received "".',
    ],
    [
      'consent to nothing',
      { consent: 'required' },
      'consent: expected "stated", or brand.termsUrl or brand.privacyUrl beside it, received "required"',
    ],
    [
      'a kind of consent that is none',
      { consent: true },
      'consent: expected "stated" or "required", received true.',
    ],
    [
      'consent that an option takes back',
      {
        consent: 'required',
        brand: { privacyUrl: 'https://example.com' },
        lock: { options: { mustAcceptTerms: false } },
      },
      'lock.options.mustAcceptTerms: expected nothing beside consent: "required", received false.',
    ],
    [
      'a budget over the limit',
      { budget: { apiBody: 2_000_000 } },
      'budget.apiBody: expected a whole number of bytes from 1 to 1,048,576, received 2000000.',
    ],
    [
      'a budget in words',
      { budget: { gzip: '170 KB' } },
      'budget.gzip: expected a whole number of bytes from 1 to 1,048,576, received "170 KB".',
    ],
    ['no object', 'settings', 'the settings: expected an object of page settings, received "settings".'],
    ['null', null, 'the settings: expected an object of page settings, received null.'],
    ['a long value', { emailMethod: 'x'.repeat(200) }, `received "${'x'.repeat(76)}….`],
  ])('explains %s', (_name, settings, message) => {
    expect(() => wrong(settings)).toThrow(message);
  });

  it.each([
    'linear-gradient(red, blue)',
    'linear-gradient(120deg, #fff, rgb(0, 0, 0) 40%, teal 60% 80%)',
    'linear-gradient(to bottom right, #fff, hsl(210 50% 40%))',
    'rebeccapurple',
  ])('takes the background %s', (background) => {
    expect(wrong({ brand: { background } })[0]?.brand.background).toBe(background);
  });

  it.each([
    'linear-gradient((((red)',
    'linear-gradient(red)',
    'linear-gradient(red, blue), url(x)',
    'linear-gradient(red) url(//example.com/x.png)',
    'linear-gradient(red, url(x))',
    'linear-gradient(nonsense, red)',
    'rgb(1.2.3 4 5)',
    'constructor',
  ])('refuses the background %s', (background) => {
    expect(() => wrong({ brand: { background } })).toThrow('brand.background: expected a CSS colour');
  });

  it.each<[string, unknown]>([
    ['a promise', Promise.resolve({})],
    ['a map', new Map()],
    ['a date', new Date(0)],
    ['a list', []],
  ])('refuses %s as settings', (_name, settings) => {
    expect(() => wrong(settings)).toThrow('the settings: expected an object of page settings');
  });

  it('tells all problems of lock.options at once', () => {
    const options = {
      ...{ allowedConnections: [], language: 'en', mustAcceptTerms: true, autoClose: true },
      auth: { params: {}, state: 'x', ssso: false },
    };
    const problems = settingsProblems({ lock: { options } }).map(
      (line) => line.split(/, | and no |: Lock/)[0],
    );
    expect(problems).toEqual([
      'lock.options: expected no allowedConnections: the page decides it from the request',
      'lock.options: expected no language: the page decides it from the request',
      'lock.options: expected no auth.params: the page decides it from the request',
      'lock.options: expected no auth.state: the page decides it from the request',
      'lock.options.autoClose',
      'lock.options.auth.ssso',
      'lock.options.mustAcceptTerms: expected a box to tick: brand.termsUrl or brand.privacyUrl with consent: "required"',
    ]);
  });

  it('tells all problems at once', () => {
    expect(() =>
      wrong({ emailMethod: 'x', brand: { nam: 'Acme' }, languages: 'en', lokc: {}, conections: {} }),
    ).toThrow(/^login\.config\.ts has 5 problems:(\n {2}- .*){5}$/);
  });

  it('names the page when there are several', () => {
    const pages = defineLoginPages({ acme: {}, globex: { emailMethod: 'x' as 'code' } });
    expect(() => parseSettings(pages)).toThrow(
      '  - globex: emailMethod: expected "code" or "link", received "x".',
    );
  });

  it.each(['Acme', '../x', '', '-x', 'a b', 'é'])('refuses %j as a page name', (name) => {
    expect(() => parseSettings(defineLoginPages({ [name]: {} }))).toThrow("a page's name is a file's name");
  });

  it.each([undefined, null, {}, [], { connections: {} }, 'x'])(
    'refuses %j as a default export',
    (exported) => {
      expect(() => parseSettings(exported)).toThrow(
        'login.config.ts: the default export is not a login page.\nWrite: export default defineLoginPage({ … });',
      );
    },
  );

  it('refuses no pages', () => {
    expect(() => parseSettings(defineLoginPages({}))).toThrow('defineLoginPages was given no page');
  });
});

describe('pageNamed', () => {
  const pages = parseSettings(defineLoginPages({ acme: {}, globex: {} }));
  it('finds a page', () => {
    expect(pageNamed(pages, 'globex').name).toBe('globex');
  });
  it('explains a typo', () => {
    expect(() => pageNamed(pages, 'acne')).toThrow(
      'There is no page called "acne". Did you mean "acme"? The pages are: acme, globex.',
    );
  });
});

describe('what was probably meant', () => {
  it.each([
    ...['jp', 'JA', 'ja-JP', 'jpn', 'Japanese', 'japanes', '日本語'].map((text) => [text, 'ja']),
    ...['cn', 'zh-Hans', 'zh_TW', 'chi', 'Chinese'].map((text) => [text, 'zh']),
    ...['pt', 'br', 'pt-BR', 'pt-PT', 'por', 'Portuguese'].map((text) => [text, 'pt-br']),
    ...['en-US', 'en_GB', 'us', 'gb', 'eng', 'English'].map((text) => [text, 'en']),
    ...['sp', 'esp', 'mx', 'Spanish', 'Español'].map((text) => [text, 'es']),
    ...['ger', 'deu', 'gr', 'at', 'de-CH', 'German', 'Deutsch'].map((text) => [text, 'de']),
    ...['fre', 'Francais'].map((text) => [text, 'fr']),
    // Languages that the page does not speak, though some are the codes of countries too.
    ...['ru', 'sv', 'ca', 'uk', 'pl', 'el', 'xx', 'Klingon', 'en,es'].map((text) => [text, null]),
  ])('languages: %j means %j', (text, meant) => {
    const [problem = ''] = settingsProblems({ languages: [text] });
    expect(problem).toContain(`languages.0: expected one of en, es,`);
    expect(/Did you mean "(.+)"\?$/.exec(problem)?.[1] ?? null).toBe(meant);
  });

  it.each([
    ...['UK', 'uk', 'gb', 'GBR', 'England', 'United Kingdom'].map((text) => [text, 'GB']),
    ...['au', 'AUS', 'Australia', 'Austrailia'].map((text) => [text, 'AU']),
    ...[
      ['USA', 'US'],
      ['JA', 'JP'],
      ['EL', 'GR'],
      ['CHN', 'CN'],
      ['Germany', 'DE'],
    ],
    ...['EN', 'XX', '123', 'Atlantis and more'].map((text) => [text, null]),
  ])('countries: %j means %j', (text, meant) => {
    for (const settings of [{ countries: [text] }, { defaultCountry: text }]) {
      const [problem = ''] = settingsProblems(settings);
      expect(problem).toContain('expected a country as ISO 3166-1');
      expect(/Did you mean "(.+)"\?$/.exec(problem)?.[1] ?? null).toBe(meant);
    }
  });
});

describe('a text from an environment variable that is not set', () => {
  it.each<[key: string, received: string, settings: object]>([
    ['brand.name', 'nothing', { brand: { name: undefined } }],
    ['brand.name', '"undefined"', { brand: { name: 'undefined' } }],
    ['brand.name', '"Acme undefined"', { brand: { name: 'Acme undefined' } }],
    ['brand.name', '"null"', { brand: { name: 'null' } }],
    ['brand.name', '""', { brand: { name: '' } }],
    ['brand.logo', 'nothing', { brand: { logo: undefined } }],
    ['brand.primaryColor', '"undefined"', { brand: { primaryColor: 'undefined' } }],
    ['brand.termsUrl', '"https://undefined/terms"', { brand: { termsUrl: 'https://undefined/terms' } }],
    ['defaultCountry', 'nothing', { defaultCountry: undefined }],
    ['languages.0', 'nothing', { languages: [undefined] }],
    ['connections.allow.0', '"undefined"', { connections: { allow: ['undefined'] } }],
    ['tenant.sms.from', '"undefined"', { tenant: { sms: { from: 'undefined' } } }],
    [
      'contentSecurityPolicy.imgSrc.0',
      '"https://undefined"',
      { contentSecurityPolicy: { imgSrc: ['https://undefined'] } },
    ],
  ])('%s: %s', (key, received, settings) => {
    const problems = settingsProblems(settings);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${key}: expected .*, received `));
    expect(problems[0]).toContain(
      `, received ${received}. It may come from an environment variable that is not set: set it,`,
    );
  });

  it.each<[string, object]>([
    ['a name', { brand: { name: 'Undefined Ltd' } }],
    ['a section', { brand: undefined, connections: undefined, tenant: undefined }],
    ['a text of the page', { texts: { en: { tryAgain: 'undefined' } } }],
    ['a key that is left out', { tenant: { sms: {} } }],
  ])('is not suspected in %s', (_what, settings) => {
    expect(settingsProblems(settings).join()).not.toContain('environment variable');
  });
});
