import { resolve } from 'node:path';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { report } from './report.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs`: builds once and prints what it wrote. */
export async function build(
  { root, cwd, print }: Surroundings,
  options: { page: string | undefined; out: string },
): Promise<number> {
  const pipeline = new Pipeline(root);
  try {
    const { built, written } = await pipeline.build({ ...options, out: resolve(cwd, options.out) });
    for (const [index, page] of built.entries()) {
      const paths = written[index];
      if (paths !== undefined) print(report(page, paths, cwd));
    }
    return 0;
  } finally {
    await pipeline.close();
  }
}
