import { join, resolve } from 'node:path';
import { readCredentials } from '../deploy/api/readCredentials.ts';
import { readDomain } from '../deploy/api/readDomain.ts';
import { chooseSavedPage } from '../deploy/backups/chooseSavedPage.ts';
import { knownBuilds } from '../deploy/backups/knownBuilds.ts';
import { readSavedPage, readSavedPages } from '../deploy/backups/readSavedPages.ts';
import type { SavedPage } from '../deploy/backups/SavedPage.ts';
import { savedPagesText } from '../deploy/backups/savedPagesText.ts';
import { planChanges } from '../deploy/planChanges.ts';
import { Tenants } from '../deploy/Tenants.ts';
import { credentialsOf } from '../deploy/targets/credentialsOf.ts';
import { readDeployments } from '../deploy/targets/readDeployments.ts';
import { UserError } from '../settings/UserError.ts';
import type { RestoreRequest } from './arguments/restoreArguments.ts';
import { carryOut, mustBeAnswerable } from './carryOut.ts';
import { networkOf } from './networkOf.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs restore`: lists the saved pages, or puts one back. */
export async function restore(surroundings: Surroundings, request: RestoreRequest): Promise<number> {
  const { root, cwd, env, print } = surroundings;
  mustBeAnswerable(request, surroundings);
  const backups = resolve(cwd, request.backups ?? join(root, 'backups'));
  const all = await readSavedPages(backups);
  const tenant = request.tenant === undefined ? null : readDomain(request.tenant, '--tenant');
  const saved = all.filter(({ domain }) => tenant === null || domain === tenant);
  if (request.wanted === null) {
    print(savedPagesText(saved));
    return 0;
  }
  const chosen = chooseSavedPage(saved, request.wanted);
  const { fetch } = networkOf(surroundings);
  const { html } = await readSavedPage(backups, chosen);
  const { domain, clientId, application, id, sha256, bytes, isOn } = chosen;
  const changes = await planChanges(
    [
      {
        tenant: new Tenants(fetch).of(await credentialsFor(chosen, root, env)),
        place: async () => ({ domain, clientId, application }),
        page: { sha256, bytes, isOn, what: `saved page ${id}`, html: async () => html },
      },
    ],
    knownBuilds(all),
    { compare: true },
  );
  return carryOut(surroundings, request, changes, { backups });
}

/** Those of the tenant that the page was saved from. */
async function credentialsFor({ domain }: SavedPage, root: string, env: Surroundings['env']) {
  const tenant = (await readDeployments(root))?.find((it) => it.domain === domain);
  if (tenant !== undefined) return credentialsOf(env, tenant);
  const credentials = readCredentials(env);
  if (credentials.domain === domain) return credentials;
  throw new UserError(
    `The wrong tenant: the page was saved from ${domain}, and ${credentials.names.domain} is ${credentials.domain}.\nNothing was sent to either. Set the credentials of ${domain}.`,
  );
}
