#!/usr/bin/env node
// The front door. The program is TypeScript, which Node 20 cannot run: esbuild compiles it first, which
// takes some 20 ms and needs no build step of its own.
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = dirname(fileURLToPath(import.meta.url));

const folder = join(root, 'node_modules', '.cache', 'login-page');
const compiled = await build({
  absWorkingDir: root,
  entryPoints: ['src/commands/main.ts'],
  bundle: true,
  splitting: true,
  write: false,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  outdir: join(folder, 'program'),
  entryNames: '[name]-[hash]',
  tsconfigRaw: {},
  logLevel: 'warning',
});
await mkdir(join(folder, 'program'), { recursive: true });
// Named by their content, and renamed into place, so that builds at the same time don't read half a file.
for (const { path, contents } of compiled.outputFiles) {
  await writeFile(`${path}.${process.pid}`, contents);
  await rename(`${path}.${process.pid}`, path);
}

const entry = compiled.outputFiles.find(({ path }) => /[\\/]main-\w+\.js$/.test(path));
const { main } = await import(pathToFileURL(entry.path).href);
const end = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => end.abort());

process.exitCode = await main(
  process.argv.slice(2),
  {
    root,
    cwd: process.cwd(),
    print: (text) => process.stdout.write(`${text}\n`),
    printError: (text) => process.stderr.write(`${text}\n`),
  },
  end.signal,
);
