// Our page against Auth0's stock one, in a browser: npm run bench:page
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tests/support/paths.ts';
import { buildLock } from './buildLock.ts';
import { buildOurs } from './buildOurs.ts';
import { Closers } from './Closers.ts';
import { measureAll } from './measureAll.ts';
import { pageNames } from './PageName.ts';
import { pageSize } from './pageSize.ts';
import { plot } from './plot.ts';
import { profiles } from './profiles.ts';
import { progress } from './progress.ts';
import { readOptions } from './readOptions.ts';
import type { Stage } from './Stage.ts';
import { setStage } from './setStage.ts';
import { stockPage } from './stockPage.ts';
import { toResults } from './toResults.ts';
import { toTable } from './toTable.ts';
import { toTimeline } from './toTimeline.ts';

const folder = join(root, 'bench', 'page');
const closers = new Closers();
let interrupted = false;
// What is under way fails then, and everything is ended below.
process.once('SIGINT', () => {
  interrupted = true;
  void closers.close();
});
try {
  await main();
} catch (error) {
  progress('');
  const why = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${interrupted ? 'Interrupted.' : why}\n`);
  process.exitCode = interrupted ? 130 : 1;
} finally {
  await closers.close();
}

async function main(): Promise<void> {
  const { runs, timeline } = readOptions(process.argv.slice(3));
  progress('building');
  const [ours, lock] = await Promise.all([buildOurs(), buildLock()]);
  const stage = await setStage(closers, { ours, stock: stockPage }, lock);
  if (timeline) return showTimelines(stage);
  const medians = await measureAll(stage, runs, progress);
  progress('');
  const results = toResults({
    chromium: stage.version,
    auth0Lock: lockVersion(),
    cores: cpus().length,
    runs,
    size: { ours: pageSize(ours), stock: pageSize(stockPage, lock) },
    medians,
  });
  await writeFile(join(folder, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(folder, 'results.svg'), plot(results));
  process.stdout.write(toTable(results));
}

/** One visit of each kind, with an empty cache. */
async function showTimelines(stage: Stage): Promise<void> {
  for (const page of pageNames) {
    for (const profile of Object.values(profiles)) {
      progress(`${profile.name}, ${page}`);
      const context = await stage.newContext(profile);
      const visit = await stage.visit(page, context, profile);
      await context.close();
      progress('');
      process.stdout.write(`${page}, ${profile.name}\n${toTimeline(visit)}\n`);
    }
  }
}

function lockVersion(): string {
  const { version } = createRequire(join(root, 'package.json'))('auth0-lock/package.json') as {
    version: string;
  };
  return version;
}
