import type { Measures } from './Measures.ts';
import { median } from './median.ts';

/** The median of each figure by itself: they need not all be of the same visit. */
export function medianMeasures(visits: readonly Measures[]): Measures {
  const of = (key: keyof Measures): number => median(visits.map((visit) => visit[key]));
  return {
    usableMs: of('usableMs'),
    fcpMs: of('fcpMs'),
    bytes: of('bytes'),
    requests: of('requests'),
    layoutShift: of('layoutShift'),
    longTasks: of('longTasks'),
    longTasksMs: of('longTasksMs'),
    longestTaskMs: of('longestTaskMs'),
  };
}
