import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** Bytes of a page, gzipped at level 9. */
export async function gzipSize(html: string): Promise<number> {
  return (await compress(html, { level: 9 })).length;
}
