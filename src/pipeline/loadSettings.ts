import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildResult, build } from 'esbuild';
import type { PageSettings } from '../settings/PageSettings.ts';
import { parseSettings } from '../settings/parseSettings.ts';
import { UserError } from '../settings/UserError.ts';
import { buildFailure } from './buildFailure.ts';

/** The settings of all pages, and the files that they come from. */
export interface LoadedSettings {
  pages: PageSettings[];
  /** Absolute paths, for watching. */
  sources: readonly string[];
}

/**
 * Compiles, runs and validates `login.config.ts`.
 *
 * @param root - the project's folder, absolute
 * @throws UserError when it is missing, does not compile, throws, or holds a mistake
 */
export async function loadSettings(root: string): Promise<LoadedSettings> {
  const file = 'login.config.ts';
  if (!existsSync(join(root, file))) {
    throw new UserError(
      `There is no ${file} in ${root}.\nWrite one: export default defineLoginPage({ … }); the README lists its keys.`,
    );
  }
  const result = await compile(root, file);
  const code = result.outputFiles?.[0]?.text ?? '';
  const { default: exported } = await run(root, file, code);
  const sources = Object.keys(result.metafile?.inputs ?? {}).map((path) => join(root, path));
  return { pages: parseSettings(exported, file), sources };
}

function compile(root: string, file: string): Promise<BuildResult> {
  return build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    // Stack traces then name the file as it is in the project, wherever the compiled one is.
    sourceRoot: pathToFileURL(`${root}/`).href,
    outfile: join(root, 'login.config.mjs'),
    tsconfigRaw: {},
    logLevel: 'silent',
  }).catch((error: unknown) => {
    throw buildFailure(`${file} does not compile`, error);
  });
}

async function run(root: string, file: string, code: string): Promise<{ default?: unknown }> {
  // In node_modules, so that the packages that the settings import are found; named by its content, so
  // that an unchanged file is not evaluated twice and a changed one is.
  const folder = join(root, 'node_modules', '.cache', 'login-page');
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const path = join(folder, `settings-${hash}-${process.pid}.mjs`);
  await mkdir(folder, { recursive: true });
  await writeFile(path, code);
  // For the line in an error's stack; not before, since Node then reads the maps of all that it loads.
  process.setSourceMapsEnabled(true);
  try {
    return (await import(pathToFileURL(path).href)) as { default?: unknown };
  } catch (error) {
    throw new UserError(`${file} throws when it is run${place(error, root)}:\n  ${String(error)}`);
  } finally {
    process.setSourceMapsEnabled(false);
    await rm(path, { force: true });
  }
}

/** ` (login.config.ts:3:7)`, from the stack, which goes through the source map. */
function place(error: unknown, root: string): string {
  const frame =
    error instanceof Error
      ? /\(?((?:file:\/\/)?\/[^()\s]+\.ts):(\d+):(\d+)\)?/.exec(error.stack ?? '')
      : null;
  const [, path, line, column] = frame ?? [];
  if (path === undefined) return '';
  return ` (${relative(root, path.replace('file://', ''))}:${line}:${column})`;
}
