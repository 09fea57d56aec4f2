import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { sha256 } from '../../pipeline/sha256.ts';
import { UserError } from '../../settings/UserError.ts';
import type { LivePage } from '../pages/LivePage.ts';
import { type SavedPage, savedPageSchema } from './SavedPage.ts';

/**
 * The saved pages of a folder, newest first; files that describe none are passed over.
 *
 * @param folder - absolute; need not exist
 */
export async function readSavedPages(folder: string): Promise<SavedPage[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw new UserError(`${folder} cannot be read (${error.code}): name another folder with --backups.`);
  });
  const pages: SavedPage[] = [];
  for (const name of names
    .filter((it) => /^\d{8}-\d{6}-[0-9a-f]{6}\.json$/.test(it))
    .sort()
    .reverse()) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => '');
    const result = v.safeParse(savedPageSchema, parse(text));
    if (result.success && `${result.output.id}.json` === name) pages.push(result.output);
  }
  return pages;
}

/**
 * The text of a saved page.
 *
 * @throws UserError when the file is gone, or is not what was saved
 */
export async function readSavedPage(folder: string, saved: SavedPage): Promise<LivePage> {
  const file = join(folder, `${saved.id}.html`);
  const html = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${file} cannot be read (${error.code}): the saved page is lost, or moved.`);
  });
  if (sha256(html) === saved.sha256) return { html, isOn: saved.isOn };
  throw new UserError(
    `${file} is not what was saved: its SHA-256 differs from that in ${saved.id}.json.\nIt was changed since; if that was meant, put it in by the dashboard.`,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
