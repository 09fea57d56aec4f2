import { gzipSync } from 'node:zlib';
import { apiBodyBytes } from '../../src/pipeline/apiBodyBytes.ts';
import type { Size } from './Results.ts';

/**
 * @param html - as it is deployed, with the marker
 * @param scripts - what else it cannot do without
 */
export function pageSize(html: string, ...scripts: string[]): Size {
  const sizes = [html, ...scripts].map((text) => gzipSync(text, { level: 9 }).length);
  return { gzipBytes: sizes.reduce((sum, size) => sum + size, 0), apiBodyBytes: apiBodyBytes(html) };
}
