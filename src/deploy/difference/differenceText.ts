import { focused } from './focused.ts';
import { PARTS } from './Part.ts';
import type { PartDifference } from './PartDifference.ts';
import { partSummary } from './partSummary.ts';
import { shownLine } from './shownLine.ts';

/** What a terminal is spared; the report has more. */
const MOST_LINES = 30;
const MOST_CHARACTERS = 120;
const LONGEST = Math.max(...PARTS.map(({ length }) => length));

/** A line for each part of two pages. */
export function summaryLines(differences: readonly PartDifference[]): string[] {
  return differences.map((it) => `  ${it.part.padEnd(LONGEST)}  ${partSummary(it) ?? 'the same'}`);
}

/** The lines that differ, as `diff` shows them, with a limit for each part. */
export function differenceText(differences: readonly PartDifference[]): string {
  return differences.flatMap(partLines).join('\n');
}

function partLines({ part, hunks }: PartDifference): string[] {
  if (hunks === null || hunks.length === 0) return [];
  const all = hunks.flatMap((hunk) => [
    `  @@ ${part}, line ${hunk.newStart}`,
    ...focused(hunk, part).map(({ sign, text }) => `  ${sign} ${shownLine(text, MOST_CHARACTERS)}`),
  ]);
  const more = all.length - MOST_LINES;
  if (more <= 0) return all;
  return [...all.slice(0, MOST_LINES), `  … ${more} more lines of the ${part}: --report FILE shows them`];
}
