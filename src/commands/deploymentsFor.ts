import type { TenantDeployments } from '../deploy/targets/parseDeployments.ts';
import { readDeployments } from '../deploy/targets/readDeployments.ts';
import { UserError } from '../settings/UserError.ts';

/** What `deploy.json` says, where `--all` asks for it. */
export async function deploymentsFor(
  { all }: { all: boolean },
  root: string,
): Promise<readonly TenantDeployments[]> {
  if (!all) return [];
  const deployments = await readDeployments(root);
  if (deployments !== null) return deployments;
  throw new UserError(
    '--all reads deploy.json, which says which pages go where, and there is none.\ndocs/shipping.md shows how it is written.',
    2,
  );
}
