import * as v from 'valibot';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { ApiFailure } from '../api/ApiFailure.ts';
import { allPages, type ManagementApi } from '../api/ManagementApi.ts';
import { Applications } from '../pages/Applications.ts';
import type { Place } from '../pages/Place.ts';
import { readLivePage } from '../pages/readLivePage.ts';
import type { LiveConnection, LiveTenant } from './LiveTenant.ts';
import { protectionNamed } from './protections.ts';
import type { TenantArtifact } from './TenantArtifact.ts';

const fieldsSchema = v.custom<Record<string, unknown>>(isPlainObject);
const connectionSchema = v.object({
  id: v.string(),
  name: v.string(),
  strategy: v.string(),
  display_name: v.nullish(v.string(), null),
  options: v.nullish(fieldsSchema, {}),
});
const enabledSchema = v.array(v.object({ client_id: v.string() }));
const factorsSchema = v.array(v.object({ name: v.string(), enabled: v.nullish(v.boolean(), false) }));
const providersSchema = v.object({
  providers: v.nullish(
    v.array(
      v.object({
        disabled: v.nullish(v.boolean(), false),
        configuration: v.nullish(v.object({ delivery_methods: v.nullish(v.array(v.string()), []) })),
      }),
    ),
    [],
  ),
});

/**
 * Reads what a setup compares with: the page, and what the artifact names.
 *
 * @returns the tenant, and where its page is
 * @throws UserError where an application is not there, or the credentials do not show enough
 */
export async function readLiveTenant(
  api: ManagementApi,
  { connections, attackProtection, factors }: TenantArtifact,
): Promise<{ live: LiveTenant; place: Place }> {
  const known = new Applications(api);
  // Alone, so that a tenant that is not there is found out once.
  const place = await known.tenantWide();
  const named = [...new Set(connections.flatMap((it) => it.applications ?? []))];
  const needsTexts = connections.some(({ options }) => options['use_phone_provider'] === true);
  const [page, applications, found, sendsTexts, protection, on] = await Promise.all([
    readLivePage(api, place),
    Promise.all(named.map((name) => known.named(name))),
    Promise.all(connections.map(({ name }) => readConnection(api, name))),
    needsTexts ? readSendsTexts(api) : null,
    Promise.all(Object.keys(attackProtection).map((name) => readProtection(api, name))),
    factors.length === 0 ? [] : readFactors(api),
  ]);
  return {
    live: {
      page,
      applications: applications.map(({ client_id, name }) => ({ client_id, name })),
      connections: found.flat(),
      sendsTexts,
      attackProtection: Object.fromEntries(protection),
      factors: Object.fromEntries(on),
    },
    place,
  };
}

/** The connection of a name, or none. */
async function readConnection(api: ManagementApi, name: string): Promise<LiveConnection[]> {
  const doing = `read the connection "${name}"`;
  const all = await api.read(
    doing,
    v.array(connectionSchema),
    async (sdk) => (await sdk.connections.list({ name, take: 1 })).data,
  );
  const connection = all.find((it) => it.name === name);
  if (connection === undefined) return [];
  const { id, strategy, display_name: displayName, options } = connection;
  if (Object.keys(options).length === 0) {
    // They would be replaced as a whole, by what is known of them.
    throw new ApiFailure(
      'forbidden',
      `${api.domain}: could not ${doing}: the tenant does not tell its options.\nGrant read:connections_options, without which what they hold would be lost.`,
      { scopes: ['read:connections_options'] },
    );
  }
  const enabled = await api.read(`read who may use the connection "${name}"`, enabledSchema, async (sdk) =>
    allPages(await sdk.connections.clients.get(id, { take: 100 })),
  );
  return [
    { id, name, strategy, displayName, options, enabled: enabled.map(({ client_id }) => client_id).sort() },
  ];
}

async function readSendsTexts(api: ManagementApi): Promise<boolean> {
  const { providers } = await api.read("read the tenant's phone provider", providersSchema, (sdk) =>
    sdk.branding.phone.providers.list(),
  );
  return (providers ?? []).some(
    ({ disabled, configuration }) =>
      disabled !== true && configuration?.delivery_methods?.includes('text') === true,
  );
}

async function readProtection(
  api: ManagementApi,
  name: string,
): Promise<[name: string, fields: Readonly<Record<string, unknown>>]> {
  return [
    name,
    await api.read(`read the attack protection "${name}"`, fieldsSchema, protectionNamed(name).get),
  ];
}

async function readFactors(api: ManagementApi): Promise<[name: string, enabled: boolean][]> {
  const all = await api.read('read the factors of multi-factor authentication', factorsSchema, (sdk) =>
    sdk.guardian.factors.list(),
  );
  return all.map(({ name, enabled }) => [name, enabled]);
}
