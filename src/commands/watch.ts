import { relative, resolve } from 'node:path';
import type { Written } from '../pipeline/ArtifactWriter.ts';
import { showFindings } from '../pipeline/buildPage.ts';
import { PageWatcher } from '../pipeline/PageWatcher.ts';
import type { BuiltArtifact } from '../pipeline/Pipeline.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { count } from '../settings/count.ts';
import { report } from './report.ts';
import type { Surroundings } from './Surroundings.ts';

/**
 * `node build.mjs --watch`: builds, then builds again on each change, until it is interrupted. A build that
 * fails is reported and leaves the last good artifact; the next change tries again.
 */
export async function watch(
  { root, cwd, print, printError, interrupted }: Surroundings,
  options: { page: string | undefined; out: string },
): Promise<number> {
  const end = interrupted();
  const pipeline = new Pipeline(root);
  const watcher = new PageWatcher({
    pipeline,
    page: options.page,
    out: resolve(cwd, options.out),
    onBuilt: ({ built, written }, { because, took }) => {
      for (const [index, page] of built.entries()) {
        const paths = written[index];
        if (paths === undefined) continue;
        print(because.length === 0 ? report(page, paths, cwd) : briefReport(page, paths, cwd));
      }
      const names = because.map((path) => relative(root, path)).join(', ');
      print(`built in ${Math.round(took)} ms${names === '' ? '' : `, after a change of ${names}`}`);
    },
    onProblem: ({ message }) =>
      printError(`${message}\nNot built; the last good artifact is as it was. Waiting for a change.`),
  });
  end.then(() => watcher.abandon());
  await watcher.start();
  print('Watching for changes. Ctrl-C ends.');
  await end;
  await watcher.close();
  await pipeline.close();
  return 0;
}

function briefReport(
  { manifest: { sha256 }, gzipBytes, warnings }: BuiltArtifact,
  { html }: Written,
  cwd: string,
): string {
  const size = `  ${relative(cwd, html)}  ${count(gzipBytes)} bytes gzipped  sha256 ${sha256.slice(0, 12)}…`;
  return warnings.length === 0 ? size : `${size}\n${showFindings(warnings)}`;
}
