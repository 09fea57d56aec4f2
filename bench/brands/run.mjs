#!/usr/bin/env node
// Builds 1, 10, 100 and 1,000 brands, and writes results.json and results.svg next to this file.
import { spawn } from 'node:child_process';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { copyProject } from '../build/copyProject.mjs';
import { plot } from './plot.mjs';

const SIZES = [1, 10, 100, 1000];
const bench = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(bench));

const project = await copyProject(root);
try {
  await writeFile(join(project.folder, 'login.config.ts'), await readFile(join(bench, 'brands.config.ts')));
  // The first build compiles the program itself, which no later one does.
  await build(1);
  const runs = [];
  for (const brands of SIZES) {
    process.stderr.write(`${brands} ${brands === 1 ? 'brand' : 'brands'} …\n`);
    runs.push(await build(brands));
  }
  const results = { node: process.version, cores: cpus().length, runs };
  await writeFile(join(bench, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(bench, 'results.svg'), plot(results));
  for (const { brands, ms, msPerPage, peakMiB, bytes } of runs) {
    const cells = [
      `${ms} ms`,
      `${msPerPage} ms a page`,
      `${peakMiB} MiB at most`,
      `${bytes.toLocaleString('en')} bytes`,
    ];
    process.stdout.write(
      `${String(brands).padStart(5)} brands  ${cells.map((it) => it.padStart(20)).join('')}\n`,
    );
  }
} finally {
  await project.remove();
}

/** One build in a process of its own, with the memory that Node says it had at most. */
async function build(brands) {
  const out = join(project.folder, `out-${brands}`);
  const memory = join(project.folder, 'memory');
  const start = performance.now();
  const code = await new Promise((resolve, reject) => {
    const hook = pathToFileURL(join(bench, 'tellMemory.mjs')).href;
    const child = spawn(
      process.execPath,
      ['--import', hook, join(project.folder, 'build.mjs'), '--out', out],
      {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, BRANDS: String(brands), TELL_MEMORY: memory },
      },
    );
    child.on('error', reject);
    child.on('close', resolve);
  });
  const ms = Math.round(performance.now() - start);
  const pages = (await readdir(out).catch(() => [])).filter((name) => name.endsWith('.html'));
  if (code !== 0 || pages.length !== brands)
    throw new Error(`${pages.length} of ${brands} pages, exit code ${code}.`);
  const sizes = await Promise.all(pages.map(async (name) => (await stat(join(out, name))).size));
  return {
    brands,
    ms,
    msPerPage: Math.round((ms / brands) * 10) / 10,
    peakMiB: Math.round(Number(await readFile(memory, 'utf8')) / 1024),
    bytes: sizes.reduce((sum, size) => sum + size, 0),
  };
}
