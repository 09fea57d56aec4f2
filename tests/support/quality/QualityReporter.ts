import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Reporter, TestModule, TestRunEndReason } from 'vitest/node';
import { root } from '../paths.ts';
import type { Covered } from './covers.ts';
import { type Passed, qualityTable } from './qualityTable.ts';

const FILE = join(root, 'docs', 'quality.md');

/**
 * Puts together what the tests have tried. A run of all of them compares it with docs/quality.md;
 * `QUALITY=write` writes that.
 */
export default class QualityReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    if (reason !== 'passed' || errors.length > 0 || !isWhole(modules)) return;
    const text = qualityTable(covered(modules), passed(modules));
    if (existsSync(FILE) && readFileSync(FILE, 'utf8') === text) return;
    if (process.env['QUALITY'] === 'write') writeFileSync(FILE, text);
    else process.stdout.write('\ndocs/quality.md is not what this run says: npm run quality writes it.\n');
  }
}

/** Whether every test file was run, and every test in it. */
function isWhole(modules: readonly TestModule[]): boolean {
  const files = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' });
  const tests = files.filter(
    (file) => file.endsWith('.test.ts') && !/^\.artifacts|node_modules|^page\b/.test(file),
  );
  const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
  return tests.length === modules.length && skipped.length === 0;
}

function covered(modules: readonly TestModule[]): Covered[] {
  return modules.flatMap((module) =>
    [...module.children.allTests('passed')].flatMap((test) => test.meta().covered ?? []),
  );
}

function passed(modules: readonly TestModule[]): Passed[] {
  const counts = new Map<string, number>();
  for (const module of modules) {
    const [folder = ''] = relative(join(root, 'tests'), module.moduleId).split(/[\\/]/);
    counts.set(folder, (counts.get(folder) ?? 0) + [...module.children.allTests('passed')].length);
  }
  return [...counts].map(([folder, count]) => ({ folder, count }));
}
