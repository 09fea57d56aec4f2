import { judge } from './judge.ts';
import type { Measures } from './Measures.ts';
import type { Medians } from './measureAll.ts';
import type { PageName } from './PageName.ts';
import type { Results } from './Results.ts';
import { rounded } from './rounded.ts';

/** What a run has found, judged by exact figures and told in rounded ones. */
export function toResults(found: Omit<Results, 'targets'>): Results {
  const { slowPhone, goodWifi } = found.medians;
  return {
    ...found,
    medians: { slowPhone: roundedProfile(slowPhone), goodWifi: roundedProfile(goodWifi) },
    targets: judge(found),
  };
}

const roundedProfile = ({ cold, warm }: Medians['slowPhone']): Medians['slowPhone'] => ({
  cold: roundedPages(cold),
  warm: roundedPages(warm),
});

const roundedPages = ({ ours, stock }: Record<PageName, Measures>): Record<PageName, Measures> => ({
  ours: roundedMeasures(ours),
  stock: roundedMeasures(stock),
});

const roundedMeasures = (measures: Measures): Measures => ({
  usableMs: rounded(measures.usableMs, 0),
  fcpMs: rounded(measures.fcpMs, 0),
  bytes: rounded(measures.bytes, 0),
  requests: measures.requests,
  layoutShift: rounded(measures.layoutShift, 4),
  longTasks: measures.longTasks,
  longTasksMs: rounded(measures.longTasksMs, 0),
  longestTaskMs: rounded(measures.longestTaskMs, 0),
});
