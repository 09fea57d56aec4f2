import { join, relative, resolve } from 'node:path';
import { ManagementApi } from '../deploy/api/ManagementApi.ts';
import { readCredentials } from '../deploy/api/readCredentials.ts';
import { commitOf } from '../deploy/commitOf.ts';
import { originText } from '../deploy/pages/Origin.ts';
import { applySetup } from '../deploy/setup/applySetup.ts';
import { carryOutStep } from '../deploy/setup/carryOutStep.ts';
import {
  type Comparison,
  compareTenant,
  ensureUnchanged,
  leftOf,
  type SetupMeans,
} from '../deploy/setup/compareTenant.ts';
import { planPageChange } from '../deploy/setup/planPageChange.ts';
import { planText } from '../deploy/setup/planText.ts';
import { readTenantArtifact } from '../deploy/setup/readTenantArtifact.ts';
import type { SetupPlan } from '../deploy/setup/SetupPlan.ts';
import { saveLive } from '../deploy/setup/saveLive.ts';
import { twilioSecrets } from '../deploy/setup/twilioSecrets.ts';
import { TenantLock } from '../deploy/TenantLock.ts';
import { Pipeline } from '../pipeline/Pipeline.ts';
import { UserError } from '../settings/UserError.ts';
import type { SetupTenantRequest } from './arguments/setupTenantArguments.ts';
import { mustBeAnswerable } from './carryOut.ts';
import { INTERRUPTED } from './interrupted.ts';
import { networkOf } from './networkOf.ts';
import type { Surroundings } from './Surroundings.ts';

/** `node build.mjs setup-tenant`: shows what the settings would change in a tenant, and with `--apply` does it. */
export async function setupTenant(surroundings: Surroundings, request: SetupTenantRequest): Promise<number> {
  const { root, cwd, env, print, printError, progress } = surroundings;
  mustBeAnswerable(request, surroundings);
  const folder = request.from === null ? await buildFirst(root) : resolve(cwd, request.from);
  const artifact = await readTenantArtifact(folder, relative(cwd, folder));
  const secrets = twilioSecrets(artifact, env);
  const onWait = (ms: number) => progress(`waiting ${Math.ceil(ms / 1000)} s for the tenant's rate limit`);
  const api = new ManagementApi(
    readCredentials(env),
    networkOf(surroundings).fetch,
    { onWait },
    Object.values(secrets),
  );
  const means: SetupMeans = { api, artifact, secrets };
  const compared = await compareTenant(means);
  progress(null);
  if (compared.plan.length === 0) {
    print(`${api.domain} is as the settings say: nothing to change.`);
    return 0;
  }
  const backups = resolve(request.backups === null ? root : cwd, request.backups ?? 'backups');
  const page = await planPageChange(compared, backups);
  print(`${api.domain} would change, in this order:\n${planText(compared.plan)}\nNothing else changes.`);
  if (page !== null) print(`The live login page: ${originText(page.origin)}.`);
  const isRefused = page?.needsForce === true && !request.force;
  if (isRefused) {
    const what = `The live login page is ${originText(page.origin)}, which is not replaced without --force.`;
    if (request.apply) throw new UserError(`${what} Nothing has been changed.`);
    printError(`Warning: ${what}\nnpm run deploy shows how it differs.`);
  }
  if (!request.apply) {
    print(`Nothing has been changed. To carry it out, add --apply${isRefused ? ' --force' : ''}.`);
    return isRefused ? 1 : 0;
  }
  const answer = request.yes || (await surroundings.confirm?.(`Change ${api.domain}?`));
  if (answer === null) {
    printError('\nInterrupted: nothing has been changed.');
    return INTERRUPTED;
  }
  if (answer !== true) {
    printError('Nothing has been changed.');
    return 1;
  }
  return apply(surroundings, { means, compared, backups });
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

async function apply(
  { root, cwd, print, printError, progress, interrupted }: Surroundings,
  { means, compared, backups }: { means: SetupMeans; compared: Comparison; backups: string },
): Promise<number> {
  const { domain } = compared.place;
  const lock = await TenantLock.take(domain);
  try {
    const now = await compareTenant(means);
    ensureUnchanged(compared, now);
    const { live, place, plan } = now;
    const saved = await saveLive(backups, now, await commitOf(root));
    const pathOf = ({ id }: { id: string }) => relative(cwd, join(backups, `${id}.html`));
    const files = [...(saved.page === null ? [] : [pathOf(saved.page)]), relative(cwd, saved.file)];
    print(files.map((file) => `Saved what is live: ${file}`).join('\n'));
    let isInterrupted = false;
    interrupted().then(() => {
      isInterrupted = true;
      printError('\nInterrupted: what was begun is finished and read back; nothing more is begun.');
    });
    const { done, failure, left } = await applySetup(plan, {
      carryOut: (step) => carryOutStep(step, { ...means, page: live.page, place, saved: saved.page, pathOf }),
      left: async (steps) => leftOf(steps, (await compareTenant(means)).plan),
      onDone: (step) => {
        progress(null);
        print(`Done: ${stepText(step)}`);
      },
      isOver: () => isInterrupted,
    });
    progress(null);
    if (failure !== null) printError(failure.error.message);
    const notDone = plan.slice(done.length);
    if (notDone.length > 0) printError(`Not done: ${notDone.map(stepText).join('; ')}.`);
    if (left === null) {
      printError(`${domain} could not be read back, so whether all of it has arrived is not known.`);
    } else if (left.length > 0) {
      printError(`Still to be changed in ${domain}:\n${planText(left)}`);
    } else if (notDone.length === 0) {
      print(`${domain} is as the settings say; read back, and the same.`);
      return 0;
    }
    printError('Run the command again: what is done is not done twice.');
    return isInterrupted && failure === null ? INTERRUPTED : 1;
  } finally {
    await lock.release();
  }
}

/** `connection sms`, `connection sms, enabled for "My app" (…)`, `factor otp` */
function stepText({ of, change, differences }: SetupPlan[number]): string {
  if (change.kind === 'factor') return `${of} ${change.name}`;
  if (change.kind !== 'applications') return of;
  return `${of}, enabled for ${differences.map(({ after }) => after).join(', ')}`;
}
