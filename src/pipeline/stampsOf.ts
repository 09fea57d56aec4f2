import { readdirSync, type Stats, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What a page is made from: single files, and folders with all that is in them. Absolute paths. */
export interface Sources {
  /** They need not be there yet. */
  files: readonly string[];
  folders: readonly string[];
}

/** The files that are there, each with what changes when it is saved, and the folders that hold them. */
export interface Stamps {
  files: ReadonlyMap<string, Stamp>;
  /** Those too that should be there, and are not. */
  folders: ReadonlySet<string>;
}

/** A file's state; the same text means the same content. */
export interface Stamp {
  text: string;
  /** When its content or its name last changed, by `Date.now()`. */
  savedAt: number;
}

/** What counts in a folder, as long as its name begins with no dot: editors write copies and locks beside a file. */
const COUNTS = /\.(?:hbs|css|ts)$/;

/** Looks at every source. */
export function stampsOf(sources: Sources): Stamps {
  const files = new Map<string, Stamp>();
  const folders = new Set([...sources.files, ...sources.folders].map((path) => dirname(path)));
  const add = (path: string, found: Stats | null): void => {
    if (found?.isFile()) files.set(path, stampOf(found));
  };
  const addFolder = (folder: string): void => {
    folders.add(folder);
    for (const name of namesIn(folder).filter((it) => !it.startsWith('.'))) {
      const path = join(folder, name);
      const found = statOf(path);
      if (found?.isDirectory()) addFolder(path);
      else if (COUNTS.test(name)) add(path, found);
    }
  };
  for (const file of sources.files) add(file, statOf(file));
  for (const folder of sources.folders) addFolder(folder);
  return { files, folders };
}

const stampOf = ({ mtimeMs, ctimeMs, size }: Stats): Stamp => ({
  text: `${mtimeMs} ${ctimeMs} ${size}`,
  savedAt: Math.max(mtimeMs, ctimeMs),
});

/** `null` for what is gone, or not to be looked at, for the moment. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null;
  } catch {
    return null;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Paths of the files that are new, gone or saved since. */
export function changesBetween(before: Stamps['files'], after: Stamps['files']): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path)?.text !== after.get(path)?.text);
}
