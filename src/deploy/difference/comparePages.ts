import { comparePart } from './comparePart.ts';
import { PARTS } from './Part.ts';
import type { PartDifference } from './PartDifference.ts';
import { pageParts } from './pageParts.ts';

/** Compares two pages, part by part. */
export async function comparePages(was: string, is: string): Promise<PartDifference[]> {
  const [old, now] = await Promise.all([pageParts(was), pageParts(is)]);
  return PARTS.map((part) => comparePart(part, old[part], now[part]));
}
