import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256 } from '../../pipeline/sha256.ts';
import { UserError } from '../../settings/UserError.ts';
import { makeFolder } from '../backups/makeFolder.ts';
import type { SavedPage } from '../backups/SavedPage.ts';
import { savePage } from '../backups/savePage.ts';
import type { Comparison } from './compareTenant.ts';
import { isSecretOption } from './isSecretOption.ts';
import type { LiveTenant } from './LiveTenant.ts';

/** What was saved before a setup. */
export interface SavedTenant {
  /** `null` where the page stays. */
  page: SavedPage | null;
  /** Path of the rest: connections, attack protection and factors, without their secrets. */
  file: string;
}

/**
 * Saves what a setup is about to change, to the disk.
 *
 * @param folder - absolute; made where there is none
 * @param commit - that it is changed from; `null` where the folder is none of git's
 * @throws UserError when it cannot be saved; then nothing must be changed
 */
export async function saveLive(
  folder: string,
  { live, place, plan }: Comparison,
  commit: string | null,
): Promise<SavedTenant> {
  const html = plan.flatMap(({ change }) => (change.kind === 'page' ? change.html : []))[0];
  const page =
    html === undefined
      ? null
      : await savePage(folder, place, live.page, { sha256: sha256(html), what: 'dist/tenant', commit });
  const time = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  return {
    page,
    file: await saveRest(
      folder,
      `${page?.id ?? `${time}-${randomBytes(3).toString('hex')}`}-tenant.json`,
      live,
    ),
  };
}

async function saveRest(folder: string, name: string, live: LiveTenant): Promise<string> {
  const { connections, attackProtection, factors } = live;
  const path = join(folder, name);
  const text = JSON.stringify({ connections, attackProtection, factors }, withoutSecrets, 2);
  try {
    await makeFolder(folder);
    const file = await open(path, 'wx', 0o600);
    try {
      await file.writeFile(`${text}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    return path;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(
      `What is live could not be saved in ${folder} (${code ?? message}), so nothing was written to the tenant.\nMake room there, or name another folder with --backups.`,
    );
  }
}

const withoutSecrets = (key: string, value: unknown): unknown =>
  typeof value === 'string' && isSecretOption(key) ? '(not saved)' : value;
