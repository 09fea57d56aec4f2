import type { Check } from './Check.ts';
import { checks } from './checks.ts';
import type { Diagnosis, Finding } from './Diagnosis.ts';
import type { Facts } from './Facts.ts';
import type { Result } from './Outcome.ts';

/** Runs the checks over what is known of a tenant. */
export function diagnose(facts: Facts, among: readonly Check[] = checks): Diagnosis {
  const findings = among.flatMap(({ id, area, look }) =>
    look(facts).map((outcome): Finding => ({ id, area, ...outcome })),
  );
  const count = (of: Result) => findings.filter(({ result }) => result === of).length;
  return {
    domain: facts.domain,
    applications: facts.applications.known
      ? facts.applications.value.map(({ id, name }) => ({ id, name }))
      : null,
    summary: {
      ok: count('ok'),
      warning: count('warning'),
      failed: count('failed'),
      unknown: count('unknown'),
    },
    findings,
  };
}
