import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** What the tests' global setup builds: the artifact, and the same page with other settings. */
export const artifacts = join(root, 'tests', '.artifacts');
