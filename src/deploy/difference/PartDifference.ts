import type { PartName } from './Part.ts';

/** Lines that differ, with some around them. */
export interface Hunk {
  /** Numbers of its first line, in the old and the new part; from 1. */
  oldStart: number;
  newStart: number;
  lines: readonly { sign: ' ' | '-' | '+'; text: string }[];
}

/** How a part of one page differs from that of another. */
export interface PartDifference {
  part: PartName;
  bytes: { old: number; new: number };
  lines: { old: number; new: number; added: number; removed: number };
  /** Lines that differ only in names that a minifier gave; they are not among the above. */
  renamed: number;
  /** Functions in which lines differ; for the script alone. */
  functions: number;
  /** `null` where the two have so little in common that a difference would say nothing. */
  hunks: readonly Hunk[] | null;
}
