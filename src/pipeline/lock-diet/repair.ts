import type { Found, LockModules } from './Cut.ts';

/** A text of one of Lock's modules, which must stand in it once, and what takes its place. */
export interface Repair {
  /** Within `auth0-lock/lib`. */
  file: string;
  from: string;
  to: string;
}

/** What a cut expects to find for a repair. */
export const repairExpectation = ({ file, from }: Repair): string => `${from.trim()} in ${file}`;

/** Makes the repairs whose texts are found; returns the modules that have changed. */
export function repair(repairs: readonly Repair[], modules: LockModules, found: Found): LockModules {
  const repaired = new Map<string, string>();
  for (const it of repairs) {
    const code = repaired.get(it.file) ?? modules.get(it.file) ?? '';
    const parts = code.split(it.from);
    if (parts.length !== 2) continue;
    found(repairExpectation(it));
    repaired.set(it.file, parts.join(it.to));
  }
  return repaired;
}
