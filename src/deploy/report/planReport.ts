import { reportPage } from '../difference/reportPage.ts';
import type { PlannedChange } from '../PlannedChange.ts';
import { placeName } from '../pages/Place.ts';
import { changeFacts } from './changeText.ts';

/** The HTML report of what is planned; places where nothing differs come last, on one line each. */
export function planReport(title: string, changes: readonly PlannedChange[]): string {
  const inOrder = [...changes].sort((a, b) => Number(a.kind === 'none') - Number(b.kind === 'none'));
  return reportPage(
    title,
    inOrder.map((change) => ({
      title: placeName(change.place),
      facts: [
        ...changeFacts(change),
        // Whole, to be compared with what `sha256sum` prints.
        ['sha256 live', change.origin.kind === 'none' ? '' : change.shown.sha256],
        ['sha256 new', change.wanted.sha256],
      ],
      differences: change.differences,
    })),
  );
}
