import * as v from 'valibot';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import type { Answer } from '../Answer.ts';
import type { PageFacts } from '../PageFacts.ts';
import { ask } from './ask.ts';
import { describePage } from './describePage.ts';

const pageSchema = v.object({
  global: v.nullish(v.boolean()),
  custom_login_page: v.nullish(v.string()),
  custom_login_page_on: v.nullish(v.boolean()),
});

/** The tenant's own page, which its global client holds. */
export async function readTenantPage(api: ManagementApi): Promise<Answer<PageFacts>> {
  const answer = await ask(api, {
    doing: "read the tenant's page",
    scope: 'read:clients',
    schema: v.array(pageSchema),
    request: async (sdk) => {
      const fields = 'client_id,global,custom_login_page,custom_login_page_on';
      return (await sdk.clients.list({ is_global: true, fields, include_fields: true })).data;
    },
  });
  if (!answer.known) return answer;
  const [given] = answer.value;
  if (given !== undefined && Object.values(given).every((it) => it === undefined || it === null)) {
    // Auth0 leaves out what the token's scopes do not show; that must not pass for no page.
    return { known: false, scope: 'read:clients', reason: 'The credentials lack the scope read:clients.' };
  }
  const { custom_login_page: html, custom_login_page_on: on } = given ?? {};
  return { known: true, value: describePage(null, html ?? '', on ?? false) };
}
