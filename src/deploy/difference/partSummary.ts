import { count } from '../../settings/count.ts';
import type { PartDifference } from './PartDifference.ts';

/** How a part differs, in a few words: `3 functions changed, +9 -4 lines, +340 bytes`; `null` for not at all. */
export function partSummary({ bytes, lines, renamed, functions, hunks }: PartDifference): string | null {
  const grown = bytes.new - bytes.old;
  const size = grown === 0 ? [] : [`${grown > 0 ? '+' : '-'}${count(Math.abs(grown))} bytes`];
  if (hunks === null) {
    return ['another one', `${count(lines.new)} lines in place of ${count(lines.old)}`, ...size].join(', ');
  }
  if (hunks.length === 0 && renamed === 0 && size.length === 0) return null;
  return [
    ...(functions > 0 ? [`${count(functions)} ${functions === 1 ? 'function' : 'functions'} changed`] : []),
    ...(hunks.length > 0 ? [`+${count(lines.added)} -${count(lines.removed)} lines`] : []),
    ...(renamed > 0 ? [`${count(renamed)} lines differ in minified names alone`] : []),
    ...(hunks.length === 0 && renamed === 0 ? ['white space alone'] : []),
    ...size,
  ].join(', ');
}
