import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PARTS = ['build.mjs', 'package.json', 'src'];

/**
 * Copies as much of the project as a build needs, with the settings and templates that it is shipped with, so that
 * files can be changed that no one else works on.
 *
 * @param root - the project's folder, absolute
 */
export async function copyProject(root) {
  // The real path, since watchers report that one, and a temporary folder may be a link.
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'login-page-bench-')));
  for (const part of PARTS) await cp(join(root, part), join(folder, part), { recursive: true });
  await cp(join(root, 'tests', 'fixtures', 'stock'), folder, { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
