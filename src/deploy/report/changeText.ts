import { count } from '../../settings/count.ts';
import { differenceText, summaryLines } from '../difference/differenceText.ts';
import type { PlannedChange } from '../PlannedChange.ts';
import type { Change } from '../pages/Change.ts';
import type { Fingerprint } from '../pages/LivePage.ts';
import { type Origin, originText } from '../pages/Origin.ts';
import { placeName } from '../pages/Place.ts';

/** What is planned for one place, as a terminal shows it. */
function changeLines(change: PlannedChange): string[] {
  const { place, differences } = change;
  return [
    placeName(place),
    ...changeFacts(change).map(([name, value]) => `  ${name.padEnd(8)}  ${value}`),
    ...(differences === null ? [] : summaryLines(differences)),
  ];
}

/** The same with the lines that differ, where the two pages have anything in common. */
export function changeText(change: PlannedChange): string {
  const { origin, differences } = change;
  const isOurs = origin.kind === 'known' || origin.kind === 'ours';
  const difference = isOurs && differences !== null ? differenceText(differences) : '';
  return [...changeLines(change), ...(difference === '' ? [] : ['', difference])].join('\n');
}

/** The same, by name and value. */
export function changeFacts(change: Change): [name: string, value: string][] {
  const { shown, origin, wanted, what } = change;
  return [
    ['live', origin.kind === 'none' ? originText(origin) : `${pageText(shown)} (${originText(origin)})`],
    ['new', `${pageText(wanted)} (${what})`],
    ['change', kindText(change)],
  ];
}

/** `on, 417,237 bytes, sha256 77d76b3b4a58` */
export function pageText({ isOn, bytes, sha256 }: Fingerprint): string {
  if (bytes === 0) return 'none';
  return `${isOn ? 'on' : 'off'}, ${count(bytes)} bytes, sha256 ${sha256.slice(0, 12)}`;
}

function kindText({ kind, shown, wanted, origin, needsForce }: Change): string {
  switch (kind) {
    case 'none':
      return 'nothing to do, it is live';
    case 'switch':
      return wanted.isOn ? 'turns it on' : 'turns it off';
    case 'first':
      return 'the first page there';
    case 'replace':
      if (needsForce) return `replaces ${guardedText(origin)}: needs --force`;
      return shown.isOn ? 'replaces it' : 'replaces it, which is off';
  }
}

/** A page that is not replaced without `--force`, as it is told. */
export const guardedText = ({ kind }: Origin): string =>
  kind === 'foreign' ? "someone else's page" : 'a page that was changed since it was built';
