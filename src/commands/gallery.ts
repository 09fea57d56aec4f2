import { join, relative, resolve } from 'node:path';
import { launch } from '../chromium/launch.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { nearestName } from '../settings/nearestName.ts';
import { UserError } from '../settings/UserError.ts';
import { DevPages } from '../tenant/DevPages.ts';
import { takeGallery } from '../tenant/gallery/takeGallery.ts';
import { namedScenarios } from '../tenant/scenarios/namedScenarios.ts';
import { startTenant } from '../tenant/startTenant.ts';
import type { GalleryRequest } from './parseArguments.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs gallery`: a picture of the page in each scenario, on a phone and on a desktop. */
export async function gallery(
  surroundings: Surroundings,
  { page, out, only }: GalleryRequest,
): Promise<number> {
  const { root, cwd, print, printError, progress } = surroundings;
  const scenarios = only.length === 0 ? namedScenarios : only.map(scenarioNamed);
  const folder = resolve(cwd, out);
  const pipeline = new Pipeline(root);
  const pages = new DevPages((over) => pipeline.variant({ page, over }));
  const browser = await launch();
  const tenant = await startTenant({
    page: await pipeline.variant({ page, over: {} }),
    pages,
    limits: { startsPerHour: Number.POSITIVE_INFINITY },
    root,
  });
  try {
    const pictures = await takeGallery({
      browser,
      tenant,
      scenarios,
      folder,
      onProgress: (done, name) => progress(`${done} of ${scenarios.length}  ${name}`),
    });
    progress(null);
    const problems = pictures.filter(({ problem }) => problem !== null);
    print(
      `${pictures.length} pictures of ${scenarios.length} scenarios: ${relative(cwd, join(folder, 'index.html'))}`,
    );
    for (const { file, problem } of problems) printError(`  ${file}: ${problem}`);
    return problems.length === 0 ? 0 : 1;
  } finally {
    await browser.close();
    await tenant.close();
    await pipeline.close();
  }
}

function scenarioNamed(name: string) {
  const found = namedScenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  const names = namedScenarios.map((scenario) => scenario.name);
  const nearest = nearestName(name, names);
  throw new UserError(
    `There is no scenario called "${name}".${nearest === null ? '' : ` Did you mean "${nearest}"?`} The scenarios are: ${names.join(', ')}.`,
    2,
  );
}
