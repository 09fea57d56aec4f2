import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../../settings/UserError.ts';
import { parseDeployments, type TenantDeployments } from './parseDeployments.ts';

/**
 * The project's `deploy.json`.
 *
 * @param root - the project's folder
 * @returns `null` where there is none
 */
export async function readDeployments(root: string): Promise<TenantDeployments[] | null> {
  try {
    return parseDeployments(await readFile(join(root, 'deploy.json'), 'utf8'), 'deploy.json');
  } catch (error) {
    if (error instanceof UserError) throw error;
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw new UserError(`deploy.json cannot be read (${code}).`);
  }
}
