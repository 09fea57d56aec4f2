import { oneLine } from '../../settings/oneLine.ts';

/** Where a page is live: the tenant's own page is its global client's, an application's own is its client's. */
export interface Place {
  domain: string;
  clientId: string;
  /** Name of the application; `null` for the tenant's page. */
  application: string | null;
}

/** `acme.eu.auth0.com, the tenant's page`, or `…, application "Shop" (its id)`. */
export function placeName({ domain, clientId, application }: Place): string {
  if (application === null) return `${domain}, the tenant's page`;
  return `${domain}, application "${oneLine(application, 80)}" (${oneLine(clientId, 80)})`;
}
