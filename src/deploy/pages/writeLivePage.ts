import type { ManagementApi } from '../api/ManagementApi.ts';
import type { LivePage } from './LivePage.ts';
import { type Place, placeName } from './Place.ts';

/**
 * Sets the page of a place; an empty one resets it.
 *
 * @throws ApiFailure; whether the page has arrived all the same must then be looked up
 */
export async function writeLivePage(
  api: ManagementApi,
  place: Place,
  { html, isOn }: LivePage,
): Promise<void> {
  await api.call(`write the page (${placeName(place)})`, (sdk) =>
    sdk.clients.update(place.clientId, { custom_login_page: html, custom_login_page_on: isOn }),
  );
}
