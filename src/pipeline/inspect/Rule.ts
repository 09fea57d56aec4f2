import type { Finding } from './Finding.ts';
import type { InspectedPage } from './InspectedPage.ts';

/** A finding, without its rule's code. */
export interface Problem extends Omit<Finding, 'rule'> {
  /** Whether the rest of the page is read as something else because of it, so that those of other rules mean nothing. */
  hidesOthers?: boolean;
}

/** One thing that a finished page must satisfy. */
export interface Rule {
  code: string;
  /** What the rule says of a page, without its own code; nothing when all is well. */
  check(page: InspectedPage): Problem[] | Promise<Problem[]>;
}
