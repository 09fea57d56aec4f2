import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { NamedScenario } from '../scenarios/NamedScenario.ts';
import type { Tenant } from '../Tenant.ts';
import { playSteps } from './playSteps.ts';

/** The widths that pictures are taken in. */
export const SCREENS = {
  phone: { viewport: { width: 390, height: 760 }, deviceScaleFactor: 2 },
  desktop: { viewport: { width: 1024, height: 760 }, deviceScaleFactor: 1 },
} as const satisfies Record<string, BrowserContextOptions>;

export type Screen = keyof typeof SCREENS;

/** A picture that was taken, or why it could not be. */
export interface Picture {
  scenario: NamedScenario;
  screen: Screen;
  /** File name, within the gallery's folder. */
  file: string;
  problem: string | null;
}

/** Lock slides from one screen to the next; a picture in the middle of that shows neither. */
const SETTLE_MS = 900;
const PATIENCE_MS = 20_000;
/** A page that is still waiting has painted by then, and has not got its answers yet. */
const BUSY_MS = 1_500;

/** Takes the pictures of one scenario, one after the other: each opens it anew. */
export async function takePictures(
  browser: Browser,
  { tenant, folder, number }: { tenant: Tenant; folder: string; number: number },
  scenario: NamedScenario,
): Promise<Picture[]> {
  const pictures: Picture[] = [];
  for (const screen of Object.keys(SCREENS) as Screen[]) {
    const file = `${scenario.name}-${screen}.png`;
    const context = await browser.newContext({
      ...SCREENS[screen],
      ignoreHTTPSErrors: true,
      locale: 'en-AU',
    });
    const page = await context.newPage();
    let problem: string | null = null;
    try {
      await show(page, tenant, scenario, number);
    } catch (error) {
      problem = error instanceof Error ? (error.message.split('\n')[0] ?? error.message) : String(error);
    }
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    await context.close();
    pictures.push({ scenario, screen, file, problem });
  }
  return pictures;
}

async function show(page: Page, tenant: Tenant, scenario: NamedScenario, number: number): Promise<void> {
  page.setDefaultTimeout(PATIENCE_MS);
  const { ends, name, steps = [] } = scenario;
  await page.goto(`${tenant.origin}/tenant/scenarios/${name}`, { waitUntil: 'commit' });
  if (ends === 'busy') {
    await page.locator('#login').waitFor();
    await page.waitForTimeout(BUSY_MS);
    return;
  }
  if (ends === 'failure') await page.locator('[data-state=failed]').waitFor();
  else if (ends === 'static') await page.locator('.noscript').waitFor();
  else await page.locator('[data-state=ready]').waitFor();
  const clientId = `scenario-${name}`;
  await playSteps(page, steps, {
    // A number of its own: scenarios are played side by side, and only the newest code of a number works.
    phone: `4123${String(number).padStart(5, '0')}`,
    email: `zoe${number}@example.com`,
    code: () => tenant.outbox.messages.find((message) => message.clientId === clientId)?.code ?? null,
  });
  await page.waitForTimeout(SETTLE_MS);
}
