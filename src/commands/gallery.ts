import { join, relative, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { launch } from '../chromium/launch.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { nearestName } from '../settings/nearestName.ts';
import { UserError } from '../settings/UserError.ts';
import { DevPages } from '../tenant/DevPages.ts';
import { takeGallery } from '../tenant/gallery/takeGallery.ts';
import type { NamedScenario } from '../tenant/scenarios/NamedScenario.ts';
import { namedScenarios } from '../tenant/scenarios/namedScenarios.ts';
import { startTenant } from '../tenant/startTenant.ts';
import type { Tenant } from '../tenant/Tenant.ts';
import type { GalleryRequest } from './arguments/galleryArguments.ts';
import { INTERRUPTED } from './interrupted.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs gallery`: a picture of the page in each scenario, on a phone and on a desktop. */
export async function gallery(surroundings: Surroundings, request: GalleryRequest): Promise<number> {
  const { root, interrupted, progress, printError } = surroundings;
  const { page } = request;
  const scenarios = request.only.length === 0 ? namedScenarios : request.only.map(scenarioNamed);
  const pipeline = new Pipeline(root);
  let browser: Browser | null = null;
  let tenant: Tenant | null = null;
  let hasEnded = false;
  const end = interrupted().then(() => {
    hasEnded = true;
    return INTERRUPTED;
  });
  const take = async (): Promise<number> => {
    const pages = new DevPages((over) => pipeline.variant({ page, over }));
    const html = await pipeline.variant({ page, over: {} });
    browser = await launch();
    const limits = { startsPerHour: Number.POSITIVE_INFINITY };
    tenant = await startTenant({ page: html, pages, limits, root });
    return takeAll(surroundings, { browser, tenant, scenarios, out: request.out });
  };
  try {
    const taking = take();
    // What fails because everything ends is not told.
    taking.catch(() => undefined);
    return await Promise.race([taking, end]);
  } finally {
    progress(null);
    if (hasEnded) printError('Interrupted: some pictures are missing, or are those of before.');
    // Given by `take`, which TypeScript does not follow.
    await (browser as Browser | null)?.close().catch(() => undefined);
    await (tenant as Tenant | null)?.close();
    await pipeline.close();
  }
}

async function takeAll(
  { cwd, print, printError, progress }: Surroundings,
  input: { browser: Browser; tenant: Tenant; scenarios: readonly NamedScenario[]; out: string },
): Promise<number> {
  const { scenarios, out } = input;
  const folder = resolve(cwd, out);
  const onProgress = (done: number, name: string) => progress(`${done} of ${scenarios.length}  ${name}`);
  const pictures = await takeGallery({ ...input, folder, onProgress });
  progress(null);
  const problems = pictures.filter(({ problem }) => problem !== null);
  const of = `${scenarios.length} ${scenarios.length === 1 ? 'scenario' : 'scenarios'}`;
  print(`${pictures.length} pictures of ${of}: ${relative(cwd, join(folder, 'index.html'))}`);
  for (const { file, problem } of problems) printError(`  ${file}: ${problem}`);
  return problems.length === 0 ? 0 : 1;
}

function scenarioNamed(name: string): NamedScenario {
  const found = namedScenarios.find((scenario) => scenario.name === name);
  if (found !== undefined) return found;
  const names = namedScenarios.map((scenario) => scenario.name);
  const nearest = nearestName(name, names);
  throw new UserError(
    `There is no scenario called "${name}".${nearest === null ? '' : ` Did you mean "${nearest}"?`} The scenarios are: ${names.join(', ')}.`,
    2,
  );
}
