import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../settings/UserError.ts';
import { fingerprint, type LivePage } from '../pages/LivePage.ts';
import type { Place } from '../pages/Place.ts';
import { makeFolder } from './makeFolder.ts';
import type { SavedPage } from './SavedPage.ts';

/**
 * Saves a page that is about to be replaced: on the disk, not only in a cache, before this returns.
 *
 * @param folder - absolute; made where there is none
 * @param replacedBy - what is to take its place
 * @throws UserError when it cannot be saved, the disk being full say; then the page must not be replaced
 */
export async function savePage(
  folder: string,
  place: Place,
  live: LivePage,
  replacedBy: SavedPage['replacedBy'],
  now = new Date(),
): Promise<SavedPage> {
  const { domain, clientId, application } = place;
  const saved: SavedPage = {
    id: `${timestamp(now)}-${randomBytes(3).toString('hex')}`,
    domain,
    clientId,
    application,
    ...fingerprint(live),
    savedAt: now.toISOString(),
    replacedBy,
  };
  try {
    await makeFolder(folder);
    await write(folder, `${saved.id}.html`, live.html);
    // Last: what has no description is no saved page.
    await write(folder, `${saved.id}.json`, `${JSON.stringify(saved, null, 2)}\n`);
    await sync(folder);
    return saved;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(
      `The live page could not be saved in ${folder} (${WHY[code ?? ''] ?? code ?? message}), so nothing was written to the tenant.\nMake room there, or name another folder with --backups.`,
    );
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota is used up',
  EFBIG: 'no file may be as large',
  EROFS: 'it is read-only',
  EACCES: 'no permission',
  ENOTDIR: 'a file is in the way',
};

/** `20261124-084050`, UTC. */
const timestamp = (time: Date): string =>
  time.toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');

/** To a temporary file, to the disk, and only then to its name, which must be free. */
async function write(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `.${name}.new`);
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** So that the names are on the disk, too; Windows cannot, and does it by itself. */
async function sync(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
