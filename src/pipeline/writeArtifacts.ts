import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UserError } from '../settings/UserError.ts';
import type { BuiltPage } from './buildPage.ts';

/** Where an artifact has gone. */
export interface Written {
  html: string;
  manifest: string;
}

/**
 * Writes pages and their manifests: all of them to temporary files first, then each renamed into its place,
 * so that nobody ever reads half a page. When one of them cannot be put there, those before it are put back
 * as they were.
 *
 * @param folder - absolute
 * @throws UserError when the folder cannot be made or written to
 */
export async function writeArtifacts(folder: string, pages: readonly BuiltPage[]): Promise<Written[]> {
  const files = pages.flatMap(({ html, manifest }) => [
    newFile(folder, `${manifest.page}.html`, html),
    newFile(folder, `${manifest.page}.json`, `${JSON.stringify(manifest, null, 2)}\n`),
  ]);
  const replaced: NewFile[] = [];
  try {
    await makeFolder(folder);
    for (const { temporary, text } of files) await writeFile(temporary, text);
    for (const file of files) {
      await keepPrevious(file);
      replaced.push(file);
      await rename(file.temporary, file.path);
    }
  } catch (error) {
    for (const file of replaced) await putBack(file);
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${folder} cannot be written to (${code ?? message}); the artifacts there are as they were.\nCheck its permissions and the space left, or name another folder with --out.`,
    );
  } finally {
    const leftovers = files.flatMap(({ temporary, previous }) => [temporary, previous]);
    await Promise.allSettled(leftovers.map((path) => rm(path, { force: true })));
  }
  return pages.map(({ manifest }) => ({
    html: join(folder, `${manifest.page}.html`),
    manifest: join(folder, `${manifest.page}.json`),
  }));
}

interface NewFile {
  path: string;
  text: string;
  /** Where the text is until it is complete. */
  temporary: string;
  /** Where the previous file is until all new ones are in their places. */
  previous: string;
}

function newFile(folder: string, name: string, text: string): NewFile {
  // The process's number keeps two builds into one folder out of each other's files.
  const hidden = join(folder, `.${name}.${process.pid}`);
  return { path: join(folder, name), text, temporary: `${hidden}.new`, previous: `${hidden}.previous` };
}

/** Not `mkdir`'s own `recursive`, which never returns where the system lets nobody make one (`/proc`). */
async function makeFolder(folder: string): Promise<void> {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) await makeFolder(parent);
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    // Another build was faster.
    if (error.code !== 'EEXIST') throw error;
  });
}

async function keepPrevious({ path, previous }: NewFile): Promise<void> {
  await copyFile(path, previous).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
  });
}

async function putBack({ path, previous }: NewFile): Promise<void> {
  await rename(previous, path).catch((error: NodeJS.ErrnoException) => {
    // There was none before.
    if (error.code === 'ENOENT') return rm(path, { force: true });
    throw error;
  });
}
