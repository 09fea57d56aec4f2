import type { ScriptElement } from './InspectedPage.ts';

/** Types that a browser runs (WHATWG HTML, "JavaScript MIME type essence match" and `module`). */
const RUNS =
  /^(?:module|importmap|speculationrules|(?:text|application)\/(?:x-)?(?:java|ecma|j|live)script[\d.]*)?$/i;

/** Whether a script element holds data that a browser never runs. */
export function isDataBlock({ type, src }: ScriptElement): boolean {
  return src === undefined && !RUNS.test(type.trim());
}
