import * as v from 'valibot';
import { ApiFailure } from '../api/ApiFailure.ts';
import type { ManagementApi } from '../api/ManagementApi.ts';
import { Applications } from '../pages/Applications.ts';
import type { Place } from '../pages/Place.ts';
import { readLivePage } from '../pages/readLivePage.ts';
import type { LiveApplication, LiveConnection, LiveTenant } from './LiveTenant.ts';
import { readProtection } from './readProtection.ts';
import type { TenantArtifact } from './TenantArtifact.ts';

const connectionSchema = v.object({
  id: v.string(),
  name: v.string(),
  strategy: v.string(),
  options: v.optional(v.record(v.string(), v.unknown()), {}),
});
const enabledSchema = v.object({ client_id: v.string() });
const factorsSchema = v.array(v.object({ name: v.string(), enabled: v.boolean() }));

/**
 * Reads what a setup compares with: the page, and what the artifact names.
 *
 * @returns the tenant, and where its page is
 * @throws UserError where an application is not there, or the credentials do not show enough
 */
export async function readLiveTenant(
  api: ManagementApi,
  artifact: TenantArtifact,
): Promise<{ live: LiveTenant; place: Place }> {
  const known = new Applications(api);
  const place = await known.tenantWide();
  const page = await readLivePage(api, place);
  const applications: LiveApplication[] = [];
  for (const name of new Set(artifact.connections.flatMap((it) => it.applications ?? []))) {
    applications.push(await known.named(name));
  }
  const connections: LiveConnection[] = [];
  for (const { name } of artifact.connections) connections.push(...(await readConnection(api, name)));
  const attackProtection: Record<string, Record<string, unknown>> = {};
  for (const name of Object.keys(artifact.attackProtection)) {
    attackProtection[name] = await readProtection(api, name);
  }
  const factors = artifact.factors.length === 0 ? {} : await readFactors(api);
  return { live: { page, applications, connections, attackProtection, factors }, place };
}

/** The connection of a name, or none. */
async function readConnection(api: ManagementApi, name: string): Promise<LiveConnection[]> {
  const doing = `read the connection "${name}"`;
  const [answer] = await api.call(doing, async (sdk) => (await sdk.connections.list({ name, take: 1 })).data);
  if (answer === undefined) return [];
  const connection = v.parse(connectionSchema, answer);
  if (Object.keys(connection.options).length === 0) {
    // They would be replaced as a whole, by what is known of them.
    throw new ApiFailure(
      'forbidden',
      `${api.domain}: could not ${doing}: the tenant does not tell its options.\nGrant read:connections_options, without which what they hold would be lost.`,
      { scopes: ['read:connections_options'] },
    );
  }
  const enabled = await api.call(`read who may use the connection "${name}"`, async (sdk) => {
    const ids: string[] = [];
    const pages = await sdk.connections.clients.get(connection.id, { take: 100 });
    for await (const item of pages) ids.push(v.parse(enabledSchema, item).client_id);
    return ids;
  });
  return [{ ...connection, enabled }];
}

async function readFactors(api: ManagementApi): Promise<Record<string, boolean>> {
  const answer: unknown = await api.call('read the factors of multi-factor authentication', (sdk) =>
    sdk.guardian.factors.list(),
  );
  return Object.fromEntries(v.parse(factorsSchema, answer).map(({ name, enabled }) => [name, enabled]));
}
