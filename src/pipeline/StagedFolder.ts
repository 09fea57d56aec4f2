import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import type { Staged } from './Staged.ts';
import { stagedNames } from './stagedNames.ts';

/**
 * A folder that is written beside its place, and then renamed into it as a whole: what the previous one held
 * and the new one does not is gone.
 */
export class StagedFolder implements Staged {
  readonly path: string;
  /** Where its files are until they are complete; where there is nothing, the folder is taken away. */
  readonly temporary: string;
  readonly #previous: string;
  #isAway = false;

  /** @param path - absolute */
  constructor(path: string) {
    this.path = path;
    const { temporary, previous } = stagedNames(path);
    this.temporary = temporary;
    this.#previous = previous;
  }

  async replace(): Promise<void> {
    // Left by a build that was killed. A folder cannot be renamed onto one that has something in it.
    await rm(this.#previous, { recursive: true, force: true });
    if (existsSync(this.path)) await rename(this.path, this.#previous);
    this.#isAway = true;
    if (existsSync(this.temporary)) await rename(this.temporary, this.path);
  }

  async putBack(): Promise<void> {
    if (!this.#isAway) return;
    await rm(this.path, { recursive: true, force: true });
    if (existsSync(this.#previous)) await rename(this.#previous, this.path);
  }

  async discard(): Promise<void> {
    const paths = [this.temporary, this.#previous];
    await Promise.allSettled(paths.map((path) => rm(path, { recursive: true, force: true })));
  }
}
