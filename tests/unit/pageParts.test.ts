import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../src/page/chooseLanguage.ts';
import { clientSettingsSource } from '../../src/page/clientSettingsSource.ts';
import { colour } from '../../src/page/colour.ts';
import { enabledConnections } from '../../src/page/enabledConnections.ts';
import type { HostedConfig } from '../../src/page/HostedConfig.ts';
import { visibleText } from '../../src/page/markup/visibleText.ts';
import { offeredMethods } from '../../src/page/offeredMethods.ts';
import { pageColours } from '../../src/page/pageColours.ts';
import { NO_LOGO, panelLogo } from '../../src/page/panelLogo.ts';
import { prefill } from '../../src/page/prefill.ts';
import { readClientSettings, readTenantSettings } from '../../src/page/readClientSettings.ts';
import { socialStrategies } from '../../src/page/socialStrategies.ts';
import { withoutMalformedTelemetry } from '../../src/page/withoutMalformedTelemetry.ts';

const require = createRequire(import.meta.url);

describe('offeredMethods', () => {
  const enabled = [
    { name: 'email', strategy: 'email', kind: 'email' },
    { name: 'sms', strategy: 'sms', kind: 'sms' },
    { name: 'sms-au', strategy: 'sms', kind: 'sms' },
    { name: 'google-oauth2', strategy: 'google-oauth2', kind: 'social' },
  ] as const;
  it.each([
    [['sms'], [['sms', ['sms'], false]]],
    [
      ['sms', 'email'],
      [
        ['sms', ['sms'], false],
        ['email', ['email'], false],
      ],
    ],
    [
      ['email', 'sms'],
      [
        ['email', ['email'], false],
        ['sms', ['sms'], false],
      ],
    ],
    [['google-oauth2'], [[null, ['google-oauth2'], false]]],
    [
      ['google-oauth2', 'sms', 'email'],
      [
        ['sms', ['sms', 'google-oauth2'], false],
        ['email', ['email', 'google-oauth2'], false],
      ],
    ],
    [['sms-au'], [['sms', ['sms-au'], true]]],
    [
      ['sms-au', 'sms', 'email'],
      [
        ['sms', ['sms-au', 'sms'], true],
        ['email', ['email'], false],
      ],
    ],
    [['unknown'], []],
    [[], []],
  ])('%j', (offered, expected) => {
    const panels = offeredMethods(offered, enabled);
    expect(panels.map(({ method, connections, customNames }) => [method, connections, customNames])).toEqual(
      expected,
    );
  });
});

describe('enabledConnections', () => {
  it('leaves out what passwordless Lock cannot show', () => {
    const names = ['auth0', 'sms', 'samlp', 'github', 'oauth2', 'email', 'telepathy'];
    const strategies = names.map((name) => ({ name, connections: [{ name: `my-${name}` }] }));
    expect(enabledConnections({ id: 'a', strategies }).map(({ name, kind }) => [name, kind])).toEqual([
      ['my-sms', 'sms'],
      ['my-github', 'social'],
      ['my-oauth2', 'social'],
      ['my-email', 'email'],
    ]);
  });

  it('knows the social strategies that Lock knows', () => {
    const { STRATEGIES } = require('auth0-lock/lib/connection/social/index') as { STRATEGIES: object };
    expect([...socialStrategies].sort()).toEqual([...Object.keys(STRATEGIES), 'oauth1', 'oauth2'].sort());
  });
});

describe('readClientSettings', () => {
  it('keeps what Lock shows, and of connections nothing else', () => {
    const connections = [
      { name: 'a', display_name: 'A', validation: null, passwordPolicy: 'superb', domain_aliases: 5 },
      { name: 'b', display_name: { en: 'B' } },
    ];
    const sent = {
      id: 'a',
      subscription: 'dev',
      strategies: [{ name: 'oauth2', scope: ['x'], connections }],
    };
    expect(readClientSettings(sent, 'a')).toEqual({
      id: 'a',
      subscription: 'dev',
      strategies: [{ name: 'oauth2', connections: [{ name: 'a', display_name: 'A' }, { name: 'b' }] }],
    });
  });
  it.each([null, undefined, 'text', [], {}, { id: 'b' }])('is null for %j', (payload) => {
    expect(readClientSettings(payload, 'a')).toBeNull();
  });
  it.each([
    [undefined, []],
    ['sms', []],
    [[null, 7, {}, [], { name: 1 }, { name: '' }], []],
    [[{ name: 'sms' }], [{ name: 'sms', connections: [] }]],
    [
      [{ name: 'sms', connections: [null, { name: 1 }, { name: '' }, { name: 'ok' }] }],
      [{ name: 'sms', connections: [{ name: 'ok' }] }],
    ],
  ])('drops what is no strategy or connection: %j', (strategies, expected) => {
    expect(readClientSettings({ id: 'a', strategies }, 'a')?.strategies).toEqual(expected);
  });
});

describe('readTenantSettings', () => {
  const connections = {
    passwordless: [
      { name: 'sms', strategy: 'sms' },
      { name: 'email', strategy: 'email' },
    ],
    social: [{ name: 'github', strategy: 'github' }, null, { name: 'x' }],
  };
  it('groups connections by strategy', () => {
    expect(readTenantSettings({ connections }, 'a')?.strategies.map(({ name }) => name)).toEqual([
      'sms',
      'email',
      'github',
    ]);
  });
  it('keeps those of the application', () => {
    const payload = { connections, clientsConnections: { a: ['sms'], b: ['email'] } };
    expect(readTenantSettings(payload, 'a')?.strategies.map(({ name }) => name)).toEqual(['sms']);
    expect(readTenantSettings(payload, '__proto__')?.strategies).toHaveLength(3);
  });
  it.each([null, {}, { connections: [] }])('is null for %j', (payload) => {
    expect(readTenantSettings(payload, 'a')).toBeNull();
  });
});

describe('readers of settings', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }),
    fc.constantFrom(undefined, '', '__proto__', Number.NaN),
  );
  const record = (fields: Record<string, fc.Arbitrary<unknown>>) =>
    fc.oneof({ weight: 5, arbitrary: fc.record(fields, { requiredKeys: [] }) }, odd);
  const list = (of: fc.Arbitrary<unknown>) => fc.oneof({ weight: 5, arbitrary: fc.array(of) }, odd);
  const name = fc.oneof(fc.constantFrom('sms', 'auth0', 'a'), odd);
  const connections = list(record({ name, strategy: name, display_name: name, validation: odd }));
  const client = record({ id: name, strategies: list(record({ name, connections })) });
  const tenant = record({
    connections: record({ database: connections, passwordless: connections }),
    clientsConnections: record({ a: list(name) }),
  });

  it('give names only, whatever Auth0 sends', () => {
    fc.assert(
      fc.property(client, tenant, (one, other) => {
        for (const settings of [readClientSettings(one, 'a'), readTenantSettings(other, 'a')]) {
          for (const { name, connections } of settings?.strategies ?? []) {
            const names = [name, ...connections.flatMap((it) => Object.values(it))];
            expect(names.every((it) => typeof it === 'string' && it !== '')).toBe(true);
            const keys = connections.flatMap((it) => Object.keys(it));
            expect(keys.filter((it) => it !== 'name' && it !== 'display_name')).toEqual([]);
          }
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('clientSettingsSource', () => {
  const url = (changes: Partial<HostedConfig>) =>
    clientSettingsSource({ clientID: 'a', auth0Domain: 'acme.auth0.com', internalOptions: {}, ...changes })
      .url;
  it.each<[Partial<HostedConfig>, string]>([
    [{ clientConfigurationBaseUrl: 'https://cdn.eu.auth0.com/' }, 'https://cdn.eu.auth0.com/client/a.js'],
    [{ clientConfigurationBaseUrl: 'https://cdn.auth0.com' }, 'https://cdn.auth0.com/client/a.js'],
    [{}, 'https://acme.auth0.com/client/a.js'],
    [{ clientConfigurationBaseUrl: 'javascript:alert(1)//' }, 'https://acme.auth0.com/client/a.js'],
    [{ clientConfigurationBaseUrl: '//evil.example.com' }, 'https://acme.auth0.com/client/a.js'],
    [{ clientConfigurationBaseUrl: 7 }, 'https://acme.auth0.com/client/a.js'],
    [{ clientID: '../x?y#z' }, 'https://acme.auth0.com/client/..%2Fx%3Fy%23z.js'],
    [{ isThirdPartyClient: true, auth0Tenant: 'acme' }, 'https://acme.auth0.com/tenants/v1/acme.js'],
    [{ isThirdPartyClient: true }, 'https://acme.auth0.com/info-v1.js'],
    [{ isThirdPartyClient: 'no' }, 'https://acme.auth0.com/client/a.js'],
  ])('%j', (changes, expected) => {
    expect(url(changes)).toBe(expected);
  });
});

describe('chooseLanguage', () => {
  it.each<[string[], unknown, unknown, string[], string]>([
    [['en', 'es'], 'es', undefined, ['en'], 'es'],
    [['en', 'es'], 'fr es en', undefined, [], 'es'],
    [['en', 'es'], 'es-MX', undefined, [], 'es'],
    [['en', 'pt-br'], 'pt_BR', undefined, [], 'pt-br'],
    [['en', 'pt-br'], 'pt', undefined, [], 'pt-br'],
    [['en', 'pt-br'], 'pt-PT', undefined, [], 'pt-br'],
    [['en', 'es'], 'eo', undefined, [], 'en'],
    [['en', 'es'], 'fr,es,en', undefined, [], 'es'],
    [['en', 'es'], 'fr, es, en', undefined, [], 'es'],
    [['en', 'es'], 'fr+es+en', undefined, [], 'es'],
    [['en', 'es'], 'fr;es;en', undefined, [], 'es'],
    [['en', 'es'], 'fr|es|en', undefined, [], 'es'],
    [['en', 'es'], 'en;q=0.5, es;q=0.9', undefined, [], 'es'],
    [['en', 'es'], 'es-MX,es;q=0.9,en;q=0.8', undefined, ['en'], 'es'],
    [['en', 'es'], 'es ; q=0, en', undefined, ['es'], 'en'],
    [['en', 'es'], ',;+ ', undefined, ['es'], 'es'],
    [['en', 'zh'], 'zh-Hans-CN', undefined, [], 'zh'],
    [['en', 'es'], undefined, 'es', ['en'], 'es'],
    [['en', 'es'], 'fr', 'es', ['en'], 'es'],
    [['en', 'es'], undefined, { signin: {} }, ['es-AR'], 'es'],
    [['es', 'en'], undefined, undefined, ['fr'], 'es'],
    [['es', 'en'], ['en'], 7, [], 'es'],
    [['en'], '../../evil', 'https://evil.example.com/x', [], 'en'],
    [['en'], '__proto__ constructor', undefined, [], 'en'],
    [['en', 'es'], `${'x '.repeat(30)}es`, undefined, [], 'en'],
  ])('%j for ui_locales %j, dict %j, browser %j: %s', (available, uiLocales, dict, browser, expected) => {
    expect(chooseLanguage(available, { internalOptions: { ui_locales: uiLocales }, dict }, browser)).toBe(
      expected,
    );
  });
});

describe('prefill', () => {
  it.each<[unknown, object]>([
    ['zoe@example.com', { email: 'zoe@example.com' }],
    [' zoe+tag@mail.example.co.uk ', { email: 'zoe+tag@mail.example.co.uk' }],
    ['zoe shop@example.com', { email: 'zoe+shop@example.com' }],
    [' zoe a b @ example.com', { email: 'zoe+a+b@example.com' }],
    ['zoe\u200b@example.com', { email: 'zoe@example.com' }],
    ['mailto:zoe%2Bshop@example.com', { email: 'zoe+shop@example.com' }],
    ['Zoë <zoe@example.com>', { email: 'zoe@example.com' }],
    ['"zoe@home"@example.com', { email: '"zoe@home"@example.com' }],
    ['zoë@exämple.com', { email: 'zoë@exämple.com' }],
    ['auth0|123', {}],
    ['zoe', {}],
    ['', {}],
    ['<img src=x onerror=alert(1)>@example.com', {}],
    ['a@b c@d', {}],
    [`${'x'.repeat(65)}@example.com`, {}],
    [undefined, {}],
    [['zoe@example.com'], {}],
  ])('%j', (hint, expected) => expect(prefill(hint)).toEqual(expected));

  it('takes every character in an address that Lock takes, but for what could be markup', () => {
    const { isEmail } = require('auth0-lock/lib/field/email') as { isEmail: (text: string) => boolean };
    const addresses = Array.from({ length: 0x17f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index))
      .filter((character) => !/[\s<>@]/.test(character) && visibleText(character) !== '')
      .map((character) => `zoe${character}o@example.com`);
    expect(addresses.length).toBeGreaterThan(250);
    expect(addresses.filter((address) => !isEmail(address))).toEqual([]);
    expect(addresses.filter((address) => prefill(address).email !== address)).toEqual([]);
  });
});

describe('colours', () => {
  it.each([
    '#fff',
    '#FFF8',
    '#0059d6',
    '#0059d6ff',
    'rgb(0, 89, 214)',
    'rgb(0 89 214 / 50%)',
    'rgba(0,0,0,.5)',
    'hsl(210deg 50% 40%)',
    'rebeccapurple',
    ' #abc ',
  ])('takes %s', (text) => expect(colour(text)).toBe(text.trim()));
  it.each([
    '',
    '#ff',
    '#12345',
    'url(https://evil.example.com)',
    'red;background:url(x)',
    'var(--x)',
    'expression(alert(1))',
    '#fff}body{display:none',
    'rgb(0,0)',
    'image(red)',
    '</style><script>',
    7,
    null,
    ['#fff'],
    `#${'f'.repeat(100)}`,
  ])('drops %j', (value) => expect(colour(value)).toBeNull());
  it.each<[object, unknown, object]>([
    [{}, {}, { primary: '#0059d6', background: null }],
    [{}, { primary: '#123456', page_background: '#000' }, { primary: '#123456', background: '#000' }],
    [
      { primaryColor: '#abcdef', background: '#fff' },
      { primary: '#123456', page_background: '#000' },
      { primary: '#abcdef', background: null },
    ],
    [
      {},
      { page_background: { type: 'linear-gradient', start: '#000', end: '#fff', angle_deg: 35 } },
      { background: 'linear-gradient(35deg, #000, #fff)' },
    ],
    [{}, { page_background: { start: '#000', end: 'url(x)', angle_deg: 35 } }, { background: '#000' }],
    [
      {},
      { page_background: { start: '#000', end: '#fff', angle_deg: '1deg,url(x)' } },
      { background: 'linear-gradient(180deg, #000, #fff)' },
    ],
    [{}, 'red', { primary: '#0059d6', background: null }],
    [{}, null, { primary: '#0059d6', background: null }],
  ])('of the brand %j and the dashboard %j', (brand, colors, expected) => {
    const all = { fallbackColor: '#0059d6', hasTerms: false, ...brand };
    expect(pageColours(all, colors, () => null)).toMatchObject(expected);
  });
});

describe('withoutMalformedTelemetry', () => {
  const encode = (value: unknown) => encodeURIComponent(btoa(JSON.stringify(value)));
  const good = encode({ name: 'auth0-spa-js', version: '2.27.0', env: { node: '20' } });
  it.each([
    ['', ''],
    ['?state=1', '?state=1'],
    ['?a=%zz&b=+', '?a=%zz&b=+'],
    [`?state=1&auth0Client=${good}`, `?state=1&auth0Client=${good}`],
    [`?auth0Client=${encode({ name: 'mine' })}`, `?auth0Client=${encode({ name: 'mine' })}`],
    ['?state=1&auth0Client=%', '?state=1'],
    ['?auth0Client=', ''],
    ['?auth0Client=AAAA&state=1', '?state=1'],
    [`?auth0Client=${encode(null)}`, ''],
    [`?auth0Client=${encode([1])}`, ''],
    [`?auth0Client=${encode('text')}`, ''],
    [`?auth0Client=${encode({ name: {} })}`, ''],
    [`?auth0Client=${encode({ name: 'x', env: 'y' })}`, ''],
    [`?auth0Client=${encode({ name: 'x', env: { y: {} } })}`, ''],
    [`?auth0Client=${encode({ name: 'x'.repeat(3_000) })}`, ''],
    [`?auth0Client=${good}&auth0Client=${good}`, ''],
    ['?auth0Client[]=x&a=1', '?a=1'],
    ['?auth0Client%5Ba%5D=x', ''],
    ['?auth0Clients=x', '?auth0Clients=x'],
  ])('%s', (search, expected) => {
    expect(withoutMalformedTelemetry(search)).toBe(expected);
  });
});

describe('panelLogo', () => {
  it.each<[string | undefined, unknown, string]>([
    ['data:image/svg+xml,x', 'https://example.com/i.png', 'data:image/svg+xml,x'],
    [undefined, 'https://example.com/i.png', 'https://example.com/i.png'],
    [undefined, '', NO_LOGO],
    [undefined, 'http://example.com/i.png', NO_LOGO],
    [undefined, 'javascript:alert(1)', NO_LOGO],
    [undefined, "https://example.com/x');background:url(https://evil.example.com", NO_LOGO],
    [undefined, { href: 'https://example.com' }, NO_LOGO],
    [undefined, 'https:///example.com/i.png', NO_LOGO],
    [undefined, 'https://user:secret@example.com/i.png', NO_LOGO],
    [undefined, 'https://example.com:port/i.png', NO_LOGO],
  ])('%j, %j', (brand, icon, expected) => {
    expect(panelLogo(brand, icon)).toBe(expected);
  });
});
