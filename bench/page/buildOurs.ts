import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../tests/support/paths.ts';
import { runBuild } from '../../tests/support/runBuild.ts';

/**
 * Our page as the sources and settings of this moment make it.
 *
 * @throws Error with what the build printed when it fails
 */
export async function buildOurs(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'login-page-bench-'));
  try {
    const { code, stderr } = await runBuild(root, ['--out', folder]);
    if (code !== 0) throw new Error(`Our page could not be built:\n${stderr}`);
    return await readFile(join(folder, 'login.html'), 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
