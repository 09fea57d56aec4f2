import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UserError } from '../settings/UserError.ts';
import type { BuiltPage } from './buildPage.ts';

/** Where an artifact has gone. */
export interface Written {
  html: string;
  manifest: string;
}

/**
 * Writes pages and their manifests: all of them to temporary files first, then each renamed into its place,
 * so that a failure leaves the previous artifacts as they were, and nobody ever reads half a page.
 *
 * @param folder - absolute
 * @throws UserError when the folder cannot be made or written to
 */
export async function writeArtifacts(folder: string, pages: readonly BuiltPage[]): Promise<Written[]> {
  const files = pages.flatMap(({ html, manifest }) => [
    file(folder, `${manifest.page}.html`, html),
    file(folder, `${manifest.page}.json`, `${JSON.stringify(manifest, null, 2)}\n`),
  ]);
  try {
    await mkdir(folder, { recursive: true });
    for (const { temporary, text } of files) await writeFile(temporary, text);
    for (const { temporary, path } of files) await rename(temporary, path);
  } catch (error) {
    await Promise.allSettled(files.map(({ temporary }) => rm(temporary, { force: true })));
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(
      `${folder} cannot be written to (${code ?? message}); the artifacts there are as they were.\nCheck its permissions and the space left, or name another folder with --out.`,
    );
  }
  return pages.map(({ manifest }) => ({
    html: join(folder, `${manifest.page}.html`),
    manifest: join(folder, `${manifest.page}.json`),
  }));
}

function file(folder: string, name: string, text: string) {
  // The process's number keeps two builds into one folder out of each other's files.
  return { path: join(folder, name), temporary: join(folder, `.${name}.${process.pid}.tmp`), text };
}
