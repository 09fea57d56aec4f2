import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { LOCK_URL, lockFile } from './lockOnCdn.ts';
import { page } from './page.ts';
import { type Answer, Visitor } from './Visitor.ts';

export { LOCK_URL, lockFile };

// A browser and a tenant for the tests of one file: importing this sets the scene, and clears it.

export const WIDE = { width: 1280, height: 800 };
export const NARROW = { width: 360, height: 740 };

/** The tenant, from the first test on. */
export let tenant: Tenant;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await launch();
  tenant = await startTenant({ page: page() });
});
beforeEach(() => tenant.reset());
afterEach(async () => {
  const met = visitors.splice(0);
  for (const visitor of met) await visitor.leave();
  // In every test: the policy stops nothing of what the page itself does.
  expect(met.flatMap(({ violations }) => violations)).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await tenant.close();
});

/** Somebody with a browser of their own, who has not opened anything yet. */
export async function arrive(
  options: BrowserContextOptions = {},
  answers: Readonly<Record<string, Answer>> = {},
): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, options, answers);
  visitors.push(visitor);
  return visitor;
}

/** Somebody who has opened a login page and sees a form, or a failure. */
export async function visit(scenario: Scenario = {}, viewport = WIDE): Promise<Visitor> {
  const visitor = await arrive({ viewport }, { [LOCK_URL]: lockFile });
  await visitor.open(tenant.address(scenario));
  return visitor;
}

/** The code that somebody has just been sent, once it is there. */
export async function codeFor(to: string): Promise<string> {
  const { code } = tenant.outbox.latest(to) ?? (await tenant.outbox.next(to));
  return code;
}

/** The state of the login transaction that the last page was served for. */
export const lastState = (): string => tenant.sent('/login').at(-1)?.query['state'] ?? '';
