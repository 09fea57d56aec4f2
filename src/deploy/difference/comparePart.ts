import { structuredPatch } from 'diff';
import type { PageParts, PartName } from './Part.ts';
import type { Hunk, PartDifference } from './PartDifference.ts';
import { withoutMinifiedNames } from './withoutMinifiedNames.ts';

const CONTEXT = 2;
/** Two scripts with more changed lines than this are two scripts; comparing them would take minutes. */
const MOST_EDITS = 2_500;

/** Compares a part of two pages, line by line. */
export function comparePart(
  part: PartName,
  was: PageParts[PartName],
  is: PageParts[PartName],
): PartDifference {
  const comparable = (lines: readonly string[]) =>
    (part === 'script' ? lines.map(withoutMinifiedNames) : lines).map((line) => `${line}\n`).join('');
  const patch = structuredPatch('', '', comparable(was.lines), comparable(is.lines), '', '', {
    context: CONTEXT,
    maxEditLength: MOST_EDITS,
  });
  const common = { part, bytes: { old: was.bytes, new: is.bytes } };
  const lengths = { old: was.lines.length, new: is.lines.length };
  if (patch === undefined) {
    const all = { ...lengths, added: lengths.new, removed: lengths.old };
    return { ...common, lines: all, renamed: 0, functions: 0, hunks: null };
  }
  const hunks = patch.hunks.map(({ oldStart, newStart, lines }): Hunk => {
    let [oldAt, newAt] = [oldStart - 1, newStart - 1];
    const real = lines.flatMap((line): Hunk['lines'] => {
      const sign = line[0];
      if (sign === '-') return [{ sign, text: was.lines[oldAt++] ?? '' }];
      if (sign !== '+' && sign !== ' ') return [];
      if (sign === ' ') oldAt++;
      return [{ sign, text: is.lines[newAt++] ?? '' }];
    });
    return { oldStart, newStart, lines: real };
  });
  const signs = hunks.flatMap(({ lines }) => lines.map(({ sign }) => sign));
  const added = signs.filter((it) => it === '+').length;
  const removed = signs.filter((it) => it === '-').length;
  const oldOnly = countOnlyIn(was.lines, is.lines);
  return {
    ...common,
    lines: { ...lengths, added, removed },
    renamed: part === 'script' ? Math.max(0, oldOnly - removed) : 0,
    functions: part === 'script' ? changedFunctions(hunks, is.lines) : 0,
    hunks,
  };
}

/** How many lines of the one are not among those of the other. */
function countOnlyIn(lines: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  let only = 0;
  for (const line of lines) {
    const count = left.get(line) ?? 0;
    if (count === 0) only++;
    else left.set(line, count - 1);
  }
  return only;
}

/** Functions, by the line that opens them, in which something was added or taken away. */
function changedFunctions(hunks: readonly Hunk[], lines: readonly string[]): number {
  const openers = new Set<number>();
  for (const { newStart, lines: changed } of hunks) {
    let at = newStart - 1;
    for (const { sign } of changed) {
      if (sign !== ' ') openers.add(openerOf(lines, Math.min(at, lines.length - 1)));
      if (sign !== '-') at++;
    }
  }
  openers.delete(-1);
  return openers.size;
}

const OPENS = /\bfunction\b|=>\s*\{?$|^\s*(?:static |async |get |set )*[\w$#]+\(.*\) \{$/;

/** The nearest line above, or this one, that opens a function and is indented less; -1 for none. */
function openerOf(lines: readonly string[], from: number): number {
  let least = indentOf(lines[from] ?? '') + 1;
  for (let at = from; at >= 0; at--) {
    const line = lines[at] ?? '';
    const indent = indentOf(line);
    if (indent >= least) continue;
    if (OPENS.test(line)) return at;
    least = Math.max(indent, 1);
  }
  return -1;
}

const indentOf = (line: string): number => line.length - line.trimStart().length;
