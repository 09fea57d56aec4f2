import { type FSWatcher, watch } from 'node:fs';
import { dirname } from 'node:path';
import { statOf } from './stampsOf.ts';

/**
 * Tells that something may have changed in one of several folders, not what. A folder is watched by its place,
 * not by what was there once: one that is missing is waited for, and one that another has replaced is watched
 * again. Where the system cannot watch a folder (no free inotify watch, a network drive), it tells nothing.
 */
export class FolderWatcher {
  readonly #onHint: () => void;
  readonly #watched = new Map<string, { watcher: FSWatcher; identity: string }>();

  constructor(onHint: () => void) {
    this.#onHint = onHint;
  }

  /** Watches these folders (absolute) and no others; call it again now and then, since folders come and go. */
  watch(folders: Iterable<string>): void {
    const wanted = new Set([...folders].map(nearestFolder));
    for (const [folder, { identity }] of this.#watched) {
      if (!wanted.has(folder) || identity !== identityOf(folder)) this.#forget(folder);
    }
    for (const folder of wanted) if (!this.#watched.has(folder)) this.#begin(folder);
  }

  close(): void {
    for (const folder of [...this.#watched.keys()]) this.#forget(folder);
  }

  #begin(folder: string): void {
    try {
      const identity = identityOf(folder);
      const watcher = watch(folder, () => this.#onHint());
      // Windows reports a folder that was deleted as an error.
      watcher.on('error', () => {
        if (this.#watched.get(folder)?.watcher === watcher) this.#forget(folder);
        this.#onHint();
      });
      this.#watched.set(folder, { watcher, identity });
    } catch {
      // Gone again, or not to be watched: the next call tries once more.
    }
  }

  #forget(folder: string): void {
    this.#watched.get(folder)?.watcher.close();
    this.#watched.delete(folder);
  }
}

/** The folder itself, or the nearest one above it that is there. */
function nearestFolder(folder: string): string {
  const above = dirname(folder);
  return statOf(folder)?.isDirectory() || above === folder ? folder : nearestFolder(above);
}

/** A file system may give a new folder the number of the one before it, but not its time of birth. */
function identityOf(folder: string): string {
  const found = statOf(folder);
  return `${found?.ino} ${found?.birthtimeMs}`;
}
