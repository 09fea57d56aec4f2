#!/usr/bin/env node
// Measures our build against Vite's, in turns, and writes results.json and results.svg next to this file.
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { builders } from './builders.mjs';
import { copyProject } from './copyProject.mjs';
import { measure } from './measure.mjs';
import { readOptions } from './options.mjs';
import { plot } from './plot.mjs';
import { rebuilds } from './rebuilds.mjs';
import { toResults, toTable } from './report.mjs';
import { summarize } from './statistics.mjs';

const bench = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(bench));

try {
  await main();
} catch (error) {
  tell(error.message);
  process.exitCode = 1;
}

async function main() {
  const { runs } = readOptions(process.argv.slice(2));
  if (!existsSync(join(bench, 'node_modules', 'vite'))) {
    throw new Error('Vite is not installed in bench/build. Get it with: npm ci --prefix bench/build');
  }
  const { cold, times } = await measureBoth(runs);
  const summaries = {
    ours: summarize(cold.ours),
    vite: summarize(cold.vite),
    rebuild: Object.fromEntries(Object.entries(times).map(([kind, it]) => [kind, summarize(it)])),
  };
  const results = toResults({ runs, node: process.version, versions: await versions(), ...summaries });
  await writeFile(join(bench, 'results.json'), `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(join(bench, 'results.svg'), plot(results));
  process.stdout.write(toTable(summaries));
}

async function measureBoth(runs) {
  const { folder, remove } = await copyProject(root);
  try {
    return { cold: await measureColdBuilds(folder, runs), times: await rebuilds(folder, runs, tell) };
  } finally {
    await remove();
  }
}

/** In turns, so that a machine that becomes busy or hot slows both. */
async function measureColdBuilds(folder, runs) {
  const both = Object.entries(builders(root, folder));
  const times = { ours: [], vite: [] };
  for (let run = 0; run <= runs; run++) {
    for (const [name, builder] of both) {
      const took = await measure(builder);
      // The first run of each reads its files from the disk into memory.
      if (run > 0) times[name].push(took);
      tell(`${run === 0 ? 'warm-up' : `run ${run}/${runs}`} ${builder.label}: ${Math.round(took)} ms`);
    }
  }
  return times;
}

/** Read from the files, since not every package exports its `package.json`. */
async function versions() {
  const version = async (folder, name) =>
    JSON.parse(await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version;
  return {
    vite: await version(bench, 'vite'),
    vitePluginSinglefile: await version(bench, 'vite-plugin-singlefile'),
    esbuild: await version(root, 'esbuild'),
    auth0Lock: await version(root, 'auth0-lock'),
  };
}

function tell(text) {
  process.stderr.write(`${text}\n`);
}
