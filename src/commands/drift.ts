import { relative, resolve } from 'node:path';
import { buildWanted } from '../deploy/artifacts/buildWanted.ts';
import { planChanges } from '../deploy/planChanges.ts';
import { driftJson } from '../deploy/report/driftJson.ts';
import { driftText } from '../deploy/report/driftText.ts';
import { MOST_SHOWN } from '../deploy/report/plannedText.ts';
import { planReport } from '../deploy/report/planReport.ts';
import { writeReport } from '../deploy/report/writeReport.ts';
import { Tenants } from '../deploy/Tenants.ts';
import { chooseTargets } from '../deploy/targets/chooseTargets.ts';
import { wishesOf } from '../deploy/targets/wishesOf.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import type { DriftRequest } from './arguments/driftArguments.ts';
import { deploymentsFor } from './deploymentsFor.ts';
import { networkOf } from './networkOf.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs drift`: whether each live page is the one that these sources build. */
export async function drift(surroundings: Surroundings, request: DriftRequest): Promise<number> {
  const { root, cwd, env, print, progress } = surroundings;
  const { fetch } = networkOf(surroundings);
  const pipeline = new Pipeline(root);
  try {
    const targets = chooseTargets(request, env, await deploymentsFor(request, root), await pipeline.names());
    const built = await buildWanted(
      pipeline,
      targets.map(({ page }) => page),
      (done, of) => progress(`built ${done} of ${of} pages`),
    );
    const wishes = wishesOf(targets, new Tenants(fetch), (page) => built(page));
    const changes = await planChanges(wishes, built.known, {
      compare: wishes.length <= MOST_SHOWN || request.report !== undefined,
      onProgress: (done, of) => progress(`read ${done} of ${of} live pages`),
    });
    progress(null);
    print(request.json ? driftJson(targets, changes) : driftText(changes));
    if (request.report !== undefined) {
      const file = resolve(cwd, request.report);
      await writeReport(file, planReport('Drift', changes));
      if (!request.json) print(`\nThe whole difference: ${relative(cwd, file)}`);
    }
    return changes.every(({ kind }) => kind === 'none') ? 0 : 1;
  } finally {
    progress(null);
    await pipeline.close();
  }
}
