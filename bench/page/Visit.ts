import type { LoggedRequest } from './LoggedRequest.ts';
import type { Measures } from './Measures.ts';
import type { Seen } from './Seen.ts';

/** One visit, as numbers and in detail. */
export interface Visit {
  measures: Measures;
  seen: Seen;
  requests: readonly LoggedRequest[];
}
