import { askJson } from './askJson.ts';
import { isRecord } from './isRecord.ts';

/** Later than that, somebody may have begun to type. */
const TIMEOUT_MS = 6_000;

/**
 * Asks Auth0 where the visitor is, by the address of the request (`/user/geoloc/country`).
 *
 * @param auth0Domain - host
 * @returns ISO 3166-1 alpha-2, or `null` when there is no answer
 */
export async function askCountry(auth0Domain: string): Promise<string | null> {
  const answer = await askJson({ url: `https://${auth0Domain}/user/geoloc/country`, timeoutMs: TIMEOUT_MS });
  const country = isRecord(answer) ? answer['country_code'] : null;
  return typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : null;
}
