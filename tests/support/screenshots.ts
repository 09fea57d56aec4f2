// The pictures in the README and the docs: node tests/support/runTs.mjs tests/support/screenshots.ts
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launch } from '../../src/chromium/launch.ts';
import { Pipeline } from '../../src/pipeline/Pipeline.ts';
import { smsTemplate } from '../../src/settings/tenant/smsTemplate.ts';
import { DevPages } from '../../src/tenant/DevPages.ts';
import { takePictures } from '../../src/tenant/gallery/takePictures.ts';
import { namedScenarios } from '../../src/tenant/scenarios/namedScenarios.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { root } from './paths.ts';
import { project } from './project.ts';
import { Visitor } from './Visitor.ts';

const DESKTOP = { width: 760, height: 680 };
const PHONE = { width: 360, height: 680 };
const PAGES = { width: 900, height: 760 };
const images = join(root, 'docs', 'images');

const both: Scenario = { request: { allowedConnections: 'sms,email' } };
const smsOnly: Scenario = { request: { allowedConnections: 'sms' } };
// The shipped page, whatever the root's settings are.
const copy = project();
const pipeline = new Pipeline(copy.folder);
const pages = new DevPages((over) => pipeline.variant({ page: undefined, over }));
const tenant = await startTenant({
  page: await pipeline.variant({ page: undefined, over: {} }),
  pages,
  root,
});
const browser = await launch();

interface Shot {
  name: string;
  viewport: { width: number; height: number };
  show: (page: Page, visitor: Visitor) => Promise<unknown>;
}

const login =
  (scenario: Scenario, then?: (visitor: Visitor) => Promise<unknown>): Shot['show'] =>
  async (_page, visitor) => {
    await visitor.open(tenant.address(scenario));
    await then?.(visitor);
  };

const shots: Shot[] = [
  { name: 'sms', viewport: DESKTOP, show: login(both) },
  { name: 'sms-phone', viewport: PHONE, show: login(both) },
  {
    name: 'email-phone',
    viewport: PHONE,
    show: login({ request: { allowedConnections: 'email,sms' } }),
  },
  {
    name: 'code-phone',
    viewport: PHONE,
    show: login(both, async (visitor) => {
      await visitor.submit(visitor.phone, '412345678');
      await visitor.code.waitFor();
    }),
  },
  { name: 'sms-only-phone', viewport: PHONE, show: login(smsOnly) },
  {
    name: 'sms-only-code-phone',
    viewport: PHONE,
    show: login(smsOnly, async (visitor) => {
      await visitor.submit(visitor.phone, '412345678');
      await visitor.code.waitFor();
    }),
  },
  { name: 'failure-phone', viewport: PHONE, show: login({ connections: [] }) },
  {
    name: 'tenant-app',
    viewport: PAGES,
    show: async (page, visitor) => {
      await page.goto(`${tenant.origin}/app`);
      await page.locator('[data-ready]').waitFor();
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await visitor.ready();
      await visitor.submit(visitor.phone, '412345678');
      await visitor.code.waitFor();
      await visitor.submit(visitor.code, tenant.outbox.latest()?.code ?? '');
      await page.locator('#claims').waitFor();
    },
  },
  {
    name: 'tenant-outbox',
    viewport: PAGES,
    show: async (page, visitor) => {
      const [sms, email] = ['sms', 'email'].map((name) => tenant.data.connectionNamed(name));
      const message = { en: 'Acme: @@password@@ is your code. Do not share it.' };
      Object.assign(sms?.options ?? {}, smsTemplate({ message, autofill: true }, 'login.example.com'));
      Object.assign(email?.options ?? {}, { email: { from: 'Acme <login@example.com>' } });
      const request = { allowedConnections: 'email,sms' };
      await visitor.open(tenant.address({ request, settings: { emailMethod: 'link' } }));
      const sent = tenant.outbox.next('zoe@example.com');
      await visitor.submit(visitor.email, 'zoe@example.com');
      await sent;
      await visitor.methodSwitch.click();
      await visitor.submit(visitor.phone, '412345678');
      await visitor.code.waitFor();
      await page.goto(`${tenant.origin}/tenant/outbox`);
    },
  },
  { name: 'tenant-scenarios', viewport: PAGES, show: (page) => page.goto(`${tenant.origin}/tenant`) },
];

/** Pictures of the gallery that the README shows, by their scenarios. */
const gallery: readonly [scenario: string, name: string][] = [
  ['captcha', 'captcha'],
  ['right-to-left', 'right-to-left'],
  ['dark-background', 'dark-background'],
  ['social-beside', 'social-beside'],
  ['verify-too-many-attempts', 'too-many-attempts'],
];

for (const [index, { name, viewport, show }] of shots.entries()) {
  process.stderr.write(`\r${index + 1} of ${shots.length + gallery.length}: ${name.padEnd(24)}`);
  const visitor = await Visitor.arrive(browser, { viewport, deviceScaleFactor: 2 });
  await show(visitor.page, visitor);
  // Lock's own animation, from one screen to the next.
  await visitor.page.waitForTimeout(1000);
  await visitor.page.screenshot({ path: join(images, `${name}.png`) });
  await visitor.leave();
}
const temporary = mkdtempSync(join(tmpdir(), 'gallery-'));
for (const [index, [wanted, name]] of gallery.entries()) {
  process.stderr.write(
    `\r${shots.length + index + 1} of ${shots.length + gallery.length}: ${name.padEnd(24)}`,
  );
  const scenario = namedScenarios.find((candidate) => candidate.name === wanted);
  if (scenario === undefined) throw new Error(`There is no scenario ${wanted}.`);
  const [phone] = await takePictures(browser, { tenant, folder: temporary, number: index }, scenario);
  if (phone === undefined || phone.problem !== null) throw new Error(`${wanted}: ${phone?.problem}`);
  copyFileSync(join(temporary, phone.file), join(images, `gallery-${name}.png`));
}
rmSync(temporary, { recursive: true });
process.stderr.write('\n');
await browser.close();
await tenant.close();
await pipeline.close();
copy.remove();
