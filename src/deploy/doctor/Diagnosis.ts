import type { Area } from './Check.ts';
import type { Outcome, Result } from './Outcome.ts';

/** An outcome with the check that it is of. */
export interface Finding extends Outcome {
  /** Of the check, such as `page-on`. */
  id: string;
  area: Area;
}

/** All that was found. */
export interface Diagnosis {
  domain: string;
  /** The applications that were looked at; `null` where nobody could tell. */
  applications: readonly { id: string; name: string }[] | null;
  summary: Readonly<Record<Result, number>>;
  /** In the order of the checks. */
  findings: readonly Finding[];
}
