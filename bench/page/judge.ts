import { type CacheName, caches, type Medians } from './measureAll.ts';
import { type ProfileName, profiles } from './profiles.ts';
import type { Results } from './Results.ts';
import { rounded } from './rounded.ts';
import type { Verdict } from './Verdict.ts';

/** Bytes that the Management API takes. */
const API_LIMIT = 1_048_576;

const PROFILES = Object.keys(profiles) as ProfileName[];

/** What the page is meant to reach, each with what it does. */
export function judge({ size, medians }: Pick<Results, 'size' | 'medians'>): Verdict[] {
  const { ours, stock } = size;
  return [
    verdict('gzipped bytes of the whole page', 'ratio', ours.gzipBytes / stock.gzipBytes, 0.45),
    verdict('requests before the input, the most', 'absolute', ofOurs(medians, 'requests'), 3),
    ...PROFILES.map((profile) => slower(medians, profile, 'usableMs', 'time to a usable input', 0.4)),
    ...PROFILES.map((profile) => slower(medians, profile, 'fcpMs', 'first contentful paint', 0.15)),
    verdict('layout shift, the most', 'absolute', ofOurs(medians, 'layoutShift'), 0),
    verdict('API body, of what is allowed', 'absolute', ours.apiBodyBytes / API_LIMIT, 0.65),
  ];
}

function slower(
  medians: Medians,
  profile: ProfileName,
  key: 'usableMs' | 'fcpMs',
  what: string,
  atMost: number,
): Verdict {
  const { ours, stock } = medians[profile].cold;
  return verdict(`${what}, ${profiles[profile].name}, cold`, 'ratio', ours[key] / stock[key], atMost);
}

/** The largest of our medians. */
function ofOurs(medians: Medians, key: 'requests' | 'layoutShift'): number {
  const all = PROFILES.flatMap((profile) =>
    caches.map((cache: CacheName) => medians[profile][cache].ours[key]),
  );
  return Math.max(...all);
}

/** By the exact value: rounded, 0.4004 would be met. */
const verdict = (name: string, kind: Verdict['kind'], value: number, atMost: number): Verdict => ({
  name,
  kind,
  value: rounded(value, 4),
  atMost,
  met: value <= atMost,
});
