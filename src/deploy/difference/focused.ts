import type { Hunk, PartDifference } from './PartDifference.ts';
import { withoutMinifiedNames } from './withoutMinifiedNames.ts';

/** Characters before the first difference that are shown of a long line. */
const BEFORE = 30;
const LONG = 80;

/**
 * The lines of a hunk; of a long line and the one that takes its place, what both begin with is left out, since
 * a difference behind it would not be seen.
 */
export function focused({ lines }: Hunk, part: PartDifference['part']): Hunk['lines'] {
  const comparable = part === 'script' ? withoutMinifiedNames : (word: string) => word;
  const result = [...lines];
  for (let start = 0; start < lines.length; ) {
    const removed = run(lines, start, '-');
    const added = run(lines, start + removed, '+');
    for (let index = 0; removed === added && index < removed; index++) {
      const [was, is] = [lines[start + index], lines[start + removed + index]];
      if (was === undefined || is === undefined) continue;
      const shared = sharedStart(wordsOf(was.text).map(comparable), wordsOf(is.text).map(comparable));
      result[start + index] = behind(was, shared);
      result[start + removed + index] = behind(is, shared);
    }
    start += Math.max(1, removed + added);
  }
  return result;
}

function run(lines: Hunk['lines'], start: number, sign: string): number {
  let length = 0;
  while (lines[start + length]?.sign === sign) length++;
  return length;
}

const wordsOf = (text: string): string[] => text.match(/[\w$]+|[^\w$]/g) ?? [];

function sharedStart(a: readonly string[], b: readonly string[]): number {
  let length = 0;
  while (length < a.length && length < b.length && a[length] === b[length]) length++;
  return length;
}

function behind(line: Hunk['lines'][number], words: number): Hunk['lines'][number] {
  const from = wordsOf(line.text).slice(0, words).join('').length - BEFORE;
  return from < LONG ? line : { ...line, text: `… ${line.text.slice(from)}` };
}
