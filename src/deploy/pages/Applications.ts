import * as v from 'valibot';
import { describe } from '../../settings/describe.ts';
import { nearestName } from '../../settings/nearestName.ts';
import { oneLine } from '../../settings/oneLine.ts';
import { UserError } from '../../settings/UserError.ts';
import { ApiFailure } from '../api/ApiFailure.ts';
import { allPages, type ManagementApi } from '../api/ManagementApi.ts';
import { texts } from '../api/texts.ts';
import type { Place } from './Place.ts';

const applicationSchema = v.object({
  client_id: v.string(),
  name: v.nullish(v.string(), ''),
  global: v.nullish(v.boolean()),
  app_type: v.nullish(v.string()),
  callbacks: texts,
});

/** An application as far as shipping a page needs it. */
export type ListedApplication = v.InferOutput<typeof applicationSchema>;

/** A tenant's applications, asked for once, and the places that they are. */
export class Applications {
  readonly #api: ManagementApi;
  #all: Promise<ListedApplication[]> | null = null;

  constructor(api: ManagementApi) {
    this.#api = api;
  }

  /** All but the global client, in the tenant's order. */
  all(): Promise<ListedApplication[]> {
    this.#all ??= this.#list('list the applications', false);
    return this.#all;
  }

  /** The place of the tenant's own page. */
  async tenantWide(): Promise<Place> {
    const [found] = await this.#list('find the global client, which holds the page', true);
    if (found === undefined) {
      throw new ApiFailure(
        'missing',
        `${this.#api.domain}: there is no global client, which holds the tenant's page.\nTurn Customize Login Page on once in the dashboard (Branding > Universal Login > Advanced Options > Login).`,
      );
    }
    return { domain: this.#api.domain, clientId: found.client_id, application: null };
  }

  /**
   * The application of that id, else of that name.
   *
   * @throws UserError when there is none, or the name is that of several
   */
  async named(nameOrId: string): Promise<ListedApplication> {
    const all = await this.all();
    const byId = all.find(({ client_id }) => client_id === nameOrId);
    if (byId !== undefined) return byId;
    const [found, ...others] = all.filter(({ name }) => name === nameOrId);
    const { domain } = this.#api;
    if (found === undefined) {
      const names = all.map(({ name }) => name);
      const nearest = nearestName(nameOrId, names);
      const meant = nearest === null ? '' : ` Did you mean ${describe(oneLine(nearest))}?`;
      throw new UserError(
        `${domain} has no application with the name or id ${describe(oneLine(nameOrId))}.${meant}\n${
          all.length === 0 ? 'It has none at all.' : `It has ${listed(names)}.`
        }`,
      );
    }
    if (others.length > 0) {
      const ids = [found, ...others].map(({ client_id }) => oneLine(client_id)).join(', ');
      throw new UserError(
        `${domain} has ${others.length + 1} applications with the name ${describe(nameOrId)}.\nGive the id of the one that you mean: ${ids}`,
      );
    }
    return found;
  }

  /** The place of an application's own page. */
  async placeOf(nameOrId: string): Promise<Place> {
    const { client_id: clientId, name: application } = await this.named(nameOrId);
    return { domain: this.#api.domain, clientId, application };
  }

  #list(doing: string, is_global: boolean): Promise<ListedApplication[]> {
    return this.#api.read(doing, v.array(applicationSchema), async (sdk) => {
      const fields = 'client_id,name,global,app_type,callbacks';
      return allPages(await sdk.clients.list({ is_global, fields, include_fields: true, per_page: 100 }));
    });
  }
}

const MOST_NAMES = 20;

function listed(names: readonly string[]): string {
  const more = names.length - MOST_NAMES;
  const some = names.slice(0, MOST_NAMES).map((name) => describe(oneLine(name, 60)));
  return some.join(', ') + (more > 0 ? `, and ${more} more` : '');
}
