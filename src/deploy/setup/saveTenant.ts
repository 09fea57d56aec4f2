import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../settings/UserError.ts';
import { makeFolder } from '../backups/makeFolder.ts';
import { isSecretOption } from './isSecretOption.ts';
import type { LiveTenant } from './LiveTenant.ts';

/**
 * Saves what a setup is about to change beside the page: connections, attack protection and factors as they
 * are, without their secrets.
 *
 * @param folder - absolute; made where there is none
 * @param name - of the file, without `.json`
 * @returns the file's path
 * @throws UserError when it cannot be saved; then nothing must be changed
 */
export async function saveTenant(folder: string, name: string, live: LiveTenant): Promise<string> {
  const { connections, attackProtection, factors } = live;
  const path = join(folder, `${name}.json`);
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
