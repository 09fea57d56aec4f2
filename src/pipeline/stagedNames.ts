import { basename, dirname, join } from 'node:path';

/**
 * Where a file or folder is until it is complete, and where the one that it replaces is meanwhile: beside its
 * place, so that each is renamed and never copied.
 *
 * @param path - of its place
 */
export function stagedNames(path: string): { temporary: string; previous: string } {
  // The process's number keeps two builds into one folder out of each other's files.
  const hidden = join(dirname(path), `.${basename(path)}.${process.pid}`);
  return { temporary: `${hidden}.new`, previous: `${hidden}.previous` };
}
