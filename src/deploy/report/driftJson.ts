import { partSummary } from '../difference/partSummary.ts';
import type { PlannedChange } from '../PlannedChange.ts';
import { originText } from '../pages/Origin.ts';
import type { Target } from '../targets/Target.ts';

/** What `npm run drift -- --json` prints; docs/shipping.md describes it. */
export function driftJson(targets: readonly Target[], changes: readonly PlannedChange[]): string {
  const pages = changes.map(({ place, shown, origin, wanted, kind, differences }, index) => ({
    domain: place.domain,
    clientId: place.clientId,
    application: place.application,
    page: targets[index]?.page ?? null,
    drift: kind !== 'none',
    live: {
      on: shown.isOn,
      bytes: shown.bytes,
      sha256: origin.kind === 'none' ? null : shown.sha256,
      origin: originText(origin),
    },
    built: { bytes: wanted.bytes, sha256: wanted.sha256 },
    difference:
      differences === null
        ? null
        : Object.fromEntries(differences.map((it) => [it.part, partSummary(it) ?? 'the same'])),
  }));
  return JSON.stringify({ drift: pages.some((it) => it.drift), pages }, null, 2);
}
