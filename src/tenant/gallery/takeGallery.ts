import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { UserError } from '../../settings/UserError.ts';
import type { NamedScenario } from '../scenarios/NamedScenario.ts';
import type { Tenant } from '../Tenant.ts';
import { contactSheet } from './contactSheet.ts';
import { type Picture, takePictures } from './takePictures.ts';

/** What a gallery is taken of. */
export interface GalleryInput {
  browser: Browser;
  tenant: Tenant;
  scenarios: readonly NamedScenario[];
  /** Absolute; made when it is not there. */
  folder: string;
  /** Called after each scenario. */
  onProgress: (done: number, name: string) => void;
}

/** Scenarios that are open side by side: what takes long in most of them is waiting. */
const AT_ONCE = 4;

/** Takes the pictures of all scenarios and writes them, with one page that shows them all. */
export async function takeGallery(input: GalleryInput): Promise<Picture[]> {
  const { browser, tenant, scenarios, folder, onProgress } = input;
  await mkdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${folder} cannot be made (${error.code}).\nName another folder with --out.`);
  });
  const taken = new Map<string, Picture[]>();
  const waiting = [...scenarios.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [number, scenario] = next;
      taken.set(scenario.name, await takePictures(browser, { tenant, folder, number }, scenario));
      onProgress(taken.size, scenario.name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const pictures = scenarios.flatMap(({ name }) => taken.get(name) ?? []);
  await writeFile(join(folder, 'index.html'), contactSheet(pictures));
  return pictures;
}
