import * as v from 'valibot';
import { ApiFailure } from '../api/ApiFailure.ts';
import type { ManagementApi } from '../api/ManagementApi.ts';
import type { LivePage } from './LivePage.ts';
import { type Place, placeName } from './Place.ts';

const clientSchema = v.object({
  global: v.nullish(v.boolean()),
  custom_login_page: v.nullish(v.string()),
  custom_login_page_on: v.nullish(v.boolean()),
});

/**
 * The page that a tenant holds at a place.
 *
 * @throws ApiFailure, also where the credentials do not show it: without `read:clients` Auth0 leaves the page
 *   out of its answer, which must not pass for an empty one
 */
export async function readLivePage(api: ManagementApi, place: Place): Promise<LivePage> {
  const doing = `read the page (${placeName(place)})`;
  const fields = 'client_id,global,custom_login_page,custom_login_page_on';
  const {
    global,
    custom_login_page: html,
    custom_login_page_on: isOn,
  } = await api.read(doing, clientSchema, (sdk) =>
    sdk.clients.get(place.clientId, { fields, include_fields: true }),
  );
  if ([global, html, isOn].every((it) => it === undefined || it === null)) {
    throw new ApiFailure(
      'forbidden',
      `${api.domain}: could not ${doing}: the credentials lack the scope read:clients.\nGrant it under Applications > APIs > Auth0 Management API > Machine to Machine Applications.`,
      { scopes: ['read:clients'] },
    );
  }
  // Auth0's own default is on; without a page nobody sees a difference.
  return { html: html ?? '', isOn: isOn ?? true };
}
