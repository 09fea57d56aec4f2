import type { TestContext } from 'vitest';

/** What one test has tried, for docs/quality.md; counted where it happens, never written by hand. */
export interface Covered {
  /** Which part of the table it belongs to, such as `Hostile input`. */
  area: string;
  /** What was tried, with its count: `352 payloads in 24 fields, in Chromium`. */
  tried: string;
  /** What came of all of it. */
  result: string;
}

declare module 'vitest' {
  interface TaskMeta {
    covered?: Covered[];
  }
}

/** Notes what a test has tried; it counts only once the test has passed. */
export function covers(
  { task }: Pick<TestContext, 'task'>,
  area: string,
  tried: string,
  result: string,
): void {
  task.meta.covered = [...(task.meta.covered ?? []), { area, tried, result }];
}
