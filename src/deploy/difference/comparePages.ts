import { unsealed } from '../../pipeline/seal.ts';
import { comparePart } from './comparePart.ts';
import { PARTS } from './Part.ts';
import type { PartDifference } from './PartDifference.ts';
import { pageParts } from './pageParts.ts';

/** Compares two pages, part by part; their seals differ with anything else, and say nothing. */
export async function comparePages(was: string, is: string): Promise<PartDifference[]> {
  const [old, now] = await Promise.all([pageParts(unsealed(was)), pageParts(unsealed(is))]);
  return PARTS.map((part) => comparePart(part, old[part], now[part]));
}
