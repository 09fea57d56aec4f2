import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, root } from './paths.ts';

/** The built page: the artifact itself, or one of the variants of the global setup. */
export function page(variant?: string): string {
  const folder = variant === undefined ? join(root, 'dist') : join(artifacts, variant);
  return readFileSync(join(folder, 'login.html'), 'utf8');
}
