import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire, isBuiltin } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildFailure, type BuildResult, build, type Plugin } from 'esbuild';
import type { LoginPages } from '../settings/defineLoginPage.ts';
import type { PageSettings } from '../settings/PageSettings.ts';
import { parseSettings } from '../settings/parseSettings.ts';
import { UserError } from '../settings/UserError.ts';
import { buildFailure } from './buildFailure.ts';
import { decodeText } from './decodeText.ts';
import { packageName } from './packageName.ts';
import { countriesProblems } from './phone/countriesProblems.ts';
import { textsProblems } from './words/textsProblems.ts';

/** The settings of all pages, and the files that they come from. */
export interface LoadedSettings {
  pages: PageSettings[];
  /** As they are exported, before any default; valid. */
  written: LoginPages;
  /** Absolute paths of those that were read. */
  sources: readonly string[];
}

/**
 * Compiles, runs and validates `login.config.ts`.
 *
 * @param root - the project's folder, absolute
 * @param onSource - called with each file (absolute) that the settings depend on, also when they fail, and
 *   also with one that is missing
 * @throws UserError when it is missing, does not compile, throws, or holds a mistake
 */
export async function loadSettings(
  root: string,
  onSource: (path: string) => void = () => undefined,
): Promise<LoadedSettings> {
  const file = 'login.config.ts';
  if (!existsSync(join(root, file))) {
    throw new UserError(
      `There is no ${file} in ${root}.\nWrite one: export default defineLoginPage({ … }); the README lists its keys.`,
    );
  }
  const result = await compile(root, file, onSource).catch(async (error: unknown) => {
    // Of a file in UTF-16, esbuild only says that its first characters are strange.
    await checkEncodings(root, failedFiles(root, error));
    throw buildFailure(`${file} does not compile`, error);
  });
  const code = result.outputFiles?.[0]?.text ?? '';
  const sources = Object.keys(result.metafile?.inputs ?? {}).map((path) => join(root, path));
  for (const path of sources) onSource(path);
  await checkEncodings(root, sources);
  const { default: exported } = await run(root, file, { code, sources });
  const pages = parse(exported, file);
  return { pages, written: exported as LoginPages, sources };
}

function parse(exported: unknown, file: string): PageSettings[] {
  try {
    return parseSettings(exported, file, (it) => [...textsProblems(it), ...countriesProblems(it)]);
  } catch (error) {
    if (error instanceof UserError) throw error;
    // A getter or a proxy of the settings' own has thrown.
    throw new UserError(`${file}: the settings cannot be read:\n  ${messageOf(error)}`);
  }
}

function compile(root: string, file: string, onSource: (path: string) => void): Promise<BuildResult> {
  return build({
    absWorkingDir: root,
    entryPoints: [file],
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    plugins: [imports(root, onSource)],
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    // Stack traces then name the file as it is in the project, wherever the compiled one is.
    sourceRoot: pathToFileURL(`${root}/`).href,
    outfile: join(root, 'login.config.mjs'),
    tsconfigRaw: {},
    logLevel: 'silent',
  });
}

/** @param files - absolute */
async function checkEncodings(root: string, files: readonly string[]): Promise<void> {
  for (const path of files) decodeText(await readFile(path), relative(root, path));
}

function failedFiles(root: string, error: unknown): string[] {
  const { errors = [] } = error as Partial<BuildFailure>;
  const files = errors.flatMap(({ location }) => location?.file ?? []);
  return files.map((file) => join(root, file)).filter((path) => existsSync(path));
}

/** What an import without an ending, or with the one of the compiled file, may mean to esbuild. */
const ENDINGS = ['', '.tsx', '.ts', '.jsx', '.js', '.json', '/index.ts', '/index.js'];
const RELATIVE = /^(?:\.{1,2}(?:\/|$)|\/)/;
/** Neither an address nor one of the package's own `#names`. */
const PACKAGE = /^[^./#:]+(?:\/|$)/;

/** Names what the settings import, whether it is there or not, and finds missing packages, each with its line. */
function imports(root: string, onSource: (path: string) => void): Plugin {
  const folders = createRequire(join(root, 'login.config.ts')).resolve.paths('package') ?? [];
  const isInstalled = (name: string) => folders.some((folder) => existsSync(join(folder, name)));
  return {
    name: 'imports',
    setup({ onResolve }) {
      onResolve({ filter: RELATIVE }, ({ path, resolveDir }) => {
        const file = resolve(resolveDir, path);
        if (existsSync(file)) onSource(file);
        else for (const ending of ENDINGS) onSource(file.replace(/\.js$/, '') + ending);
        return undefined;
      });
      // One that is asked for while the settings run may be optional.
      onResolve({ filter: PACKAGE }, ({ path, kind }) => {
        const name = packageName(`node_modules/${path}`);
        if (kind !== 'import-statement' || isBuiltin(path) || isInstalled(name)) return undefined;
        // npm writes this file once everything is installed.
        onSource(join(root, 'node_modules', '.package-lock.json'));
        return { errors: [{ text: `There is no package "${name}". Install it: npm install ${name}` }] };
      });
    },
  };
}

/** How often settings have thrown: a module that threw once throws for ever. */
let failures = 0;

async function run(
  root: string,
  file: string,
  { code, sources }: { code: string; sources: readonly string[] },
): Promise<{ default?: unknown }> {
  // In node_modules, so that the packages that the settings import are found; named by its content, so
  // that an unchanged file is not evaluated twice and a changed one is.
  const folder = join(root, 'node_modules', '.cache', 'login-page');
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const path = join(folder, `settings-${hash}-${process.pid}-${failures}.mjs`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, code);
  } catch (error) {
    const { code: reason, message } = error as NodeJS.ErrnoException;
    throw new UserError(`${folder} cannot be written to (${reason ?? message}): make it writable.`);
  }
  // For the line in an error's stack; not before, since Node then reads the maps of all that it loads.
  process.setSourceMapsEnabled(true);
  try {
    return (await import(pathToFileURL(path).href)) as { default?: unknown };
  } catch (error) {
    failures++;
    const where = place(error, root) || (await importPlace(error, root, sources));
    throw new UserError(`${file} throws when it is run${where}:\n  ${messageOf(error)}`);
  } finally {
    process.setSourceMapsEnabled(false);
    await rm(path, { force: true });
  }
}

/** ` (login.config.ts:3:7)`, from the stack, which goes through the source map. */
function place(error: unknown, root: string): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const [, path, line, column] =
    /^\s+at (?:.*\()?((?:file:\/\/)?\/.+?\.ts):(\d+):(\d+)\)?$/m.exec(stack) ?? [];
  if (path === undefined) return '';
  const file = path.startsWith('file:') ? fileURLToPath(path) : path;
  return ` (${relative(root, file)}:${line}:${column})`;
}

/** The same of an import that fails while the settings run, which comes without a stack. */
async function importPlace(error: unknown, root: string, sources: readonly string[]): Promise<string> {
  if (!(error instanceof Error)) return '';
  const { code, message }: NodeJS.ErrnoException = error;
  if (code !== 'ERR_MODULE_NOT_FOUND' && code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') return '';
  const [, missing, subpath, of] =
    /Cannot find (?:package|module) '(?:[^']*node_modules\/)?([^']+)'|'\.(\/[^']+)'.*node_modules\/(.+)\/package\.json/.exec(
      message,
    ) ?? [];
  const name = missing ?? `${of}${subpath}`;
  for (const path of sources) {
    const lines = (await readFile(path, 'utf8')).split('\n');
    const line = lines.findIndex((it) => it.includes(`'${name}`) || it.includes(`"${name}`));
    if (line !== -1) return ` (${relative(root, path)}:${line + 1})`;
  }
  return '';
}

/** What was thrown, in words; settings can throw anything. */
function messageOf(error: unknown): string {
  try {
    return String(error);
  } catch {
    return 'something that cannot be shown as text';
  }
}
