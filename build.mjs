#!/usr/bin/env node
// The front door. The program is TypeScript, which Node 20 cannot run: esbuild compiles it first, and what
// it made is kept, by a hash of the sources, until one of them changes.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));

/** Commands that write to a tenant. */
const WRITES = ['deploy', 'restore', 'setup-tenant'];
/** What every build needs: as a part of the program it is loaded in half the time. */
const BUNDLED = ['color-name', 'fastest-levenshtein', 'handlebars', 'parse5', 'valibot'];

const { main } = await import(pathToFileURL(join(await program(), 'main.js')).href);
let isDone = false;
process.once('exit', () => {
  if (isDone) return;
  // The event loop ran dry, or the settings have called process.exit().
  process.stderr.write(
    'The build has not finished: login.config.ts waits for what never comes, or ends the process.\n',
  );
  process.exitCode = 1;
});

for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (!['EPIPE', 'ERR_STREAM_DESTROYED'].includes(error.code)) throw error;
    // Whoever reads, `head` say, has had enough. What only shows something ends; what is half-way through writing
    // to a tenant goes on, and its exit code tells.
    if (!WRITES.includes(process.argv[2])) {
      isDone = true;
      process.exit(0);
    }
  });
}

/** Begins with the first signal, and lets a third one end the process whatever it is in the middle of. */
let signals = 0;
const whenInterrupted = [];
const onSignal = () => {
  signals++;
  for (const resolve of whenInterrupted.splice(0)) resolve();
  if (signals === 2) {
    process.stderr.write(
      '\nEnding what was begun. Once more ends at once, with nothing checked or put back.\n',
    );
  }
  if (signals > 2) process.exit(130);
};

process.exitCode = await main(process.argv.slice(2), {
  root,
  cwd: process.cwd(),
  print: (text) => process.stdout.write(`${text}\n`),
  printError: (text) => process.stderr.write(`${text}\n`),
  // Only for people: in a log, a line that is written over is many lines.
  progress: (text) => {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${text ?? ''}`);
  },
  interrupted: () =>
    new Promise((resolve) => {
      whenInterrupted.push(resolve);
      // Once, however often it is asked for.
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, onSignal).on(signal, onSignal);
    }),
  env: process.env,
  confirm: process.stdin.isTTY && process.stderr.isTTY ? confirm : null,
}).finally(() => {
  isDone = true;
});
// Whose process, left to itself, now and then ends with a stack of its own on standard error.
await (await import('esbuild')).stop();
// Whatever the settings have left running, a timer say, does not keep a build from ending.
setTimeout(() => process.exit(), 200).unref();

/** Asks on standard error, so that what is printed can go to a file; anything but yes is no, and Ctrl-C is `null`. */
async function confirm(question) {
  const asking = createInterface({ input: process.stdin, output: process.stderr });
  const interrupted = new Promise((resolve) => asking.once('SIGINT', () => resolve(null)));
  // Ctrl-D is an answer, too.
  const closed = new Promise((resolve) => asking.once('close', () => resolve('')));
  const answer = await Promise.race([asking.question(`${question} [y/N] `), interrupted, closed]).finally(
    () => asking.close(),
  );
  return answer === null ? null : /^\s*y(?:es)?\s*$/i.test(answer);
}

/** The folder of the compiled program, compiled if need be. */
async function program() {
  const folder = join(root, 'node_modules', '.cache', 'login-page', `program-${hashOfSources()}`);
  if (existsSync(folder)) return folder;
  const { build } = await import('esbuild');
  // Written beside and renamed into place, so that builds at the same time don't run half a program.
  const unfinished = `${folder}.${process.pid}`;
  const shared = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    tsconfigRaw: {},
    logLevel: 'warning',
  };
  const builds = await Promise.all([
    build({
      ...shared,
      entryPoints: ['src/commands/main.ts'],
      outdir: unfinished,
      splitting: true,
      format: 'esm',
      // Handlebars' own entry is for programs that require templates.
      alias: { handlebars: 'handlebars/lib/handlebars.js' },
      plugins: [packages()],
    }),
    build({
      ...shared,
      stdin: {
        contents: "export { HtmlValidate, StaticConfigLoader } from 'html-validate/browser';",
        resolveDir: root,
      },
      format: 'cjs',
      outfile: join(unfinished, 'html-validate.cjs'),
      alias: { ajv: join(root, 'src', 'pipeline', 'inspect', 'trustingAjv.cjs') },
    }),
  ]);
  const outputFiles = builds.flatMap((it) => it.outputFiles);
  await mkdir(unfinished, { recursive: true }).catch((error) => {
    process.stderr.write(`${dirname(unfinished)} cannot be written to (${error.code}): make it writable.\n`);
    process.exit(1);
  });
  for (const { path, contents } of outputFiles) await writeFile(path, contents);
  // Fails when another build was faster: its program is the same.
  await rename(unfinished, folder).catch(() => rm(unfinished, { recursive: true, force: true }));
  await removeOldPrograms();
  return folder;
}

/** Makes the packages that are named above a part of the program; all others stay where they are. */
function packages() {
  const isPart = ({ path, importer, kind }) =>
    kind === 'entry-point' ||
    // What a part needs is one, but for what Handlebars asks for and does without.
    (importer.includes('node_modules') && path !== 'source-map') ||
    BUNDLED.some((name) => path === name || path.startsWith(`${name}/`));
  return {
    name: 'packages',
    setup: ({ onResolve }) =>
      onResolve({ filter: /^[^./]/ }, (it) => (isPart(it) ? undefined : { path: it.path, external: true })),
  };
}

/** npm's own list of what is installed, in which version. */
function installedPackages() {
  const list = join(root, 'node_modules', '.package-lock.json');
  return existsSync(list) ? readFileSync(list) : '';
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version).update(installedPackages());
  for (const part of [
    'build.mjs',
    'src/chromium',
    'src/commands',
    'src/deploy',
    'src/pipeline',
    'src/settings',
    'src/tenant',
  ]) {
    const files = part.endsWith('.mjs') ? [''] : readdirSync(join(root, part), { recursive: true }).sort();
    for (const file of files) {
      if (/\.(?:ts|mjs|cjs)$/.test(file || part))
        hash.update(file).update(readFileSync(join(root, part, file)));
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Programs that nobody can be running any more. */
async function removeOldPrograms() {
  const folder = join(root, 'node_modules', '.cache', 'login-page');
  const yesterday = Date.now() - 24 * 60 * 60 * 1000;
  for (const name of readdirSync(folder)) {
    if (statSync(join(folder, name)).mtimeMs < yesterday)
      await rm(join(folder, name), { recursive: true, force: true });
  }
}
