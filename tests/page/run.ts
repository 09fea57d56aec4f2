// npm run test:page: tests the pages in dist/. Whether they are there, and of these settings, is seen first.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startVitest } from 'vitest/node';
import { loadEnvironmentFile } from '../../src/commands/environmentFile.ts';
import { root } from '../support/paths.ts';
import { runBuild } from '../support/runBuild.ts';

const USAGE = 'npm run test:page [-- --page NAME]   (or the variable PAGE; default: all pages)';

process.exitCode = await run(process.argv.slice(3));

async function run(args: readonly string[]): Promise<number> {
  let page: string | undefined;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { page: { type: 'string' }, help: { type: 'boolean' } },
    });
    if (values.help) {
      process.stdout.write(`${USAGE}\n`);
      return 0;
    }
    page = values.page;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}\n`);
    return 2;
  }
  page ??= process.env['PAGE'] || undefined;
  const problem = await staleness(page);
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    return 1;
  }
  // The settings may read its variables; the build above has read it, so it is well-formed.
  loadEnvironmentFile(root, process.env);
  if (page !== undefined) process.env['PAGE'] = page;
  const vitest = await startVitest('test', [], {
    root,
    config: join(root, 'tests', 'page', 'vitest.config.ts'),
    watch: false,
  });
  await vitest.close();
  return Number(process.exitCode ?? 0);
}

/** Why `dist/` is not what a build would make now, or `null`. */
async function staleness(page: string | undefined): Promise<string | null> {
  const fresh = mkdtempSync(join(tmpdir(), 'login-page-'));
  try {
    const only = page === undefined ? [] : ['--page', page];
    const { code, stderr } = await runBuild(root, ['--out', fresh, ...only]);
    if (code !== 0) return `The page does not build, so there is nothing to test:\n${stderr.trim()}`;
    const files = readdirSync(fresh).filter((file) => file.endsWith('.html'));
    const missing = files.filter((file) => !existsSync(join(root, 'dist', file)));
    const isOther = (file: string) =>
      readFileSync(join(root, 'dist', file), 'utf8') !== readFileSync(join(fresh, file), 'utf8');
    const stale = files.filter((file) => !missing.includes(file) && isOther(file));
    if (missing.length + stale.length === 0) return null;
    return [
      ...missing.map((file) => `dist/${file} is not there.`),
      ...stale.map(
        (file) => `dist/${file} is not what login.config.ts, brand/, templates/ and src/ make of it now.`,
      ),
      'Build it, and test again: npm run build',
    ].join('\n');
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
