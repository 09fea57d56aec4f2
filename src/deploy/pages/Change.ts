import type { Fingerprint } from './LivePage.ts';
import { isSamePage } from './LivePage.ts';
import type { Origin } from './Origin.ts';
import type { Place } from './Place.ts';

/** What is to become of the page at one place. */
export interface Change {
  place: Place;
  /** The page that was live when it was planned. */
  shown: Fingerprint;
  origin: Origin;
  wanted: Fingerprint;
  /** What the wanted page is, for people: `dist/login.html`. */
  what: string;
  kind: 'none' | 'first' | 'switch' | 'replace';
  /** Visitors see a page with work of someone else's in it, which is not to be lost by mistake. */
  needsForce: boolean;
}

/** Decides it. */
export function planChange(given: Omit<Change, 'kind' | 'needsForce'>): Change {
  const { shown, origin, wanted } = given;
  const isSame = shown.sha256 === wanted.sha256;
  const kind = isSamePage(shown, wanted)
    ? 'none'
    : isSame
      ? 'switch'
      : origin.kind === 'none'
        ? 'first'
        : 'replace';
  const isTheirs = origin.kind === 'foreign' || (origin.kind === 'ours' && !origin.isWhole);
  return { ...given, kind, needsForce: kind === 'replace' && isTheirs && shown.isOn };
}
