import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCdnLock } from '../../tests/support/buildCdnLock.ts';

/** The text of what stands in for Lock on Auth0's CDN. */
export async function buildLock(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'login-page-bench-'));
  const file = join(folder, 'lock.min.js');
  try {
    await buildCdnLock(file);
    return await readFile(file, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
