import { UserError } from '../../settings/UserError.ts';
import { type Environment, readCredentials } from '../api/readCredentials.ts';
import { readDomain } from '../api/readDomain.ts';
import { credentialsOf } from './credentialsOf.ts';
import type { TenantDeployments } from './parseDeployments.ts';
import type { Target } from './Target.ts';

/** What a command line asks for. */
export interface Asked {
  all: boolean;
  tenant: string | undefined;
  client: string | undefined;
  page: string | undefined;
}

/**
 * The pages to look after, and where they are.
 *
 * @param deployments - of `deploy.json`, with `--all`
 * @param pages - names of the pages that there are
 * @throws UserError when the tenant is not that of the credentials, or nothing is meant, or several pages
 */
export function chooseTargets(
  { all, tenant, client, page }: Asked,
  env: Environment,
  deployments: readonly TenantDeployments[],
  pages: readonly string[],
): Target[] {
  if (!all) {
    const credentials = readCredentials(env);
    if (tenant !== undefined) {
      const meant = readDomain(tenant, '--tenant');
      if (meant !== credentials.domain) {
        throw new UserError(
          `The wrong tenant: --tenant is ${meant}, and ${credentials.names.domain} is ${credentials.domain}.\nNothing was sent to either. Change the one that is wrong.`,
        );
      }
    }
    return [{ credentials, page: thePage(page, pages), application: client ?? null }];
  }
  const chosen = deployments.filter(
    ({ name, domain }) => tenant === undefined || [name, domain].includes(tenant.toLowerCase()),
  );
  if (chosen.length === 0) {
    const names = deployments.map(({ name, domain }) => `${name} (${domain})`).join(', ');
    throw new UserError(`deploy.json has no such tenant; it has ${names}.`, 2);
  }
  const targets = chosen.flatMap((it) => {
    const wanted = it.pages.filter((entry) => page === undefined || entry.page === page);
    // Only of tenants that are needed: the environment may lack those of others.
    if (wanted.length === 0) return [];
    const credentials = credentialsOf(env, it);
    return wanted.map((entry): Target => ({ credentials, ...entry }));
  });
  if (targets.length === 0) throw new UserError(`deploy.json puts no page "${page}" anywhere.`, 2);
  return targets;
}

function thePage(page: string | undefined, pages: readonly string[]): string {
  if (page !== undefined) return page;
  const [first, ...others] = pages;
  if (first !== undefined && others.length === 0) return first;
  if (first === undefined) throw new UserError('There is no page in dist: run npm run build first.');
  const some = pages.slice(0, 10).join(', ');
  throw new UserError(
    `There are ${pages.length} pages; name one with --page: ${some}${pages.length > 10 ? ', …' : ''}`,
    2,
  );
}
