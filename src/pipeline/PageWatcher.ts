import { UserError } from '../settings/UserError.ts';
import { FolderWatcher } from './FolderWatcher.ts';
import type { BuildOutcome, Pipeline } from './Pipeline.ts';
import { changesBetween, type Stamp, stampsOf } from './stampsOf.ts';

/** From a hint to the look: one save is several hints. */
const HINT_MS = 5;
/** So long nothing must change before a build: what an editor, a formatter or git is writing is there by then. */
const SETTLE_MS = 60;
/** How often to look without a hint, for folders of which the system tells nothing. */
const LOOK_MS = 1000;
/** A file system's clock may be so much behind. */
const CLOCK_MS = 20;

/** What is watched, and who hears of it. */
export interface PageWatcherInput {
  pipeline: Pipeline;
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

/**
 * Builds, and builds again on each change, one build after the other, until it is closed. Events of the file
 * system only say when to look: what has changed is what differs from the sources of the last build.
 */
export class PageWatcher {
  readonly #input: PageWatcherInput;
  readonly #folders = new FolderWatcher(() => this.#hint());
  /** The sources of the last build. */
  #built = new Map<string, Stamp>();
  /** The sources at the last look, and since when they have been like that, by `performance.now()`. */
  #seen: ReadonlyMap<string, Stamp> = new Map();
  #seenSince = 0;
  #noticed: number | null = null;
  #timer: NodeJS.Timeout | null = null;
  #interval: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #isClosed = false;

  constructor(input: PageWatcherInput) {
    this.#input = input;
  }

  /** Builds for the first time and watches from then on; resolves once both are under way. */
  async start(): Promise<void> {
    this.#built = new Map(stampsOf(this.#input.pipeline.sources).files);
    await this.#build([], performance.now());
    this.#look();
    if (!this.#isClosed) this.#interval = setInterval(() => this.#hint(), LOOK_MS);
  }

  /** Ends it, once a build that is running has ended. */
  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    clearInterval(this.#interval);
    this.#folders.close();
    await this.#running;
  }

  /** From now on, a build that fails because everything ends is not told. */
  abandon(): void {
    this.#isClosed = true;
  }

  #hint(delay = HINT_MS): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#look();
    }, delay);
  }

  /** Builds what has changed, once it has stayed as it is for a moment. */
  #look(): void {
    // When a build ends, it is looked again.
    if (this.#isClosed || this.#running !== null) return;
    const { files, folders } = stampsOf(this.#input.pipeline.sources);
    this.#folders.watch(folders);
    const now = performance.now();
    if (changesBetween(this.#seen, files).length > 0) this.#seenSince = now;
    this.#seen = files;
    const changed = changesBetween(this.#built, files);
    if (changed.length === 0) {
      this.#noticed = null;
      return;
    }
    this.#noticed ??= now;
    const settlesIn = this.#seenSince + SETTLE_MS - now;
    if (settlesIn > 0) {
      this.#hint(settlesIn);
      return;
    }
    const noticed = this.#noticed;
    this.#noticed = null;
    this.#built = new Map(files);
    this.#running = this.#build(changed, noticed).finally(() => {
      this.#running = null;
      this.#look();
    });
  }

  async #build(because: readonly string[], noticed: number): Promise<void> {
    const { pipeline, out, page, firstOnly = false, onBuilt, onProblem } = this.#input;
    const start = performance.now();
    const startedAt = Date.now();
    const before = new Set(pipeline.sources.files);
    try {
      pipeline.invalidate(because);
      const built = await pipeline.build({ out, page, firstOnly });
      onBuilt(built, { because, took: performance.now() - start, noticed });
    } catch (error) {
      // An interrupt ends esbuild too, if it was started from the same terminal.
      if (this.#isClosed) return;
      if (error instanceof UserError) {
        // A page that is not there at all, by its name on the command line, comes with no change of a file.
        if (because.length === 0 && error.exitCode === 2) throw error;
        onProblem(error);
      } else {
        if (because.length === 0) throw error;
        onProblem(new UserError(`The build failed: ${error instanceof Error ? error.stack : error}`));
      }
    }
    const introduced = pipeline.sources.files.filter((path) => !before.has(path));
    for (const [path, stamp] of stampsOf({ files: introduced, folders: [] }).files) {
      // What was saved since may have been read before.
      if (stamp.savedAt < startedAt - CLOCK_MS && !this.#built.has(path)) this.#built.set(path, stamp);
    }
  }
}
