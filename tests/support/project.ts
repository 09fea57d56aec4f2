import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, stock } from './paths.ts';

/** A copy of this project in a folder of its own, which a test can change and break. */
export interface Project {
  folder: string;
  /** Writes a file, by its path in the project. */
  write(path: string, text: string): void;
  remove(): void;
}

/**
 * @param config - text of its `login.config.ts`; by default the one that this project is shipped with
 * @param name - of its folder, which stands in one that is new
 */
export function project(config?: string, name = 'project'): Project {
  const parent = mkdtempSync(join(tmpdir(), 'login-page-'));
  const folder = join(parent, name);
  copyProject(folder);
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  if (config !== undefined) write('login.config.ts', config);
  return { folder, write, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** Copies the sources, and the stock settings and templates, to a folder that is not there yet. */
export function copyProject(folder: string): void {
  mkdirSync(folder);
  for (const part of ['build.mjs', 'package.json', 'src']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  cpSync(stock, folder, { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Gives a copy packages, and a cache of compiled programs, that it does not share: links to this project's. */
export function ownPackages({ folder }: Project): void {
  const packages = join(folder, 'node_modules');
  rmSync(packages);
  mkdirSync(packages);
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== '.cache') symlinkSync(join(root, 'node_modules', name), join(packages, name), 'junction');
  }
}

/** The text of a `login.config.ts` with one page. */
export const configText = (settings: object): string => callOf('defineLoginPage', settings);

/** The text of a `login.config.ts` with several pages, by their names. */
export const pagesText = (pages: Readonly<Record<string, object>>): string =>
  callOf('defineLoginPages', pages);

const callOf = (name: string, given: object): string =>
  `import { ${name} } from './src/settings/defineLoginPage.ts';\nexport default ${name}(${JSON.stringify(given)});\n`;
