import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import { UserError } from '../settings/UserError.ts';
import type { BuildOutcome, Pipeline } from './Pipeline.ts';

/**
 * Longer than the 50 ms in which chokidar drops a second change of the same file: what an editor or a
 * formatter writes in that time is there by then.
 */
const SETTLE_MS = 60;
/** How often it is looked for a file that is not there. */
const ABSENT_MS = 100;

/** What is watched, and who hears of it. */
export interface PageWatcherInput {
  pipeline: Pipeline;
  /** The project's folder, absolute. */
  root: string;
  /** Folder for the artifacts, absolute. */
  out: string;
  /** The only page to build; default: all, or with `firstOnly` the first. */
  page: string | undefined;
  firstOnly?: boolean;
  onBuilt: (built: BuildOutcome, news: BuildNews) => void;
  /** Called when a build fails; the last good artifact is as it was. */
  onProblem: (problem: UserError) => void;
}

/** How a build came about. */
export interface BuildNews {
  /** Files that have changed, absolute; none for the first build. */
  because: readonly string[];
  /** Milliseconds that the build took. */
  took: number;
  /** When the first of the changes was noticed, by `performance.now()`. */
  noticed: number;
}

/** Builds, and builds again on each change, one build after the other, until it is closed. */
export class PageWatcher {
  readonly #input: PageWatcherInput;
  readonly #changed = new Set<string>();
  readonly #watched = new Set<string>();
  /** Files that the watcher will tell of because they are new to it, and as what they were handed to it. */
  readonly #introduced = new Map<string, string>();
  /** What is waited for, by its path. */
  readonly #absent = new Map<string, NodeJS.Timeout>();
  #files: FSWatcher | null = null;
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #noticed = 0;
  #isClosed = false;

  constructor(input: PageWatcherInput) {
    this.#input = input;
  }

  /** Builds for the first time and watches from then on; resolves once both are under way. */
  async start(): Promise<void> {
    const { pipeline } = this.#input;
    const started = Date.now();
    await this.#build([]);
    for (const path of pipeline.sources) this.#watched.add(path);
    const files = watchFiles([...this.#watched], { alwaysStat: true });
    this.#files = files;
    let isReady = false;
    files.on('all', (event, path, stats) => {
      const file = resolve(path);
      if (event.endsWith('Dir') || !this.#isSource(file)) return;
      if (event === 'add' && this.#isOnlyIntroduced(file)) return;
      // Before it is ready, the watcher tells of every file that is there: only those count that were saved
      // during the first build.
      if (!isReady && (stats === undefined || stats.mtimeMs < started)) return;
      this.#note(file);
      if (event === 'unlink' && this.#watched.has(file)) this.#await(file);
    });
    await new Promise<void>((done) => files.once('ready', () => done()));
    isReady = true;
  }

  /** Ends it, once a build that is running has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    for (const timer of this.#absent.values()) clearInterval(timer);
    await this.#files?.close();
    await this.#running;
  }

  /** From now on, a build that fails because everything ends is not told. */
  abandon(): void {
    this.#isClosed = true;
  }

  /** Counts a file as changed, and builds once nothing more comes for a moment. */
  #note(file: string): void {
    if (this.#changed.size === 0) this.#noticed = performance.now();
    this.#changed.add(file);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), SETTLE_MS);
  }

  /**
   * Waits for a file that is not there: one that an editor or git has taken away to write it anew, or that
   * the settings name already. chokidar itself does not watch such a file again once it is back.
   */
  #await(file: string): void {
    this.#introduced.delete(file);
    clearInterval(this.#absent.get(file));
    const timer = setInterval(() => {
      if (!existsSync(file)) return;
      clearInterval(timer);
      this.#absent.delete(file);
      this.#files?.unwatch(file);
      this.#introduce(file);
      this.#note(file);
    }, ABSENT_MS);
    this.#absent.set(file, timer);
  }

  #introduce(file: string): void {
    this.#introduced.set(file, stamp(file));
    this.#files?.add(file);
  }

  /** Whether a file that comes up as new is one that was handed over, and has not changed on the way. */
  #isOnlyIntroduced(file: string): boolean {
    const before = this.#introduced.get(file);
    this.#introduced.delete(file);
    // Looked at again, now that it is watched: what was saved before that comes as no event of its own.
    return before !== undefined && before === stamp(file);
  }

  #next(): void {
    if (this.#running !== null || this.#changed.size === 0 || this.#isClosed) return;
    const because = [...this.#changed];
    this.#changed.clear();
    const started = Date.now();
    this.#running = this.#build(because).finally(() => {
      this.#running = null;
      // What the settings import, or a logo, may be another file by now.
      for (const path of this.#input.pipeline.sources) {
        if (this.#watched.has(path)) continue;
        this.#watched.add(path);
        if (!existsSync(path)) {
          this.#await(path);
          continue;
        }
        this.#introduce(path);
        // It may have been saved after the build read it.
        if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > started) this.#note(path);
      }
      this.#next();
    });
  }

  async #build(because: readonly string[]): Promise<void> {
    const { pipeline, out, page, firstOnly = false, onBuilt, onProblem } = this.#input;
    const start = performance.now();
    const noticed = because.length === 0 ? start : this.#noticed;
    try {
      pipeline.invalidate(because);
      const built = await pipeline.build({ out, page, firstOnly });
      onBuilt(built, { because, took: performance.now() - start, noticed });
    } catch (error) {
      // An interrupt ends esbuild too, if it was started from the same terminal.
      if (this.#isClosed) return;
      if (!(error instanceof UserError)) throw error;
      // A page that is not there at all, by its name on the command line, comes with no change of a file.
      if (because.length === 0 && error.exitCode === 2) throw error;
      onProblem(error);
    }
  }

  /** Neither what a build writes, wherever that is, nor what an editor leaves for a moment beside a template. */
  #isSource(file: string): boolean {
    const { out, root } = this.#input;
    if (dirname(file) === out && /\.(?:html|json|new|previous)$/.test(file)) return false;
    return !file.startsWith(join(root, 'templates') + sep) || /\.(?:hbs|css)$/.test(file);
  }
}

/** Tells one state of a file from another: when it was saved, how long it is, and which file it is. */
function stamp(file: string): string {
  const it = statSync(file, { throwIfNoEntry: false });
  return it === undefined ? 'none' : `${it.mtimeMs} ${it.size} ${it.ino}`;
}
