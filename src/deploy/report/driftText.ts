import type { PlannedChange } from '../PlannedChange.ts';
import { placeName } from '../pages/Place.ts';
import { changeText } from './changeText.ts';
import { MOST_SHOWN } from './plannedText.ts';

/** What `npm run drift` prints. */
export function driftText(changes: readonly PlannedChange[]): string {
  const drifted = changes.filter(({ kind }) => kind !== 'none');
  const same = changes.length - drifted.length;
  const shown = drifted.slice(0, MOST_SHOWN).map((change) => `${changeText(change)}\n`);
  const named = drifted.slice(MOST_SHOWN).map(({ place }) => `  ${placeName(place)}`);
  return [
    ...shown,
    ...(named.length > 0 ? ['and at', ...named, ''] : []),
    drifted.length === 0
      ? `No drift: ${same === 1 ? 'the live page is the one' : `all ${same} live pages are the ones`} that these sources build.`
      : `Drift: ${drifted.length} of ${changes.length} live pages ${drifted.length === 1 ? 'is' : 'are'} not what these sources build.`,
  ].join('\n');
}
