import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { TENANT_MANIFEST } from './TenantManifest.ts';

/**
 * Files of a folder that no build has put there: a build takes the folder's place, and they would be lost.
 *
 * @param folder - absolute
 * @returns paths in it; `null` where there is no such folder
 */
export async function foreignFiles(folder: string): Promise<string[] | null> {
  if (!existsSync(folder)) return null;
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  const ours = await filesOfManifest(join(folder, TENANT_MANIFEST));
  return files.filter((file) => !ours.includes(file)).sort();
}

async function filesOfManifest(path: string): Promise<string[]> {
  try {
    const manifest: unknown = JSON.parse(await readFile(path, 'utf8'));
    const files = isPlainObject(manifest) ? manifest['files'] : undefined;
    return isPlainObject(files) ? [TENANT_MANIFEST, ...Object.keys(files)] : [];
  } catch {
    return [];
  }
}
