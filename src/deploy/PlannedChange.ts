import type { PartDifference } from './difference/PartDifference.ts';
import type { Change } from './pages/Change.ts';
import type { Fingerprint } from './pages/LivePage.ts';
import type { ConnectedTenant } from './Tenants.ts';

/** A page that is to be live somewhere; its text is asked for when it is needed. */
export interface WantedPage extends Fingerprint {
  /** For people: `dist/login.html`. */
  what: string;
  html: () => Promise<string>;
}

/** A change that was planned against the tenant, with what carrying it out needs. */
export interface PlannedChange extends Change {
  tenant: ConnectedTenant;
  page: WantedPage;
  /** `null` where the pages were not compared. */
  differences: readonly PartDifference[] | null;
}
