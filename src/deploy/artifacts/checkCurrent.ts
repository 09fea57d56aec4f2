import { relative } from 'node:path';
import type { Pipeline } from '../../pipeline/Pipeline.ts';
import { UserError } from '../../settings/UserError.ts';
import type { Artifact } from './Artifact.ts';

/**
 * Checks that artifacts are what the sources build now, by building them in memory, every rule included.
 *
 * @throws UserError when they are not, or the sources don't build
 */
export async function checkCurrent(
  pipeline: Pipeline,
  artifacts: readonly Artifact[],
  cwd: string,
  onPage?: (done: number, of: number) => void,
): Promise<void> {
  const byPage = new Map(artifacts.map((it) => [it.page, it]));
  const stale: string[] = [];
  await pipeline.hand(
    [...byPage.keys()],
    (_html, { page, sha256 }) => {
      const artifact = byPage.get(page);
      if (artifact !== undefined && artifact.sha256 !== sha256) stale.push(relative(cwd, artifact.file));
    },
    onPage,
  );
  if (stale.length === 0) return;
  const [first = ''] = stale.sort();
  const more = stale.length > 1 ? ` (and ${stale.length - 1} more)` : '';
  throw new UserError(
    `${first}${more} is not what the sources build now, so what is deployed would not be what this folder says.\nRun npm run build, and look at the page; or deploy artifacts as they are: --from DIR`,
  );
}
