import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { isRecord } from '../../src/page/isRecord.ts';
import { page } from '../support/page.ts';
import { covers } from '../support/quality/covers.ts';
import { CLIENT_ID, ServedPage } from '../support/ServedPage.ts';

const require = createRequire(import.meta.url);
const strategiesOf = (kind: string) =>
  Object.keys((require(`auth0-lock/lib/connection/${kind}`) as { STRATEGIES: object }).STRATEGIES);

const social = [...strategiesOf('social/index'), 'oauth1', 'oauth2'];
const passwordless = ['sms', 'email'];
/** What this Lock never shows: databases, enterprise connections, and strategies that it does not know. */
const unseen = ['auth0', ...strategiesOf('enterprise'), 'fax', '__proto__', 'constructor', 'toString'];
const all = [...passwordless, ...social, ...unseen];

/** What a connection has at Auth0 beside its name, as it should be; a strategy has some of it. */
const usual = {
  display_name: 'Acme',
  passwordPolicy: 'good',
  password_complexity_options: { min_length: 10 },
  validation: { username: { min: 1, max: 15 } },
  showSignup: true,
  showForgot: true,
  requires_username: false,
  forgot_password_url: 'https://example.com/forgot',
  signup_url: 'https://example.com/signup',
  domain: 'example.com',
  domain_aliases: ['example.org'],
  scope: ['email', 'profile'],
};
const fields: Readonly<Record<string, unknown>> = usual;
const odd: readonly unknown[] = [
  ...[null, '', ' ', 'superb', '__proto__', '<img src=x onerror=alert(1)>', 'é'.repeat(2_000)],
  ...[0, 5, -1, 1e308, true, false, [], [null], ['x'], [[]], {}, { min_length: 5 }, { username: 'x' }],
  ...[{ username: 5 }, { username: { min: {}, max: [] } }, { length: null }, { toString: 1 }],
];

const RUNS = 30;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);
const anything = fc.oneof(fc.constantFrom(...odd), fc.jsonValue({ maxDepth: 2 }));
const mostly = (arbitrary: fc.Arbitrary<unknown>) => fc.oneof({ weight: 9, arbitrary }, anything);
const connection = fc.record(
  {
    ...Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [name, fc.oneof(fc.constant(value), anything)]),
    ),
    name: mostly(fc.stringMatching(/^[a-z]{1,8}$/)),
  },
  { requiredKeys: ['name'] },
);
const settings = mostly(
  fc.record(
    {
      id: fc.oneof({ weight: 19, arbitrary: fc.constant(CLIENT_ID) }, anything),
      tenant: anything,
      subscription: anything,
      hasAllowedOrigins: anything,
      strategies: mostly(
        fc.array(
          mostly(
            fc.record(
              {
                name: mostly(fc.constantFrom(...all)),
                connections: mostly(fc.array(mostly(connection), { minLength: 1, maxLength: 3 })),
              },
              { requiredKeys: ['name'] },
            ),
          ),
          { minLength: 3, maxLength: 8 },
        ),
      ),
    },
    { requiredKeys: ['id'] },
  ),
);

/** What the page should show, told without its code: the failure's code, or how many social buttons. */
function expected(settings: unknown): { failure: string } | { buttons: number; field: boolean } {
  if (!isRecord(settings) || settings['id'] !== CLIENT_ID) return { failure: 'unreachable' };
  const listed = (value: unknown) => (Array.isArray(value) ? value.filter(isRecord) : []);
  const count = (among: readonly string[]) =>
    listed(settings['strategies'])
      .filter(({ name }) => typeof name === 'string' && among.includes(name))
      .flatMap(({ connections }) => listed(connections))
      .filter(({ name }) => typeof name === 'string' && name !== '').length;
  const buttons = count(social);
  const field = count(passwordless) > 0;
  return buttons === 0 && !field ? { failure: 'no_connection' } : { buttons, field };
}

let browser: Browser;
let served: ServedPage;

beforeAll(async () => {
  browser = await launch();
  served = await ServedPage.in(browser, page('open'));
});
afterAll(() => browser.close());

/** Opens the page with client settings, and compares it with what it should show. */
async function check(settings: unknown): Promise<void> {
  const opening = await served.open({}, '', `Auth0.setClient(${JSON.stringify(settings)});`);
  const seen = await served.page.evaluate(() => {
    const { state, failure } = document.getElementById('login')?.dataset ?? {};
    const shown = document.querySelector('#lock > :not([hidden])');
    const buttons = [...(shown?.querySelectorAll('[data-provider]') ?? [])];
    const field = shown?.querySelector('input[name=email], input[name=phoneNumber]') ?? null;
    const labels = buttons.map(({ textContent }) => textContent);
    return { state, failure, labels, field: field !== null };
  });
  const { state, failure, labels, field } = seen;
  const told = JSON.stringify(settings)?.slice(0, 4_000);
  expect(state === 'failed' ? { failure } : { buttons: labels.length, field }, told).toEqual(
    expected(settings),
  );
  expect(
    labels.filter((label) => /\[object|Map \{|undefined/.test(label ?? '')),
    told,
  ).toEqual([]);
  expect(opening.executed, told).toEqual([]);
  expect(
    opening.complaints.filter((it) => it.startsWith('uncaught')),
    told,
  ).toEqual([]);
}

const strategy = (name: string, fields: object) => ({
  name,
  connections: [{ name: `${name}-1`, ...fields }],
});

describe('client settings', () => {
  it('lead to a form with every strategy that can be shown', () =>
    check({ id: CLIENT_ID, strategies: all.map((name) => strategy(name, {})) }));

  it('lead to a form without one of SMS or email', () =>
    check({ id: CLIENT_ID, strategies: social.map((name) => strategy(name, {})) }));

  it('say that there is no way where there are only others', () =>
    check({ id: CLIENT_ID, strategies: unseen.map((name) => strategy(name, {})) }));

  it('end no login by a field that is odd', async (context) => {
    const names = Object.keys(fields);
    // One odd field each, all else being right; then all fields alike, another value for each strategy.
    const single = names.flatMap((field) => odd.map((value) => ({ name: 'x', ...usual, [field]: value })));
    for (const name of ['auth0', 'ad', 'samlp']) {
      await check({ id: CLIENT_ID, strategies: [{ name, connections: single }, strategy('sms', {})] });
    }
    for (const round of [0, 1, 2, 3]) {
      const strategies = all.map((name, index) => {
        const value = odd[(index * 7 + round * 5) % odd.length];
        return strategy(name, Object.fromEntries(names.map((field) => [field, value])));
      });
      await check({ id: CLIENT_ID, strategies });
    }
    covers(
      context,
      'Hostile input',
      `${odd.length} values in each of ${names.length} fields of the client settings' connections, in Chromium`,
      'each ends in a form',
    );
  });

  it.each<[name: string, settings: unknown, failure: string]>([
    ['null', null, 'unreachable'],
    ['a text', 'Auth0.setClient("x");', 'unreachable'],
    ['nothing', 'Auth0.setClient();', 'unreachable'],
    ['an exception', 'throw new Error("x");', 'unreachable'],
    ['those of another application', { id: 'other', strategies: [] }, 'unreachable'],
    ['no strategies', { id: CLIENT_ID }, 'no_connection'],
    ['strategies that are no list', { id: CLIENT_ID, strategies: { length: 1 } }, 'no_connection'],
    ['a strategy without connections', { id: CLIENT_ID, strategies: [{ name: 'sms' }] }, 'no_connection'],
    ['no name', { id: CLIENT_ID, strategies: [strategy('sms', { name: '' })] }, 'no_connection'],
  ])('lead to the right failure: %s', async (_name, settings, failure) => {
    await served.open({}, '', settings);
    expect(await served.page.evaluate(() => document.getElementById('login')?.dataset['failure'])).toBe(
      failure,
    );
  });

  it('whatever they are, lead to a form or to the right failure', async (context) => {
    console.warn(`Fuzz seed ${seed}; FUZZ_SEED=${seed} repeats it.`);
    const seen = { form: 0, failure: 0 };
    await fc.assert(
      fc.asyncProperty(settings, async (it) => {
        seen['failure' in expected(it) ? 'failure' : 'form']++;
        await check(it);
      }),
      { seed, numRuns: RUNS, endOnFailure: true },
    );
    // Neither kind alone would show much.
    expect(seen.form).toBeGreaterThan(RUNS * 0.3);
    expect(seen.failure).toBeGreaterThan(0);
    covers(
      context,
      'Hostile input',
      `${RUNS} fuzzed client settings, another seed each time, in Chromium`,
      'each ends in a form, or in the failure that it should end in',
    );
  });
});
