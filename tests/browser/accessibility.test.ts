import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { Pipeline } from '../../src/pipeline/Pipeline.ts';
import { languages } from '../../src/settings/languages.ts';
import { DevPages } from '../../src/tenant/DevPages.ts';
import { playSteps } from '../../src/tenant/gallery/playSteps.ts';
import type { NamedScenario, Step } from '../../src/tenant/scenarios/NamedScenario.ts';
import { namedScenarios } from '../../src/tenant/scenarios/namedScenarios.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { axe, withoutScripts } from '../support/axe.ts';
import { LOCK_URL, lockFile } from '../support/lockOnCdn.ts';
import { page as builtPage } from '../support/page.ts';
import { root, shipped } from '../support/paths.ts';
import { covers } from '../support/quality/covers.ts';

// axe in every scenario of the gallery, in English, and in the screens of a login in every language. It finds
// nothing: there is no list of what it may find. What it cannot see is in docs/accessibility.md.

/** Tabs, each of which goes from scenario to scenario: most of the time is waiting. */
const TABS = 4;

const pipeline = new Pipeline(shipped);
const everyLanguage = { languages };
let browser: Browser;
let tenant: Tenant;
const tabs: Page[] = [];
const waiting: ((tab: Page) => void)[] = [];
let visits = 0;
let looks = 0;

beforeAll(async () => {
  const html = await pipeline.variant({ page: undefined, over: everyLanguage });
  const pages = new DevPages((over) =>
    pipeline.variant({ page: undefined, over: { ...over, ...everyLanguage } }),
  );
  const limits = { startsPerHour: Number.POSITIVE_INFINITY };
  [browser, tenant] = await Promise.all([launch(), startTenant({ page: html, pages, limits, root })]);
  for (let tab = 0; tab < TABS; tab++) tabs.push(await newTab());
});
afterAll(async () => {
  await browser.close();
  await tenant.close();
  await pipeline.close();
});

async function newTab(): Promise<Page> {
  const context = await browser.newContext({
    ...{ ignoreHTTPSErrors: true, locale: 'en-AU', reducedMotion: 'reduce' },
    viewport: { width: 1280, height: 800 },
  });
  await context.route(LOCK_URL, (route) => route.fulfill(lockFile));
  return context.newPage();
}

function look(tab: Page): Promise<string[]> {
  looks++;
  return axe(tab);
}

/** Lends a tab that no one else uses. */
async function withTab<T>(use: (tab: Page) => Promise<T>, steps: readonly Step[] = []): Promise<T> {
  let tab = tabs.pop() ?? (await new Promise<Page>((lend) => waiting.push(lend)));
  try {
    return await use(tab);
  } finally {
    // A clock that was installed stays with its tab, and a second one would not go.
    if (steps.includes('wait-a-minute')) {
      await tab.context().close();
      tab = await newTab();
    }
    const next = waiting.shift();
    if (next === undefined) tabs.push(tab);
    else next(tab);
  }
}

/** Opens a scenario, and returns what plays its steps. */
async function open(tab: Page, scenario: Scenario, ends?: NamedScenario['ends']) {
  await tab.context().clearCookies();
  const address = tenant.address(scenario);
  const clientId = new URL(address).searchParams.get('client_id');
  await tab.goto(address, { waitUntil: 'commit' });
  const state = { failure: '[data-state=failed]', static: '.noscript', busy: '#login' } as const;
  await tab
    .locator(ends === undefined || ends === 'elsewhere' ? '[data-state=ready]' : state[ends])
    .waitFor();
  const number = visits++;
  const player = {
    phone: `4123${String(number).padStart(5, '0')}`,
    email: `zoe${number}@example.com`,
    code: () => tenant.outbox.messages.find((message) => message.clientId === clientId)?.code ?? null,
  };
  return async (steps: readonly Step[]) => {
    await playSteps(tab, steps, player);
    if (ends === undefined) await tab.getByRole('heading', { level: 1 }).waitFor();
    // Lock says so when nothing slides any more.
    if (ends === undefined)
      await tab.locator('.auth0-lock-quiet:visible, .auth0-lock-confirmation:visible').first().waitFor();
  };
}

/** All but the one that ends on a page of Auth0's. */
const scenarios = namedScenarios.filter(({ ends }) => ends !== 'elsewhere');

describe.concurrent('axe finds nothing in the scenario', () => {
  it.each(scenarios.map((it) => [it.name, it] as const))('%s', async (_name, scenario) => {
    const found = await withTab(async (tab) => {
      const play = await open(tab, scenario, scenario.ends);
      await play(scenario.steps ?? []);
      if (scenario.ends === 'static') await withoutScripts(tab);
      return look(tab);
    }, scenario.steps);
    expect(found).toEqual([]);
  });
});

describe.concurrent('axe finds nothing in a login in', () => {
  it.each(languages)('%s', async (language) => {
    const request = { ui_locales: language, allowedConnections: 'sms,email' };
    const found = await withTab(async (tab) => {
      const play = await open(tab, { request });
      await play([]);
      expect(await tab.locator('html').getAttribute('lang')).toBe(language);
      const all = await look(tab);
      await tab.locator('input[name=location]:visible').click();
      await tab.getByRole('option').first().waitFor();
      all.push(...(await look(tab)));
      await tab.keyboard.press('Escape');
      await play(['ask-by-phone']);
      all.push(...(await look(tab)));
      await play(['enter-wrong-code']);
      all.push(...(await look(tab)));
      await open(tab, { request, connections: [] }, 'failure');
      all.push(...(await look(tab)));
      return all;
    });
    expect(found).toEqual([]);
  });
});

describe.concurrent('axe finds nothing in a login with', () => {
  it.each(['react', 'cdn'])('%s', async (variant) => {
    const html = builtPage(variant);
    const found = await withTab(async (tab) => {
      const play = await open(tab, { html, request: { allowedConnections: 'email,sms' }, captcha: true });
      await play([]);
      const all = await look(tab);
      await tab.locator('.auth0-lock-submit:visible').click();
      await tab.locator('.auth0-lock-error:visible, .auth0-global-message:visible').first().waitFor();
      all.push(...(await look(tab)));
      return all;
    });
    expect(found).toEqual([]);
  });
});

describe('axe', () => {
  it('has looked at every scenario, and at five screens in every language', (context) => {
    expect(looks).toBe(scenarios.length + 5 * languages.length + 2 * 2);
    covers(
      context,
      'Everyone',
      `axe (WCAG 2.2 AA, best practices) on ${looks} screens: ${scenarios.length} scenarios, ${languages.length} languages, Preact, React and Lock from the CDN`,
      'nothing found, nothing left undecided',
    );
  });
});
