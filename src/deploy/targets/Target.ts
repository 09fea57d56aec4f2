import type { Credentials } from '../api/Credentials.ts';

/** A page, and where it is to be live, as it was asked for; the tenant has not been asked yet. */
export interface Target {
  credentials: Credentials;
  /** Name of the page. */
  page: string;
  /** Name or id of the application; `null` for the tenant's page. */
  application: string | null;
}
