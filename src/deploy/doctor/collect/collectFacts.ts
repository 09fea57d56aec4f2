import { UserError } from '../../../settings/UserError.ts';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, both, known, mapAnswer } from '../Answer.ts';
import type { BuiltPage } from '../BuiltPage.ts';
import type { Facts } from '../Facts.ts';
import { allowedNames } from '../methods.ts';
import type { PageFacts } from '../PageFacts.ts';
import { askTwilio } from '../twilio/askTwilio.ts';
import type { TwilioCredentials } from '../twilio/TwilioCredentials.ts';
import { chooseApplications } from './chooseApplications.ts';
import { type ReadApplication, readApplications } from './readApplications.ts';
import { readConnections } from './readConnections.ts';
import { readPhoneProvider } from './readPhoneProvider.ts';
import { readTenant } from './readTenant.ts';
import { readTenantPage } from './readTenantPage.ts';
import { sendersOf } from './sendersOf.ts';

/** What to look at. */
export interface Wanted {
  /** Name or id of one application; `undefined`: all that have a passwordless connection enabled. */
  client: string | undefined;
  built: readonly BuiltPage[];
  /** `null`: Twilio is not asked; by a `readOnly` fetch. */
  twilio: (TwilioCredentials & { fetch: typeof globalThis.fetch }) | null;
}

/**
 * Reads all that the checks look at.
 *
 * @param api - made with a `readOnly` fetch
 * @throws ApiFailure when the tenant cannot be reached, or takes the credentials for none; UserError when the
 *   application is not there
 */
export async function collectFacts(api: ManagementApi, { client, built, twilio }: Wanted): Promise<Facts> {
  const twilioSid = twilio?.sid ?? null;
  // Alone, so that a tenant that is not there is found out once.
  const connections = await readConnections(api, allowedNames(built) ?? [], twilioSid);
  const facts = mapAnswer(connections, (all) => all.map((it) => it.facts));
  const [chosen, tenantPage, phone, tenant] = await Promise.all([
    chooseApplications(api, client, facts),
    readTenantPage(api),
    readPhoneProvider(api, twilioSid),
    readTenant(api),
  ]);
  mustKnowSomething(api.domain, [connections, chosen, tenantPage, phone, ...Object.values(tenant)]);
  const applications = chosen.known ? await readApplications(api, chosen.value) : chosen;
  return {
    domain: api.domain,
    applications: mapAnswer(applications, (all) => all.map((it) => it.facts)),
    pages: pagesOf(applications, tenantPage),
    connections: facts,
    phoneProvider: mapAnswer(phone, (it) => it?.facts ?? null),
    ...tenant,
    built,
    twilio:
      twilio === null
        ? null
        : await askTwilio(twilio, sendersOf(connections, phone, { ...tenant, built }), twilio.fetch),
  };
}

/** A tenant that answers nothing at all is not well: that is no list of things that are not known. */
function mustKnowSomething(domain: string, answers: readonly Answer<unknown>[]): void {
  if (answers.some((answer) => answer.known || answer.scope !== null)) return;
  const [first] = answers;
  const why = first === undefined || first.known ? '' : ` ${first.reason}`;
  throw new UserError(
    `${domain}: the Management API answers nothing.${why}\nTry again; see status.auth0.com if it goes on.`,
  );
}

/** The pages that the applications show; the tenant's alone where nobody knows which they are. */
function pagesOf(
  applications: Answer<readonly ReadApplication[]>,
  tenantPage: Answer<PageFacts>,
): Answer<readonly PageFacts[]> {
  if (!applications.known) return mapAnswer(tenantPage, (page) => [page]);
  const own = applications.value.flatMap(({ page }) => page ?? []);
  if (own.length > 0 && own.length === applications.value.length) return known(own);
  return mapAnswer(both(tenantPage, known(own)), ([page]) => [page, ...own]);
}
