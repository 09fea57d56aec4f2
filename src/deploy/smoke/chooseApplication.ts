import { UserError } from '../../settings/UserError.ts';
import type { Applications, ListedApplication } from '../pages/Applications.ts';
import type { Place } from '../pages/Place.ts';

/**
 * The application whose login shows the page of a place: its own, or for the tenant's page one that people
 * log in to.
 *
 * @param given - name or id, where somebody has named it
 * @throws UserError when none can be found
 */
export async function chooseApplication(
  applications: Applications,
  place: Place,
  given: string | undefined,
): Promise<ListedApplication> {
  if (place.application !== null) return applications.named(place.clientId);
  if (given !== undefined) return applications.named(given);
  const found = (await applications.all()).find(
    ({ app_type, callbacks }) => app_type !== 'non_interactive' && callbacks.some((it) => !it.includes('*')),
  );
  if (found !== undefined) return found;
  throw new UserError(
    `${place.domain} has no application with a callback URL whose login could be tried.\nName one with --smoke-client, or leave out --smoke.`,
  );
}
