import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { artifacts, shipped } from './paths.ts';

/** The built page: the one that the project is shipped with, or one of the variants of the global setup. */
export function page(variant?: string): string {
  const file =
    variant === undefined ? join(shipped, 'dist', 'login.html') : join(artifacts, `${variant}.html`);
  return readFileSync(file, 'utf8');
}
