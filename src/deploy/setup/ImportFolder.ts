import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Files } from '../../pipeline/tenant-folder/tenantFiles.ts';
import { UserError } from '../../settings/UserError.ts';

/** A folder for auth0-deploy-cli, that only this user can read: options that are live may hold secrets. */
export class ImportFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  /** @throws UserError when it cannot be written */
  static async write(files: Files): Promise<ImportFolder> {
    let folder: ImportFolder | null = null;
    try {
      folder = new ImportFolder(await mkdtemp(join(tmpdir(), 'setup-tenant-')));
      for (const [path, text] of files) {
        const file = join(folder.path, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text, { mode: 0o600 });
      }
      return folder;
    } catch (error) {
      await folder?.remove();
      const { code, message } = error as NodeJS.ErrnoException;
      throw new UserError(
        `The folder for auth0-deploy-cli cannot be written below ${tmpdir()} (${code ?? message}); nothing has been changed.\nMake room there, or set TMPDIR.`,
      );
    }
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}
