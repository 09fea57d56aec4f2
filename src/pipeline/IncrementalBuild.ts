import { join } from 'node:path';
import { type BuildContext, type BuildOptions, type BuildResult, context, type Metafile } from 'esbuild';
import { buildFailure } from './buildFailure.ts';

/** What an incremental build has made. */
export interface Built {
  code: string;
  metafile: Metafile;
}

/** One esbuild build that is made again only when one of its sources has changed. */
export class IncrementalBuild {
  readonly #options: BuildOptions & { absWorkingDir: string };
  #context: Promise<BuildContext> | null = null;
  #built: Promise<Built> | null = null;
  #sources: ReadonlySet<string> = new Set();

  constructor(options: BuildOptions & { absWorkingDir: string }) {
    this.#options = { ...options, write: false, metafile: true };
  }

  /** @throws UserError with esbuild's messages when a source is broken */
  build(): Promise<Built> {
    this.#built ??= this.#rebuild();
    return this.#built;
  }

  /** Forgets what was built when it failed, or when one of the files (absolute paths) is a source of it. */
  invalidate(changed: readonly string[]): void {
    if (this.#sources.size === 0 || changed.some((path) => this.#sources.has(path))) this.#built = null;
  }

  async close(): Promise<void> {
    await (await this.#context)?.dispose();
  }

  async #rebuild(): Promise<Built> {
    this.#sources = new Set();
    const { outputFiles, metafile } = await this.#run();
    const [file] = outputFiles ?? [];
    if (file === undefined || metafile === undefined) throw new Error('esbuild wrote nothing.');
    const root = this.#options.absWorkingDir;
    this.#sources = new Set(Object.keys(metafile.inputs).map((path) => join(root, path)));
    return { code: file.text.trimEnd(), metafile };
  }

  async #run(): Promise<BuildResult> {
    try {
      this.#context ??= context(this.#options);
      return await (await this.#context).rebuild();
    } catch (error) {
      throw buildFailure('The page’s script does not compile', error);
    }
  }
}
