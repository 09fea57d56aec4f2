import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { project } from '../../tests/support/project.ts';
import { runBuild } from '../../tests/support/runBuild.ts';

/**
 * Our page, of the sources of this moment and the settings and templates that the project is shipped with.
 *
 * @throws Error with what the build printed when it fails
 */
export async function buildOurs(): Promise<string> {
  const copy = project();
  try {
    const { code, stderr } = await runBuild(copy.folder);
    if (code !== 0) throw new Error(`Our page could not be built:\n${stderr}`);
    return await readFile(join(copy.folder, 'dist', 'login.html'), 'utf8');
  } finally {
    copy.remove();
  }
}
