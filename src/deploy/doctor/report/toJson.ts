import { ADVISORIES_AS_OF } from '../advisories.ts';
import type { Diagnosis } from '../Diagnosis.ts';

/** Of what `--json` prints; a field more does not change it, a field less or another meaning does. */
export const FORMAT = 1;

/** What `npm run doctor -- --json` prints, as docs/doctor.md describes it. */
export function toJson({ domain, applications, summary, findings }: Diagnosis): string {
  return JSON.stringify(
    {
      format: FORMAT,
      domain,
      applications,
      advisoriesAsOf: ADVISORIES_AS_OF,
      summary,
      results: findings.map(({ id, area, subject, result, reason, fix, scope }) => ({
        id,
        area,
        subject,
        result,
        reason,
        fix: fix === null ? null : { ...fix, note: fix.note ?? null },
        scope,
      })),
    },
    null,
    2,
  );
}
