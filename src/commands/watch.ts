import { dirname, join, relative, resolve, sep } from 'node:path';
import { watch as watchFiles } from 'chokidar';
import type { BuiltPage } from '../pipeline/buildPage.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import type { Written } from '../pipeline/writeArtifacts.ts';
import { count } from '../settings/count.ts';
import { UserError } from '../settings/UserError.ts';
import { report } from './report.ts';
import type { Surroundings } from './Surroundings.ts';

/**
 * Longer than the 50 ms in which chokidar drops a second change of the same file: what an editor or a
 * formatter writes in that time is there by then.
 */
const SETTLE_MS = 60;

/**
 * `node build.mjs --watch`: builds, then builds again on each change, until it is interrupted. A build that
 * fails is reported and leaves the last good artifact; the next change tries again.
 */
export async function watch(
  { root, cwd, print, printError, interrupted }: Surroundings,
  options: { page: string | undefined; out: string },
): Promise<number> {
  const end = interrupted();
  let hasEnded = false;
  end.then(() => {
    hasEnded = true;
  });
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
      // An interrupt ends esbuild too, if it was started from the same terminal.
      if (hasEnded) return;
      if (!(error instanceof UserError)) throw error;
      printError(`${error.message}\nNot built; the last good artifact is as it was. Waiting for a change.`);
    }
  };

  const started = Date.now();
  await build([]);
  const watched = new Set(pipeline.sources);
  const watcher = watchFiles([...watched], { alwaysStat: true });
  const changed = new Set<string>();
  /** Files that the watcher will tell of because they are new to it, not because they have changed. */
  const introduced = new Set<string>();
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
      for (const path of pipeline.sources) {
        if (watched.has(path)) continue;
        watched.add(path);
        introduced.add(path);
        watcher.add(path);
      }
      next();
    });
  };
  watcher.on('all', (event, path, stats) => {
    const file = resolve(path);
    if (event.endsWith('Dir') || !isSource(file, root, out)) return;
    if (event === 'add' && introduced.delete(file)) return;
    // Before it is ready, the watcher tells of every file that is there: only those count that were saved
    // during the first build.
    if (!isReady && (stats === undefined || stats.mtimeMs < started)) return;
    changed.add(file);
    clearTimeout(timer);
    timer = setTimeout(next, SETTLE_MS);
  });
  await new Promise<void>((done) => watcher.once('ready', () => done()));
  isReady = true;
  print('Watching for changes. Ctrl-C ends.');
  await end;
  clearTimeout(timer);
  await watcher.close();
  await running;
  await pipeline.close();
  return 0;
}

/** Neither what a build writes, wherever that is, nor what an editor leaves for a moment beside a template. */
function isSource(file: string, root: string, out: string): boolean {
  if (dirname(file) === out && /\.(?:html|json|new|previous)$/.test(file)) return false;
  return !file.startsWith(join(root, 'templates') + sep) || /\.(?:hbs|css)$/.test(file);
}

function briefReport({ manifest: { bytes, sha256 } }: BuiltPage, { html }: Written, cwd: string): string {
  return `  ${relative(cwd, html)}  ${count(bytes.gzip)} bytes gzipped  sha256 ${sha256.slice(0, 12)}…`;
}
