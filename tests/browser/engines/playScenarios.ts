import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTenant } from '../../../src/tenant/startTenant.ts';
import type { Tenant } from '../../../src/tenant/Tenant.ts';
import type { EngineBrowser, EngineName } from '../../support/engines/Engine.ts';
import { EngineVisitor } from '../../support/engines/EngineVisitor.ts';
import { findEngine } from '../../support/engines/findEngine.ts';
import { startEngine } from '../../support/engines/startEngine.ts';
import { pageOf, SCENARIOS } from './scenarios.ts';

/** Those with less motion last: it takes another start of the browser. */
const ORDERED = SCENARIOS.toSorted(
  (one, other) => Number(one.reducedMotion ?? false) - Number(other.reducedMotion ?? false),
);

/** Plays each scenario in an engine, one browser and one tenant for all of them. */
export function playScenarios(name: EngineName): void {
  const isMissing = name !== 'chromium' && findEngine(name) === null;
  describe.skipIf(isMissing)(name, () => {
    let tenant: Tenant;
    let browser: EngineBrowser;
    let isReduced = false;
    const start = async (reducedMotion: boolean) => {
      await browser?.close();
      browser = await startEngine(name, { reducedMotion });
      isReduced = reducedMotion;
    };

    beforeAll(async () => {
      tenant = await startTenant();
      await start(false);
    });
    beforeEach(() => tenant.reset());
    afterAll(async () => {
      await browser?.close();
      await tenant?.close();
    });

    it.each(ORDERED.map((scenario) => [scenario.name, scenario] as const))(
      '%s',
      // A driver loses a session now and then; what is the page's own fault comes back.
      { timeout: 60_000, retry: 1 },
      async (_name, it) => {
        const { reducedMotion = false, width } = it;
        if (reducedMotion !== isReduced) await start(reducedMotion);
        const tab = await browser.newTab({ ...(width !== undefined && { width }) });
        try {
          const visitor = new EngineVisitor(tab, tenant);
          await visitor.open(pageOf(it), it.scenario);
          await it.run(visitor);
          expect(await visitor.complaints()).toEqual([]);
        } finally {
          await tab.close();
        }
      },
    );
  });
}
