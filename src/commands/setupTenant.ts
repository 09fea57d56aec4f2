import { join, relative, resolve } from 'node:path';
import { ManagementApi } from '../deploy/api/ManagementApi.ts';
import { readCredentials } from '../deploy/api/readCredentials.ts';
import { commitOf } from '../deploy/commitOf.ts';
import { collisions } from '../deploy/setup/collisions.ts';
import { ensureUnchanged } from '../deploy/setup/ensureUnchanged.ts';
import { planText } from '../deploy/setup/planText.ts';
import { readTenantArtifact } from '../deploy/setup/readTenantArtifact.ts';
import { saveLive } from '../deploy/setup/saveLive.ts';
import { type Comparison, TenantSetup } from '../deploy/setup/TenantSetup.ts';
import { twilioSecrets } from '../deploy/setup/twilioSecrets.ts';
import { whosePage } from '../deploy/setup/whosePage.ts';
import { TenantLock } from '../deploy/TenantLock.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { UserError } from '../settings/UserError.ts';
import type { SetupTenantRequest } from './arguments/setupTenantArguments.ts';
import { mustBeAnswerable } from './carryOut.ts';
import { INTERRUPTED } from './interrupted.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs setup-tenant`: shows what the settings would change in a tenant, and has it carried out. */
export async function setupTenant(surroundings: Surroundings, request: SetupTenantRequest): Promise<number> {
  const { root, cwd, env, print, printError } = surroundings;
  mustBeAnswerable(request, surroundings);
  const folder = request.from === null ? await buildFirst(root) : resolve(cwd, request.from);
  const artifact = await readTenantArtifact(folder, relative(cwd, folder));
  const secrets = twilioSecrets(artifact, env);
  const credentials = readCredentials(env);
  const api = new ManagementApi(credentials, surroundings.fetch);
  for (const warning of collisions(artifact, env)) printError(`Warning: ${warning}`);
  const setup = new TenantSetup({ api, credentials, env, artifact, secrets });
  const compared = await setup.compare();
  if (compared.plan.differences.length === 0) {
    print(`${api.domain} is as the settings say: nothing to change.`);
    return 0;
  }
  const backups = resolve(request.backups === null ? root : cwd, request.backups ?? 'backups');
  const page = await whosePage(compared, backups);
  print(`${api.domain} would change:\n${planText(compared.plan.differences)}\nAll else stays as it is.`);
  if (page.what !== null) print(`The live login page: ${page.what}.`);
  if (page.isForeign && !request.force) {
    const what = `The live login page is ${page.what}, which is not replaced without --force.`;
    if (request.apply) throw new UserError(`${what} Nothing has been changed.`);
    printError(`Warning: ${what}`);
  }
  const code = await runs(surroundings, { setup, compared, dryRun: true });
  if (code !== 0) return code;
  if (!request.apply) {
    const isRefused = page.isForeign && !request.force;
    print(`Nothing has been changed. With --apply${isRefused ? ' --force' : ''}, this is carried out.`);
    return isRefused ? 1 : 0;
  }
  return (await isWanted(surroundings, request, api.domain))
    ? await apply(surroundings, { setup, compared, backups })
    : 1;
}

/** @returns the folder */
async function buildFirst(root: string): Promise<string> {
  const pipeline = new Pipeline(root);
  try {
    const page = await pipeline.tenantPage();
    // Without one, what is said of the missing folder says what to do.
    if (page === null) return join(root, 'dist', 'tenant');
    const { tenant } = await pipeline.build({ out: join(root, 'dist'), page });
    return tenant ?? join(root, 'dist', 'tenant');
  } finally {
    await pipeline.close();
  }
}

async function isWanted(
  { confirm, printError }: Surroundings,
  { yes }: SetupTenantRequest,
  domain: string,
): Promise<boolean> {
  if (yes || (await confirm?.(`Change ${domain}?`)) === true) return true;
  printError('Nothing has been changed.');
  return false;
}

interface Work {
  setup: TenantSetup;
  compared: Comparison;
}

async function apply(
  surroundings: Surroundings,
  { setup, compared, backups }: Work & { backups: string },
): Promise<number> {
  const { root, cwd, print, printError } = surroundings;
  const { domain } = compared.place;
  const lock = await TenantLock.take(domain);
  try {
    const now = await setup.compare();
    ensureUnchanged(compared, now);
    const commit = await commitOf(root);
    for (const path of await saveLive(backups, now, commit))
      print(`Saved what is live: ${relative(cwd, path)}`);
    const code = await runs(surroundings, { setup, compared: now, dryRun: false });
    const left = await setup.left(now.plan);
    if (code === 0 && left.length === 0) {
      print(`${domain} is as the settings say; read back, and the same.`);
      return 0;
    }
    if (left.length > 0) printError(`Still to be changed in ${domain}:\n${planText(left)}`);
    printError('Run the command again: what is done is not done twice.');
    return code === 0 ? 1 : code;
  } finally {
    await lock.release();
  }
}

/** Runs auth0-deploy-cli, and tells what it said. */
async function runs(
  { print, printError, progress, interrupted }: Surroundings,
  { setup, compared, dryRun }: Work & { dryRun: boolean },
): Promise<number> {
  const abort = new AbortController();
  interrupted().then(() => abort.abort());
  progress(`auth0-deploy-cli, ${dryRun ? 'a dry run' : 'the import'} …`);
  const { code, lines } = await setup.carryOut(compared.plan, dryRun, abort.signal);
  progress(null);
  if (abort.signal.aborted) {
    printError(`Interrupted; ${dryRun ? 'nothing has been changed' : 'what was done by then is done'}.`);
    return INTERRUPTED;
  }
  const said = lines.map((line) => `  ${line}`).join('\n');
  if (code === 0) {
    print(`auth0-deploy-cli${dryRun ? ', dry run (a DELETE with * is not carried out)' : ''}:\n${said}`);
    return 0;
  }
  printError(`auth0-deploy-cli has failed (exit code ${code}):\n${said}`);
  return 1;
}
