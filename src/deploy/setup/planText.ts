import type { Difference } from './Difference.ts';

/** A plan as it is printed: what it is a part of, then each value. */
export function planText(differences: readonly Difference[]): string {
  const groups = grouped(differences);
  return [...groups].flatMap(([of, found]) => [`  ${of}`, ...found.map(line)]).join('\n');
}

function line({ path, before, after }: Difference): string {
  const change = before === null ? after : `${before} -> ${after}`;
  return path === '' ? `    ${change}` : `    ${path}: ${change}`;
}

function grouped(differences: readonly Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const it of differences) groups.set(it.of, [...(groups.get(it.of) ?? []), it]);
  return groups;
}
