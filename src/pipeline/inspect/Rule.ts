import type { Finding } from './Finding.ts';
import type { InspectedPage } from './InspectedPage.ts';

/** One thing that a finished page must satisfy. */
export interface Rule {
  code: string;
  /** What the rule says of a page, without its own code; nothing when all is well. */
  check(page: InspectedPage): Omit<Finding, 'rule'>[] | Promise<Omit<Finding, 'rule'>[]>;
}
