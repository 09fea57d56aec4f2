// Runs one of the tests' TypeScript programs: node tests/support/runTs.mjs tests/support/screenshots.ts
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [entry] = process.argv.slice(2);
const folder = join(process.cwd(), 'node_modules', '.cache', 'login-page');
const file = join(folder, `run-${process.pid}.mjs`);
const { outputFiles } = await build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  // Paths in the tests are relative to where their sources are.
  define: { 'import.meta.url': JSON.stringify(pathToFileURL(join(process.cwd(), entry)).href) },
  logLevel: 'error',
});
await mkdir(folder, { recursive: true });
await writeFile(file, outputFiles[0].contents);
try {
  await import(pathToFileURL(file).href);
} finally {
  await rm(file, { force: true });
}
