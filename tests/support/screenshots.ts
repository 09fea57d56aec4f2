// The pictures in the README and the docs: node tests/support/runTs.mjs tests/support/screenshots.ts
import { join } from 'node:path';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { launch } from './launch.ts';
import { page as builtPage } from './page.ts';
import { root } from './paths.ts';
import { Visitor } from './Visitor.ts';

interface Shot {
  name: string;
  visit: Scenario;
  viewport: { width: number; height: number };
  before?: (visitor: Visitor) => Promise<void>;
}

const DESKTOP = { width: 760, height: 680 };
const PHONE = { width: 360, height: 680 };

const shots: Shot[] = [
  { name: 'sms', visit: {}, viewport: DESKTOP },
  { name: 'sms-phone', visit: {}, viewport: PHONE },
  { name: 'email-phone', visit: { hosted: { connection: 'email,sms' } }, viewport: PHONE },
  {
    name: 'code-phone',
    visit: {},
    viewport: PHONE,
    before: async (visitor) => {
      await visitor.submit(visitor.phone, '412345678');
      await visitor.code.waitFor();
    },
  },
  { name: 'failure-phone', visit: { connections: [] }, viewport: PHONE },
];

const browser = await launch();
const tenant = await startTenant({ page: builtPage() });
for (const [index, { name, visit, viewport, before }] of shots.entries()) {
  process.stderr.write(`\r${index + 1} of ${shots.length}: ${name.padEnd(20)}`);
  const visitor = await Visitor.arrive(browser, { viewport, deviceScaleFactor: 2 });
  await visitor.open(tenant.address(visit));
  await before?.(visitor);
  // Lock's own animation, from one screen to the next.
  await visitor.page.waitForTimeout(1000);
  await visitor.page.screenshot({ path: join(root, 'docs', 'images', `${name}.png`) });
  await visitor.leave();
}
process.stderr.write('\n');
await browser.close();
await tenant.close();
