import type { Measures } from './Measures.ts';
import { medianMeasures } from './medianMeasures.ts';
import { type PageName, pageNames } from './PageName.ts';
import { type ProfileName, profiles } from './profiles.ts';
import type { Stage } from './Stage.ts';

/** Whether the CDN's files are in the browser's cache; the page itself never is. */
export const caches = ['cold', 'warm'] as const;
export type CacheName = (typeof caches)[number];

export type Medians = Readonly<Record<ProfileName, Record<CacheName, Record<PageName, Measures>>>>;

/**
 * Measures both pages in turns, so that a machine that becomes busy or hot slows both.
 *
 * @param runs - visits of each kind; there is one more of each, first, that does not count
 * @param progress - is told what is being measured
 */
export async function measureAll(
  stage: Stage,
  runs: number,
  progress: (text: string) => void,
): Promise<Medians> {
  const kept = { slowPhone: newSeries(), goodWifi: newSeries() };
  for (let run = 0; run <= runs; run++) {
    for (const name of Object.keys(profiles) as ProfileName[]) {
      const round = run === 0 ? 'warm-up' : `run ${run} of ${runs}`;
      const visits = await measureRound(stage, name, (text) => progress(`${round}: ${text}`));
      if (run === 0) continue;
      for (const { cache, page, measures } of visits) kept[name][cache][page].push(measures);
    }
  }
  return { slowPhone: toMedians(kept.slowPhone), goodWifi: toMedians(kept.goodWifi) };
}

interface OneVisit {
  cache: CacheName;
  page: PageName;
  measures: Measures;
}

/** Each page with a browser of its own, which its first visit fills the cache of. */
async function measureRound(
  stage: Stage,
  name: ProfileName,
  progress: (text: string) => void,
): Promise<OneVisit[]> {
  const profile = profiles[name];
  const contexts = { ours: await stage.newContext(profile), stock: await stage.newContext(profile) };
  try {
    const visits: OneVisit[] = [];
    for (const cache of caches) {
      for (const page of pageNames) {
        progress(`${profile.name}, ${cache} cache, ${page}`);
        const { measures } = await stage.visit(page, contexts[page], profile);
        visits.push({ cache, page, measures });
      }
    }
    return visits;
  } finally {
    // Where the browser has ended, that is what has been thrown, and is to be told.
    for (const context of Object.values(contexts)) await context.close().catch(() => undefined);
  }
}

type Series = Record<CacheName, Record<PageName, Measures[]>>;

const newSeries = (): Series => ({ cold: { ours: [], stock: [] }, warm: { ours: [], stock: [] } });

const toMedians = ({ cold, warm }: Series): Medians[ProfileName] => ({
  cold: { ours: medianMeasures(cold.ours), stock: medianMeasures(cold.stock) },
  warm: { ours: medianMeasures(warm.ours), stock: medianMeasures(warm.stock) },
});
