import type { Size } from './Size.ts';

/** What is in a bundle, and what is not. */
export interface Explanation {
  /** Both scripts of the page. */
  whole: Size;
  /** What the scripts would be larger without one cut, all others made. */
  cuts: readonly { name: string; saves: Size }[];
  /** What remains, by package, most first. Each is compressed alone, so the sum is more than the whole. */
  packages: readonly { name: string; size: Size; files: readonly { path: string; bytes: number }[] }[];
}
