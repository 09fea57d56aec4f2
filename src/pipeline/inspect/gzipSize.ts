import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Bytes of a page, gzipped at level 9. */
export async function gzipSize(html: string): Promise<number> {
  // In large chunks, since each comes back through this thread.
  return (await compress(html, { level: 9, chunkSize: 262_144 })).length;
}
