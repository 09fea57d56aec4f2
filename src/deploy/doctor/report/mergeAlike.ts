import type { Finding } from '../Diagnosis.ts';

/** A finding of one or several subjects. */
export interface Merged extends Finding {
  subjects: readonly string[];
}

/** Findings that say the same of several applications or pages, as one. */
export function mergeAlike(findings: readonly Finding[]): Merged[] {
  const merged = new Map<string, Merged>();
  for (const finding of findings) {
    const { id, result, reason, fix, subject } = finding;
    const key = JSON.stringify([id, result, reason, fix]);
    const subjects = subject === null ? [] : [subject];
    const before = merged.get(key)?.subjects ?? [];
    merged.set(key, { ...finding, subjects: [...before, ...subjects] });
  }
  return [...merged.values()];
}
