import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { PageProblem } from './PageProblem.ts';

/** Checks that are named with a problem. */
const MOST_NAMES = 4;

/** Tells each check in a line, and then what failed, in the words of the check: they are for the page's author. */
export default class PageReporter implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { state } = test.result();
    const mark = { passed: '✓', failed: '✗', skipped: '-', pending: '-' }[state];
    const took = ((test.diagnostic()?.duration ?? 0) / 1000).toFixed(1);
    process.stdout.write(`  ${mark} ${nameOf(test)} (${took} s)\n`);
  }

  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const failed = tests.filter((test) => test.result().state === 'failed');
    const broken = modules.filter((module) => module.errors().length > 0);
    for (const [problem, names] of byProblem(failed)) {
      const where = names.slice(0, MOST_NAMES).map((name) => `    in ${name}\n`);
      const more = names.length > MOST_NAMES ? `    and ${names.length - MOST_NAMES} more\n` : '';
      process.stdout.write(`\n✗ ${problem.replace(/\n/g, '\n  ')}\n${where.join('')}${more}`);
    }
    for (const error of [...broken.flatMap((module) => module.errors()), ...errors]) {
      process.stdout.write(`\n✗ ${textOf(error as Partial<Error>)}\n`);
    }
    const passed = tests.filter((test) => test.result().state === 'passed');
    const left = tests.length - passed.length - failed.length;
    const notTried = left === 0 ? '' : `, ${left} not tried after these failures`;
    const all = failed.length + broken.length + errors.length;
    process.stdout.write(`\n${passed.length} passed, ${all} failed${notTried}\n`);
  }
}

const nameOf = ({ fullName }: TestCase): string => fullName.replaceAll(' > ', ': ');

/** Each problem once, with the checks that met it. */
function byProblem(failed: readonly TestCase[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const test of failed) {
    for (const problem of (test.result().errors ?? []).flatMap(problemsOf)) {
      found.set(problem, [...(found.get(problem) ?? []), nameOf(test)]);
    }
  }
  return found;
}

const problemsOf = (error: Partial<Error>): string[] =>
  error.name === 'PageProblem' ? textOf(error).split(PageProblem.BETWEEN) : [textOf(error)];

/** What is no problem of the page's is one of the tests': for that one the stack is of use. */
const textOf = ({ name, message = '', stack = message }: Partial<Error>): string =>
  name === 'PageProblem' ? message : stack;
