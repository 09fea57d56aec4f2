import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './paths.ts';

/** A copy of this project in a folder of its own, which a test can change and break. */
export interface Project {
  folder: string;
  /** Writes a file, by its path in the project. */
  write(path: string, text: string): void;
  remove(): void;
}

/** @param config - text of its `login.config.ts`; by default this project's own */
export function project(config?: string): Project {
  const folder = mkdtempSync(join(tmpdir(), 'login-page-'));
  for (const name of ['build.mjs', 'package.json', 'login.config.ts', 'brand', 'src', 'templates']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  if (config !== undefined) write('login.config.ts', config);
  return { folder, write, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The text of a `login.config.ts` with one page. */
export function configText(settings: object): string {
  return `import { defineLoginPage } from './src/settings/defineLoginPage.ts';\nexport default defineLoginPage(${JSON.stringify(settings)});\n`;
}
