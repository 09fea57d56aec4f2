import { join } from 'node:path';
import { sha256 } from '../../pipeline/sha256.ts';
import { savePage } from '../backups/savePage.ts';
import { saveTenant } from './saveTenant.ts';
import type { Comparison } from './TenantSetup.ts';

/**
 * Saves what a setup is about to change, to the disk.
 *
 * @param folder - absolute
 * @param commit - that it is changed from; `null` where the folder is none of git's
 * @returns paths of what was saved
 * @throws UserError when it cannot be saved; then nothing must be changed
 */
export async function saveLive(
  folder: string,
  { live, place, plan }: Comparison,
  commit: string | null,
): Promise<string[]> {
  const html = plan.files.get('pages/login.html');
  const saved =
    html === undefined
      ? null
      : await savePage(folder, place, live.page, {
          sha256: sha256(html),
          what: 'dist/tenant',
          commit,
        });
  const time = new Date().toISOString().slice(0, 19).replace(/[-:]/g, '').replace('T', '-');
  const tenant = await saveTenant(folder, saved?.id.concat('-tenant') ?? `${time}-tenant`, live);
  return [...(saved === null ? [] : [join(folder, `${saved.id}.html`)]), tenant];
}
