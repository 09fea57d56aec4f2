import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Scenario, ScenarioConnection } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { type Opened, openInJsdom } from '../support/openInJsdom.ts';
import { page } from '../support/page.ts';

let tenant: Tenant;
let opened: Opened | null = null;

beforeAll(async () => {
  tenant = await startTenant({ page: page() });
});
beforeEach(() => tenant.reset());
afterEach(() => {
  opened?.close();
  opened = null;
});
afterAll(() => tenant.close());

async function open(scenario: Scenario, languages?: string[]): Promise<Opened> {
  opened = await openInJsdom(tenant.address(scenario), languages);
  return opened;
}

/** The state of the login transaction that the last page was served for. */
const lastState = () => tenant.sent('/login').at(-1)?.query['state'];

const FIELDS = { sms: 'input[name=phoneNumber]', email: 'input[name=email]' } as const;
type Shown = keyof typeof FIELDS | 'social';

/** The field of the panel that is shown, once Lock has made it. */
const shownField = (document: Document, method: keyof typeof FIELDS) =>
  document.querySelector<HTMLInputElement>(`[data-state=ready] #lock > :not([hidden]) ${FIELDS[method]}`);

/** Types into a field as React and Preact notice it. */
function type({ window }: Opened, field: HTMLInputElement, text: string): void {
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new window.Event('input', { bubbles: true }));
  field.dispatchEvent(new window.Event('change', { bubbles: true }));
}

async function submit(it: Opened, method: keyof typeof FIELDS): Promise<Record<string, unknown>> {
  const field = await it.until((document) => shownField(document, method));
  type(it, field, method === 'sms' ? '+61 412 345 678' : 'zoe@example.com');
  field.form?.dispatchEvent(new it.window.Event('submit', { bubbles: true, cancelable: true }));
  await it.until(() => tenant.sent('/passwordless/start').length > 0);
  return tenant.sent('/passwordless/start')[0]?.body ?? {};
}

const both = ['email', 'sms'];
const google = ['google-oauth2'];
const custom = { strategy: 'sms', name: 'sms-au' };
/** What Lock reads too, though it never shows it. */
const beside: readonly ScenarioConnection[] = [
  {
    strategy: 'auth0',
    name: 'users',
    options: { passwordPolicy: 'good', password_complexity_options: { min_length: 10 }, validation: null },
  },
  { strategy: 'ad', name: 'staff', options: { tenant_domain: 'example.com' } },
];

interface Case {
  name: string;
  variant?: string;
  hosted: Record<string, unknown>;
  has?: readonly ScenarioConnection[];
  shows: Shown;
  /** The connection that `/passwordless/start` receives. */
  starts?: string;
  switchesTo?: 'sms' | 'email';
  social?: boolean;
  /** The connection that the page cannot offer, as it tells the console. */
  unknown?: string;
}

const cases: Case[] = [
  { name: 'nothing asked: allow in its order', hosted: {}, shows: 'sms', starts: 'sms', switchesTo: 'email' },
  { name: 'connection=sms', hosted: { connection: 'sms' }, shows: 'sms', starts: 'sms' },
  { name: 'connection=email', hosted: { connection: 'email' }, shows: 'email', starts: 'email' },
  {
    name: 'allowedConnections of one',
    hosted: { internalOptions: { allowedConnections: 'email' } },
    shows: 'email',
    starts: 'email',
  },
  {
    name: 'allowedConnections of both, a string',
    hosted: { internalOptions: { allowedConnections: 'email,sms' } },
    shows: 'email',
    starts: 'email',
    switchesTo: 'sms',
  },
  {
    name: 'allowedConnections of both, the other way round, with spaces',
    hosted: { internalOptions: { allowedConnections: ' sms , email ' } },
    shows: 'sms',
    starts: 'sms',
    switchesTo: 'email',
  },
  {
    name: 'allowedConnections as an array',
    hosted: { internalOptions: { allowedConnections: ['email'] } },
    shows: 'email',
    starts: 'email',
  },
  {
    name: 'connection goes before allowedConnections',
    hosted: { connection: 'email', internalOptions: { allowedConnections: 'sms' } },
    shows: 'email',
    starts: 'email',
  },
  {
    name: 'a connection that is not allowed',
    hosted: { connection: 'github' },
    unknown: 'github',
    shows: 'sms',
    switchesTo: 'email',
  },
  {
    name: 'both allowed, SMS not enabled',
    hosted: {},
    has: ['email'],
    shows: 'email',
    starts: 'email',
  },
  {
    name: 'SMS asked for, not enabled',
    hosted: { connection: 'sms' },
    unknown: 'sms',
    has: ['email'],
    shows: 'email',
    starts: 'email',
  },
  { name: 'only social enabled', hosted: {}, has: google, shows: 'social', social: true },
  {
    name: 'no settings, nothing asked: what is enabled, in that order',
    variant: 'open',
    hosted: {},
    shows: 'email',
    starts: 'email',
    switchesTo: 'sms',
  },
  {
    name: 'no settings, connection=sms',
    variant: 'open',
    hosted: { connection: 'sms' },
    shows: 'sms',
    starts: 'sms',
  },
  {
    name: 'no settings, an unknown connection',
    variant: 'open',
    hosted: { connection: 'telepathy' },
    unknown: 'telepathy',
    has: ['sms'],
    shows: 'sms',
    starts: 'sms',
  },
  {
    name: 'no settings, a database beside',
    variant: 'open',
    hosted: {},
    has: ['auth0', 'samlp', 'sms'],
    shows: 'sms',
    starts: 'sms',
  },
  {
    name: 'fixed, whatever is asked',
    variant: 'fixed',
    hosted: { connection: 'sms' },
    shows: 'email',
    starts: 'email',
    switchesTo: 'sms',
  },
  {
    name: 'a custom SMS connection',
    variant: 'social',
    hosted: { connection: 'sms-au' },
    has: [custom, 'email'],
    shows: 'sms',
    starts: 'sms-au',
  },
  {
    name: 'social beside SMS',
    variant: 'social',
    hosted: { internalOptions: { allowedConnections: 'google-oauth2,sms' } },
    has: [...both, ...google],
    shows: 'sms',
    starts: 'sms',
    social: true,
  },
  {
    name: 'a third-party application',
    hosted: { isThirdPartyClient: true },
    has: ['email'],
    shows: 'email',
    starts: 'email',
  },
  {
    name: 'the dashboard’s preview, without a state',
    hosted: {
      internalOptions: { state: undefined, _csrf: undefined, tenant: 'acme', response_type: undefined },
    },
    shows: 'sms',
    switchesTo: 'email',
  },
  {
    name: 'a name in every script',
    hosted: { dict: { signin: { title: 'Zoë 日本 مرحبا' } } },
    variant: 'open',
    shows: 'email',
    switchesTo: 'sms',
  },
  ...['open', 'react'].map(
    (variant): Case => ({
      name: 'a database and an enterprise connection beside',
      variant,
      hosted: { connection: 'sms' },
      has: [...beside, 'sms'],
      shows: 'sms',
      starts: 'sms',
    }),
  ),
];

describe('the built page in jsdom', () => {
  it.each(cases)(
    '$name',
    async ({ variant, hosted, has = both, shows, starts, switchesTo, social = false, unknown }) => {
      const it = await open({
        hosted,
        connections: has,
        ...(variant !== undefined && { html: page(variant) }),
      });
      if (shows === 'social') {
        await it.until((document) =>
          document.querySelector('[data-state=ready] [data-provider=google-oauth2]'),
        );
        expect(it.document.querySelector('#lock input')).toBeNull();
      } else {
        await it.until((document) => shownField(document, shows));
        const other = shows === 'sms' ? 'email' : 'sms';
        expect(shownField(it.document, other)).toBeNull();
      }
      const button = it.document.getElementById('method-switch');
      expect(button?.hidden).toBe(switchesTo === undefined);
      if (switchesTo === 'sms') expect(button?.textContent).toBe('Use your phone number instead');
      if (switchesTo === 'email') expect(button?.textContent).toBe('Use your email address instead');
      const google = it.document.querySelector('[data-provider=google-oauth2]');
      expect(google?.textContent).toBe(social ? 'Continue with Google' : undefined);
      if (starts !== undefined && shows !== 'social') {
        expect(await submit(it, shows)).toMatchObject({ connection: starts, send: 'code' });
      }
      expect(it.console).toEqual(
        unknown === undefined ? [] : [expect.stringContaining(`this page cannot offer: ${unknown}.`)],
      );
    },
  );

  it('asks for the client settings once, and for no dictionary', async () => {
    const it = await open({});
    await it.until((document) => shownField(document, 'sms'));
    expect(
      tenant.requests.map(({ path }) => path).filter((path) => path.startsWith('/client/')),
    ).toHaveLength(1);
    expect(tenant.requests.filter(({ path }) => path.startsWith('/js/'))).toEqual([]);
  });

  it('asks for no country when the settings or a hint name one', async () => {
    const it = await open({ html: page('link'), hosted: { connection: 'sms' } });
    await it.until((document) => shownField(document, 'sms'));
    expect(tenant.sent('/user/geoloc/country')).toEqual([]);
    expect(it.document.querySelector('#lock')?.innerHTML).toContain('New Zealand');
  });

  it.each<['sms' | 'email', string, string]>([
    ['sms', '+61 412 345 678', '412 345 678'],
    ['email', 'zoe@example.com', 'zoe@example.com'],
  ])('fills in a login hint for %s', async (method, login_hint, value) => {
    const it = await open({ hosted: { connection: method, internalOptions: { login_hint } } });
    expect((await it.until((document) => shownField(document, method))).value).toBe(value);
  });

  it('sends a link when the settings say so', async () => {
    const it = await open({ html: page('link'), hosted: { connection: 'email' } });
    expect(await submit(it, 'email')).toMatchObject({
      connection: 'email',
      send: 'link',
      authParams: { state: lastState(), _csrf: expect.stringMatching(/^[\w-]{32}$/) },
    });
  });

  it('starts the login transaction that the page was served for', async () => {
    const it = await open({ hosted: { connection: 'sms' } });
    // Where the visitor is, is asked only once the form is there.
    await it.until((document) => document.querySelector('#lock')?.innerHTML.includes('Australia'));
    expect(await submit(it, 'sms')).toMatchObject({
      phone_number: '+61412345678',
      authParams: { state: lastState(), scope: 'openid profile email', response_type: 'code' },
    });
  });

  it.each<[string, Scenario, string[], string, string, string]>([
    ['the first language', { html: page('social') }, ['de'], 'es', 'ltr', 'Usar mi correo electrónico'],
    ['the browser’s', { html: page('social') }, ['en-AU'], 'en', 'ltr', 'Use your email address instead'],
    [
      'ui_locales',
      { html: page('social'), hosted: { internalOptions: { ui_locales: 'ja ar' } } },
      ['en'],
      'ar',
      'rtl',
      'استخدام البريد الإلكتروني بدلاً من ذلك',
    ],
    [
      'a dict that is a language',
      { html: page('social'), hosted: { dict: 'en-GB' } },
      ['ar'],
      'en',
      'ltr',
      'Use your email address instead',
    ],
  ])('speaks %s', async (_name, visit, languages, lang, dir, label) => {
    const it = await open({ ...visit, connections: both }, languages);
    await it.until((document) => shownField(document, 'sms'));
    expect(it.document.documentElement).toMatchObject({ lang, dir });
    expect(it.document.getElementById('method-switch')?.textContent).toBe(label);
    expect(it.console).toEqual([]);
  });

  it('puts no markup on the screen', async () => {
    const it = await open({ html: page('social'), hosted: { connection: 'sms' } }, ['ar']);
    await submit(it, 'sms');
    await it.until((document) => document.querySelector('#lock input[name=vcode]'));
    expect(it.document.getElementById('lock')?.textContent).not.toContain('<');
  });

  it('speaks Lock’s words in that language too', async () => {
    const it = await open({ html: page('social'), hosted: { connection: 'sms' } }, ['es']);
    expect((await it.until((document) => shownField(document, 'sms'))).placeholder).toBe(
      'número de teléfono',
    );
  });
});

describe('failures in jsdom', () => {
  it.each<[string, Scenario, string, RegExp]>([
    ['the marker is still there', { raw: '@@config@@' }, 'not_served', /can’t be opened directly/],
    ['undecodable', { raw: '!!!' }, 'bad_config', /damaged or incomplete/],
    ['markup in its place', { raw: '<img src=x onerror=alert(1)>' }, 'bad_config', /damaged or incomplete/],
    ['not JSON', { raw: Buffer.from('{').toString('base64') }, 'bad_config', /damaged or incomplete/],
    ['incomplete', { hosted: { clientID: undefined } }, 'bad_config', /damaged or incomplete/],
    ['no connection enabled', { connections: [] }, 'no_connection', /no way to log in/],
    ['only a database enabled', { connections: ['auth0'] }, 'no_connection', /no way to log in/],
    [
      'client settings missing',
      { hosted: { clientConfigurationBaseUrl: 'https://localhost:1/' } },
      'unreachable',
      /can’t reach the login service/,
    ],
    [
      'Lock missing from the CDN',
      { html: page('cdn').replace(/https:\/\/cdn\.auth0\.com/g, 'https://localhost:1') },
      'lock_missing',
      /could not be loaded/,
    ],
  ])('%s', async (_name, visit, code, text) => {
    const it = await open(visit);
    await it.until((document) => document.querySelector('[data-state=failed] #failure:not([hidden])'));
    const failure = it.document.getElementById('failure');
    expect(it.document.getElementById('login')?.dataset['failure']).toBe(code);
    expect(failure?.querySelector('h1')?.textContent).toBe('You can’t log in right now');
    expect(failure?.textContent).toMatch(text);
    expect(failure?.querySelector('button')?.textContent).toBe('Try again');
    expect(it.console.some((line) => line.startsWith(`error: Login page: ${code}.`))).toBe(true);
    expect(it.console.filter((line) => /^uncaught: (?!Could not load)/.test(line))).toEqual([]);
  });

  it('links to support', async () => {
    const it = await open({ raw: '!!!' });
    const link = await it.until((document) => document.querySelector<HTMLAnchorElement>('#failure a'));
    expect(link.href).toBe('https://example.com/help');
  });

  it.each<[string, string]>([
    ['malformed', 'Auth0.setClient('],
    ['not called', '/* nothing */'],
    ['for another application', 'Auth0.setClient({id: "other", strategies: []});'],
    ['nothing to call', 'Auth0.setClient(null);'],
  ])('client settings that are %s', async (_name, body) => {
    tenant.faults.set({ path: '/client/*', answer: { status: 200, body, type: 'text/javascript' } });
    const it = await open({});
    await it.until((document) => document.querySelector('[data-failure=unreachable] #failure:not([hidden])'));
  });

  it('tells of an exception in Lock', async () => {
    const html = page().replace('"lockOptions":{', '"lockOptions":{"allowedConnections":"sms"');
    const it = await open({ html });
    await it.until((document) => document.querySelector('[data-failure=unexpected] #failure:not([hidden])'));
    expect(it.document.getElementById('failure-text')?.textContent).toBe(
      'Something went wrong on our side. Please try again.',
    );
  });

  it('tells of an exception in the page settings', async () => {
    const it = await open({
      html: page().replace('type="application/json">{', 'type="application/json">{{'),
    });
    await it.until((document) => document.querySelector('[data-failure=unexpected] #failure:not([hidden])'));
    expect(it.document.getElementById('failure-text')?.textContent).toBe(
      'Something went wrong. Please try again.',
    );
  });
});
