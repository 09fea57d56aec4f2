import fc from 'fast-check';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { colour } from '../../src/page/colour.ts';
import { isRecord } from '../../src/page/isRecord.ts';
import { MARKER } from '../../src/settings/marker.ts';
import { encodeHostedConfig } from '../../src/tenant/login/hostedConfig.ts';
import { type FrameReport, openInFrames } from '../support/openInFrames.ts';
import { page as builtPage } from '../support/page.ts';
import { payloads } from '../support/payloads.ts';
import { covers } from '../support/quality/covers.ts';

const RUNS = 50;
const CONFIGS_PER_RUN = 200;
const seed = Number(process.env['FUZZ_SEED'] ?? Date.now() % 2 ** 31);

const hostile = fc.oneof(
  fc.constantFrom(...payloads.filter(({ kind }) => kind !== 'length').map(({ value }) => value)),
  fc.string({ unit: 'binary' }),
  fc.jsonValue({ maxDepth: 3 }),
);
/** Mostly absent or as it should be, so that what is not meets a page that runs. */
const odd = (usual: fc.Arbitrary<unknown>) => fc.oneof({ weight: 3, arbitrary: usual }, hostile);
const names = fc.constantFrom('sms', 'email', 'sms,email', 'email,sms', 'github', 'fax', '__proto__');
const internalOptions = fc.record(
  {
    state: odd(fc.constant('login-transaction')),
    _csrf: odd(fc.constant('token')),
    allowedConnections: odd(names),
    login_hint: odd(fc.constantFrom('zoe@example.com', '+61400000000', 'zoe')),
    ui_locales: odd(fc.constantFrom('en', 'ar es', 'pt-BR', 'xx')),
    scope: odd(fc.constant('openid')),
    response_type: odd(fc.constant('code')),
    prompt: hostile,
    screen_hint: hostile,
  },
  { requiredKeys: [] },
);
const config = fc
  .record(
    {
      clientID: fc.oneof({ weight: 9, arbitrary: fc.constant('fuzzed') }, hostile),
      auth0Domain: fc.oneof({ weight: 9, arbitrary: fc.constant('login.example.com') }, hostile),
      auth0Tenant: odd(fc.constant('acme')),
      clientConfigurationBaseUrl: odd(fc.constant('https://login.example.com/')),
      callbackURL: odd(fc.constant('https://example.com/callback')),
      callbackOnLocationHash: odd(fc.boolean()),
      assetsUrl: odd(fc.constant('')),
      icon: odd(fc.constant('https://example.com/icon.png')),
      connection: odd(names),
      prompt: odd(fc.constant('login')),
      dict: odd(fc.constantFrom('es', { signin: { title: 'Acme' } })),
      colors: odd(
        fc.record({ primary: odd(fc.constant('#0059d6')), page_background: odd(fc.constant('red')) }),
      ),
      isThirdPartyClient: odd(fc.constant(false)),
      authorizationServer: odd(fc.record({ issuer: hostile })),
      internalOptions: fc.oneof({ weight: 9, arbitrary: internalOptions }, hostile),
      extraParams: hostile,
    },
    { requiredKeys: ['clientID', 'auth0Domain'] },
  )
  .chain((known) =>
    fc
      .dictionary(fc.string(), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 })
      .map((more) => ({ ...more, ...known })),
  );
/** What stands in place of the marker. */
const encoded = fc.oneof(
  { weight: 30, arbitrary: config.map(encodeHostedConfig) },
  fc.jsonValue().map(encodeHostedConfig),
  // Auth0 writes base64 there, so that no text can end the data block.
  fc.base64String(),
);

/** What is wrong with what came of one hosted config, for a person to read. */
function wrongs(report: FrameReport): string[] {
  const { state, failure, locks, asked, uncaught, polluted, title, style } = report;
  const wrong: string[] = uncaught.map((it) => `uncaught: ${it}`);
  const check = (isWell: boolean, what: string) => {
    if (!isWell) wrong.push(what);
  };
  check(state === 'ready' || state === 'failed', `the page is ${state}`);
  check(state !== 'failed' || failure.trim() !== '', 'the failure says nothing');
  check(state !== 'ready' || locks.length === 1, `${locks.length} Locks`);
  check(!polluted, 'a prototype is polluted');
  check(title.trim() !== '', 'no title');
  check(!/url|expression|[<>{}]/i.test(style), `style: ${style}`);
  check(
    asked.every((it) => it.startsWith('https://')),
    `asked ${asked}`,
  );
  for (const { clientID, domain, options } of locks) {
    const { allowedConnections, auth, theme, language, languageDictionary, prefill, container } = options as {
      [key: string]: Record<string, unknown>;
    };
    check(typeof clientID === 'string' && typeof domain === 'string', 'Lock without an application');
    const isList = Array.isArray(allowedConnections) && allowedConnections.length > 0;
    check(
      isList && allowedConnections.every((name) => ['email', 'sms', 'github'].includes(name)),
      `allowedConnections: ${JSON.stringify(allowedConnections)}`,
    );
    check(/^[a-z-]{2,5}$/.test(String(language)), `language: ${language}`);
    check(colour(theme?.['primaryColor']) !== null, `primaryColor: ${theme?.['primaryColor']}`);
    check(
      /^(?:data:image\/|https:\/\/[^\s'"()\\<>]+$)/.test(String(theme?.['logo'])),
      `logo: ${theme?.['logo']}`,
    );
    const text = languageDictionary?.['title'];
    check(typeof text === 'string' && text !== '' && text.length <= 100, `title: ${text}`);
    check(/^lock-(?:sms|email|social)$/.test(String(container)), `container: ${container}`);
    check(auth?.['autoParseHash'] === false, 'Lock reads the fragment');
    check(typeof auth?.['responseType'] === 'string', `responseType: ${auth?.['responseType']}`);
    check(isRecord(auth?.['params']), 'params is no object');
    check(
      Object.values(prefill ?? {}).every((it) => typeof it === 'string'),
      'prefill is no text',
    );
  }
  return wrong;
}

let browser: Browser;
let page: Page;
const html = (() => {
  const [before = '', after = ''] = builtPage('cdn-open')
    .replace(/<(script) src="https:\/\/cdn\.auth0\.com[^>]*><\/script>|<link rel="preload"[^>]*>/g, '')
    .split(MARKER);
  return [before, after] as const;
})();

beforeAll(async () => {
  browser = await launch();
  page = await (await browser.newContext({ locale: 'en-AU' })).newPage();
  await page.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: '<body></body>' }));
  await page.goto('https://login.example.com/login?state=x');
});
afterAll(() => browser.close());

describe('whatever Auth0 puts into the page', () => {
  it('ends in a form or in a failure that says so', { timeout: 600_000 }, async (context) => {
    console.warn(`Fuzz seed ${seed}; FUZZ_SEED=${seed} repeats it.`);
    const seen = { ready: 0, failed: 0 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(encoded, { minLength: CONFIGS_PER_RUN, maxLength: CONFIGS_PER_RUN }),
        async (hosted) => {
          const reports = await page.evaluate(openInFrames, { html, hosted });
          for (const [index, report] of reports.entries()) {
            seen[report.state === 'ready' ? 'ready' : 'failed']++;
            const wrong = wrongs(report);
            if (wrong.length === 0) continue;
            const config = Buffer.from(hosted[index] ?? '', 'base64').toString();
            throw new Error(`${wrong.join('; ')}\n${config.slice(0, 4_000)}`);
          }
        },
      ),
      { seed, numRuns: RUNS, endOnFailure: true },
    );
    // Neither kind alone would show much.
    expect(seen.ready).toBeGreaterThan(RUNS * CONFIGS_PER_RUN * 0.5);
    expect(seen.failed).toBeGreaterThan(RUNS * CONFIGS_PER_RUN * 0.02);
    covers(
      context,
      'Hostile input',
      `${RUNS * CONFIGS_PER_RUN} fuzzed hosted configs, another seed each time, in Chromium`,
      'each ends in a form, or in a failure that says so',
    );
  });
});
