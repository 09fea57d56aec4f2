import { existsSync } from 'node:fs';
import { copyFile, link, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../settings/UserError.ts';
import type { Manifest } from './Manifest.ts';

/** Where an artifact has gone. */
export interface Written {
  html: string;
  manifest: string;
}

/**
 * Writes pages and their manifests: all of them to temporary files first, as they come, then each renamed
 * into its place, so that nobody ever reads half a page. When one of them cannot be put there, those before
 * it are put back as they were. Ends with `commit` or `discard`.
 */
export class ArtifactWriter {
  readonly #folder: string;
  readonly #staged = new Map<number, [page: NewFile, manifest: NewFile]>();

  /** Folders that were not there, outermost first. */
  readonly #made: string[] = [];

  /** @param folder - absolute */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Writes one page to temporary files.
   *
   * @param place - its place among the pages
   * @throws UserError when the folder cannot be made or written to
   */
  async stage(place: number, html: string, manifest: Manifest): Promise<void> {
    const folder = this.#folder;
    const page = newFile(folder, `${manifest.page}.html`);
    const description = newFile(folder, `${manifest.page}.json`);
    this.#staged.set(place, [page, description]);
    try {
      await this.#makeFolder(folder);
      await writeFile(page.temporary, html);
      await writeFile(description.temporary, `${JSON.stringify(manifest, null, 2)}\n`);
    } catch (error) {
      throw this.#refused(error);
    }
  }

  /**
   * Puts all pages into their places.
   *
   * @returns where they are, in the order of their places
   * @throws UserError when one cannot be put there; then all files are as they were
   */
  async commit(): Promise<Written[]> {
    const inOrder = [...this.#staged].sort(([a], [b]) => a - b).map(([, files]) => files);
    const replaced: NewFile[] = [];
    try {
      for (const file of inOrder.flat()) {
        await keepPrevious(file);
        replaced.push(file);
        await rename(file.temporary, file.path);
      }
    } catch (error) {
      for (const file of replaced) await putBack(file);
      throw this.#refused(error);
    } finally {
      await this.discard();
    }
    return inOrder.map(([page, manifest]) => ({ html: page.path, manifest: manifest.path }));
  }

  /** Removes what is temporary, and folders that were made for nothing. */
  async discard(): Promise<void> {
    for (const { temporary, previous } of [...this.#staged.values()].flat()) {
      await Promise.allSettled([rm(temporary, { force: true }), rm(previous, { force: true })]);
    }
    // Fails where something is in it, as it should be.
    for (const folder of this.#made.splice(0).reverse()) await rmdir(folder).catch(() => undefined);
  }

  /** Not `mkdir`'s own `recursive`, which never returns where the system lets nobody make one (`/proc`). */
  async #makeFolder(folder: string): Promise<void> {
    if (existsSync(folder)) return;
    const parent = dirname(folder);
    if (parent !== folder) await this.#makeFolder(parent);
    try {
      await mkdir(folder);
      this.#made.push(folder);
    } catch (error) {
      // Another page, or another build, was faster.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }

  #refused(error: unknown): UserError {
    const { code, message } = error as NodeJS.ErrnoException;
    return new UserError(
      `${this.#folder} cannot be written to (${code ?? message}); the artifacts there are as they were.\nCheck its permissions and the space left, or name another folder with --out.`,
    );
  }
}

interface NewFile {
  path: string;
  /** Where the text is until it is complete. */
  temporary: string;
  /** Where the previous file is until all new ones are in their places. */
  previous: string;
}

function newFile(folder: string, name: string): NewFile {
  // The process's number keeps two builds into one folder out of each other's files.
  const hidden = join(folder, `.${name}.${process.pid}`);
  return { path: join(folder, name), temporary: `${hidden}.new`, previous: `${hidden}.previous` };
}

async function keepPrevious({ path, previous }: NewFile): Promise<void> {
  await link(path, previous).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return;
    // Left by a build that was killed, or a file system without links.
    await copyFile(path, previous);
  });
}

async function putBack({ path, previous }: NewFile): Promise<void> {
  await rename(previous, path).catch((error: NodeJS.ErrnoException) => {
    // There was none before.
    if (error.code === 'ENOENT') return rm(path, { force: true });
    throw error;
  });
}
