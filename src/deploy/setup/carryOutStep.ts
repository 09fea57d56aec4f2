import type { ManagementApi } from '../api/ManagementApi.ts';
import type { SavedPage } from '../backups/SavedPage.ts';
import { fingerprint, type LivePage } from '../pages/LivePage.ts';
import type { Place } from '../pages/Place.ts';
import { replacePage } from '../replacePage.ts';
import { filledIn } from './differences.ts';
import { protectionNamed } from './protections.ts';
import type { SetupChange, SetupStep } from './SetupPlan.ts';

/** What a step is carried out with. */
export interface StepMeans {
  api: ManagementApi;
  /** Values of the placeholders, by their names. */
  secrets: Readonly<Record<string, string>>;
  /** The live page, as it was shown, and where it is. */
  page: LivePage;
  place: Place;
  /** Of the live page; `null` where no step replaces it. */
  saved: SavedPage | null;
  pathOf: (saved: SavedPage) => string;
}

/** As many applications as one request may name. */
const MOST_APPLICATIONS = 50;

/**
 * Sends what a step changes. Sending it twice changes nothing more.
 *
 * @throws UserError that says what could not be done
 */
export async function carryOutStep({ of, change }: SetupStep, means: StepMeans): Promise<void> {
  const { api, secrets } = means;
  const doing = `change the ${of}`;
  const options = (fields: object) => filledIn(fields, secrets) as Record<string, unknown>;
  switch (change.kind) {
    case 'protection':
      await api.call(doing, (sdk) => protectionNamed(change.name).update(sdk, change.fields));
      break;
    case 'factor':
      await api.call(`turn the factor "${change.name}" ${change.enabled ? 'on' : 'off'}`, (sdk) =>
        sdk.guardian.factors.set(change.name, { enabled: change.enabled }),
      );
      break;
    case 'new connection': {
      const { name } = change;
      await api.call(`create the ${of}`, (sdk) =>
        sdk.connections.create({ name, strategy: name, options: options(change.options) }),
      );
      break;
    }
    case 'connection':
      await api.call(doing, (sdk) => sdk.connections.update(change.id, options(change.fields)));
      break;
    case 'applications':
      await enable(change, api);
      break;
    case 'page':
      await replaceLivePage(change.html, means);
  }
}

async function enable(
  { id, connection, clientIds }: Extract<SetupChange, { kind: 'applications' }>,
  api: ManagementApi,
): Promise<void> {
  await api.call(`enable applications for the connection "${connection}"`, async (sdk) => {
    const made = id ?? (await sdk.connections.list({ name: connection, take: 1 })).data[0]?.id ?? '';
    for (let at = 0; at < clientIds.length; at += MOST_APPLICATIONS) {
      const some = clientIds.slice(at, at + MOST_APPLICATIONS);
      await sdk.connections.clients.update(
        made,
        some.map((client_id) => ({ client_id, status: true })),
      );
    }
  });
}

async function replaceLivePage(html: string, { api, page, place, saved, pathOf }: StepMeans): Promise<void> {
  if (saved === null) throw new Error('The live page has not been saved.');
  await replacePage({
    ...{ api, place, pathOf },
    shown: fingerprint(page),
    wanted: { html, isOn: true },
    save: async () => saved,
  });
}
