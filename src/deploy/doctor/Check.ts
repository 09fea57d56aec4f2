import type { Facts } from './Facts.ts';
import type { Outcome } from './Outcome.ts';

/** What a check is about, in the order in which it is shown. */
export type Area = 'page' | 'login' | 'connections' | 'applications' | 'security' | 'libraries' | 'twilio';

/** One thing that must be right for a passwordless login to work, or to be safe. */
export interface Check {
  /** Stable: scripts may rely on it. */
  id: string;
  area: Area;
  /** What is right, for docs/doctor.md. */
  right: string;
  /** The scopes of the Management API that it reads with; none where it reads nothing there. */
  scopes: readonly string[];
  /** Pure: facts in, outcomes out; none where there is nothing to look at. */
  look(facts: Facts): Outcome[];
}
