import * as v from 'valibot';
import { oneLine } from '../../../settings/oneLine.ts';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import type { Answer } from '../Answer.ts';
import { ask } from './ask.ts';

const listedSchema = v.object({ client_id: v.string(), name: v.optional(v.string(), '') });

/** An application as a list shows it. */
export interface ListedApplication {
  id: string;
  name: string;
}

/** A tenant's applications; the global client is none. */
export function listApplications(api: ManagementApi): Promise<Answer<ListedApplication[]>> {
  return ask(api, {
    doing: 'list the applications',
    scope: 'read:clients',
    schema: v.array(
      v.pipe(
        listedSchema,
        v.transform(({ client_id: id, name }) => ({ id, name: oneLine(name, 60) || id })),
      ),
    ),
    request: async (sdk) => {
      const found: unknown[] = [];
      const query = { is_global: false, fields: 'client_id,name', include_fields: true, per_page: 100 };
      for await (const application of await sdk.clients.list(query)) found.push(application);
      return found;
    },
  });
}
