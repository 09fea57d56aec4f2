import { existsSync } from 'node:fs';
import { mkdir, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../settings/UserError.ts';
import type { Manifest } from './Manifest.ts';
import { StagedFile } from './StagedFile.ts';
import { StagedFolder } from './StagedFolder.ts';

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
  readonly #staged = new Map<number, [page: StagedFile, manifest: StagedFile]>();
  readonly #folders: StagedFolder[] = [];

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
    const page = new StagedFile(join(folder, `${manifest.page}.html`));
    const description = new StagedFile(join(folder, `${manifest.page}.json`));
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
   * Writes a folder of files to a temporary one, to take the place of a folder as a whole.
   *
   * @param name - of the folder beside the pages
   * @param files - texts by their paths in it; none at all takes the folder away
   * @throws UserError when it cannot be made or written to
   */
  async stageFolder(name: string, files: ReadonlyMap<string, string>): Promise<void> {
    const staged = new StagedFolder(join(this.#folder, name));
    this.#folders.push(staged);
    try {
      await this.#makeFolder(this.#folder);
      for (const [path, text] of files) {
        const file = join(staged.temporary, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      }
    } catch (error) {
      throw this.#refused(error);
    }
  }

  /**
   * Puts all pages and folders into their places.
   *
   * @returns where the pages are, in the order of their places
   * @throws UserError when one cannot be put there; then all files are as they were
   */
  async commit(): Promise<Written[]> {
    const inOrder = [...this.#staged].sort(([a], [b]) => a - b).map(([, files]) => files);
    const replaced: (StagedFile | StagedFolder)[] = [];
    try {
      for (const staged of [...inOrder.flat(), ...this.#folders]) {
        replaced.push(staged);
        await staged.replace();
      }
    } catch (error) {
      for (const staged of replaced) await staged.putBack();
      throw this.#refused(error);
    } finally {
      await this.discard();
    }
    return inOrder.map(([page, manifest]) => ({ html: page.path, manifest: manifest.path }));
  }

  /** Removes what is temporary, and folders that were made for nothing. */
  async discard(): Promise<void> {
    for (const staged of [...[...this.#staged.values()].flat(), ...this.#folders]) await staged.discard();
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
