import { closest, distance } from 'fastest-levenshtein';

/** The name that `typo` was probably meant to be, or `null` when none is near. */
export function nearestName(typo: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const lower = typo.toLowerCase();
  const nearest = closest(
    lower,
    names.map((name) => name.toLowerCase()),
  );
  const limit = Math.max(2, Math.floor(typo.length / 3));
  const changes = distance(lower, nearest);
  // Of `ru` nothing is left in `en`.
  if (changes > limit || changes >= typo.length) return null;
  return names.find((name) => name.toLowerCase() === nearest) ?? null;
}
