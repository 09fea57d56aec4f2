import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { Size } from './Size.ts';

const zip = promisify(gzip);
const brotli = promisify(brotliCompress);

/** Measures a text. */
export async function sizeOf(text: string): Promise<Size> {
  const [zipped, brotlied] = await Promise.all([zip(text, { level: 9 }), brotli(text)]);
  return { raw: Buffer.byteLength(text), gzip: zipped.length, brotli: brotlied.length };
}
