import { copyFile, link, rename, rm } from 'node:fs/promises';
import type { Staged } from './Staged.ts';
import { stagedNames } from './stagedNames.ts';

/** A file that is written beside its place, and then renamed into it. */
export class StagedFile implements Staged {
  readonly path: string;
  /** Where the text is until it is complete. */
  readonly temporary: string;
  /** Where the previous file is until all new ones are in their places. */
  readonly #previous: string;
  #isKept = false;

  /** @param path - absolute */
  constructor(path: string) {
    this.path = path;
    const { temporary, previous } = stagedNames(path);
    this.temporary = temporary;
    this.#previous = previous;
  }

  async replace(): Promise<void> {
    await link(this.path, this.#previous).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return;
      // Left by a build that was killed, or a file system without links.
      await copyFile(this.path, this.#previous);
    });
    this.#isKept = true;
    await rename(this.temporary, this.path);
  }

  async putBack(): Promise<void> {
    if (!this.#isKept) return;
    await rename(this.#previous, this.path).catch((error: NodeJS.ErrnoException) => {
      // There was none before.
      if (error.code === 'ENOENT') return rm(this.path, { force: true });
      throw error;
    });
  }

  async discard(): Promise<void> {
    await Promise.allSettled([rm(this.temporary, { force: true }), rm(this.#previous, { force: true })]);
  }
}
