import { relative, resolve } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import type { BuiltPage } from '../pipeline/buildPage.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import type { Written } from '../pipeline/writeArtifacts.ts';
import { count } from '../settings/count.ts';
import { UserError } from '../settings/UserError.ts';
import { report } from './report.ts';
import type { Surroundings } from './Surroundings.ts';

/** Long enough for an editor to finish its several writes of one save. */
const SETTLE_MS = 20;

/**
 * `node build.mjs --watch`: builds, then builds again on each change, until it is interrupted. A build that
 * fails is reported and leaves the last good artifact; the next change tries again.
 *
 * @param until - ends the watching; the promise then resolves with 0
 */
export async function watch(
  { root, cwd, print, printError }: Surroundings,
  options: { page: string | undefined; out: string },
  until: AbortSignal,
): Promise<number> {
  const pipeline = new Pipeline(root);
  const out = resolve(cwd, options.out);
  const names = (paths: readonly string[]) => paths.map((path) => relative(root, path)).join(', ');

  const build = async (because: readonly string[]) => {
    const start = performance.now();
    try {
      pipeline.invalidate(because);
      const { built, written } = await pipeline.build({ ...options, out });
      const took = `${Math.round(performance.now() - start)} ms`;
      for (const [index, page] of built.entries()) {
        const paths = written[index];
        if (paths === undefined) continue;
        print(because.length === 0 ? report(page, paths, cwd) : briefReport(page, paths, cwd));
      }
      print(`built in ${took}${because.length > 0 ? `, after a change of ${names(because)}` : ''}`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      printError(`${error.message}\nNot built; the last good artifact is as it was. Waiting for a change.`);
    }
  };

  const started = Date.now();
  await build([]);
  const watcher = watchFiles([...pipeline.sources], { alwaysStat: true });
  const changed = new Set<string>();
  let isReady = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;
  const next = () => {
    if (running !== null || changed.size === 0) return;
    const because = [...changed];
    changed.clear();
    running = build(because).finally(() => {
      running = null;
      // What the settings import, or a logo, may be another file by now.
      watcher.add([...pipeline.sources]);
      next();
    });
  };
  watcher.on('all', (_event, path, stats) => {
    // Before it is ready, the watcher tells of every file that is there: only those count that were saved
    // during the first build.
    if (!isReady && (stats === undefined || stats.mtimeMs < started)) return;
    if (stats?.isDirectory() === true) return;
    changed.add(resolve(path));
    clearTimeout(timer);
    timer = setTimeout(next, SETTLE_MS);
  });
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  isReady = true;
  print('Watching for changes. Ctrl-C ends.');
  try {
    await new Promise<void>((end) => {
      if (until.aborted) end();
      until.addEventListener('abort', () => end(), { once: true });
    });
    return 0;
  } finally {
    clearTimeout(timer);
    await watcher.close();
    await running;
    await pipeline.close();
  }
}

function briefReport({ manifest: { bytes, sha256 } }: BuiltPage, { html }: Written, cwd: string): string {
  return `  ${relative(cwd, html)}  ${count(bytes.gzip)} bytes gzipped  sha256 ${sha256.slice(0, 12)}…`;
}
