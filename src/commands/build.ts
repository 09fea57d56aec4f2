import { relative, resolve } from 'node:path';
import { Pipeline } from '../pipeline/Pipeline.ts';
import type { Shard } from '../settings/Shard.ts';
import { INTERRUPTED } from './interrupted.ts';
import { report } from './report.ts';
import type { Surroundings } from './Surroundings.ts';
import { summary } from './summary.ts';

/** More pages than this get a summary instead of a report each. */
const MOST_REPORTS = 10;

/** `node build.mjs`: builds once and prints what it wrote. */
export async function build(
  { root, cwd, print, printError, progress, interrupted }: Surroundings,
  options: { page: string | undefined; out: string; shard: Shard | undefined },
): Promise<number> {
  const pipeline = new Pipeline(root);
  try {
    const out = resolve(cwd, options.out);
    const onPage = (done: number, of: number, name: string) => progress(`built ${done} of ${of}  ${name}`);
    const building = pipeline.build({ ...options, out, onPage });
    const outcome = await Promise.race([building, interrupted()]);
    if (outcome === undefined) {
      building.catch(() => undefined);
      await pipeline.abandon();
      progress(null);
      printError('Interrupted.');
      return INTERRUPTED;
    }
    const { built, written, tenant } = outcome;
    progress(null);
    if (built.length === 0) print('There are fewer pages than parts: this part has none.');
    if (built.length > MOST_REPORTS) print(summary(built, relative(cwd, out)));
    else {
      for (const [index, page] of built.entries()) {
        const paths = written[index];
        if (paths !== undefined) print(report(page, paths, cwd));
      }
    }
    if (tenant !== null) print(`${relative(cwd, tenant)}/\n  the tenant, for npm run setup-tenant`);
    return 0;
  } finally {
    progress(null);
    await pipeline.close();
  }
}
