import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Settings, pictures and templates that tests build pages from. The root's are a team's, which changes them; these
 * are a copy of what the project is shipped with.
 */
export const stock = join(root, 'tests', 'fixtures', 'stock');

/** What the tests' global setup builds. */
export const artifacts = join(root, 'tests', '.artifacts');

/** The project with the stock settings and templates, built; not to be changed. */
export const shipped = join(artifacts, 'project');
