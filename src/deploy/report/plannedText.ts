import type { PlannedChange } from '../PlannedChange.ts';
import { originText } from '../pages/Origin.ts';
import { placeName } from '../pages/Place.ts';
import { changeText } from './changeText.ts';

/** More places than this get a summary instead of a text each. */
export const MOST_SHOWN = 10;

/** What is planned, for a terminal: each change with its difference, or of many a summary. */
export function plannedText(changes: readonly PlannedChange[]): string {
  if (changes.length > MOST_SHOWN) return summary(changes);
  return changes.map(changeText).join('\n\n');
}

const KINDS = {
  none: 'live already',
  first: 'the first page there',
  switch: 'turned on or off',
  replace: 'replaced',
} as const;

function summary(changes: readonly PlannedChange[]): string {
  const lines = Object.entries(KINDS).flatMap(([kind, text]) => {
    const count = changes.filter((it) => it.kind === kind).length;
    return count === 0 ? [] : [`  ${String(count).padStart(5)}  ${text}`];
  });
  const guarded = changes.filter(({ needsForce }) => needsForce);
  const named = guarded
    .slice(0, MOST_SHOWN)
    .map(({ place, origin }) => `  ${placeName(place)}: ${originText(origin)}`);
  const more = guarded.length - named.length;
  return [
    `${changes.length} pages`,
    ...lines,
    ...(guarded.length > 0 ? ['Not replaced without --force:', ...named] : []),
    ...(more > 0 ? [`  and ${more} more places`] : []),
  ].join('\n');
}
