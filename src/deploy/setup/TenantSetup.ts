import type { Credentials } from '../api/Credentials.ts';
import { secretsOf } from '../api/Credentials.ts';
import type { ManagementApi } from '../api/ManagementApi.ts';
import type { Environment } from '../api/readCredentials.ts';
import type { Place } from '../pages/Place.ts';
import type { DeployCliRun } from './DeployCliRun.ts';
import type { Difference } from './Difference.ts';
import { deployCliEnvironment } from './deployCliEnvironment.ts';
import { foreseeRewrites } from './foreseeRewrites.ts';
import { ImportFolder } from './ImportFolder.ts';
import type { LiveTenant } from './LiveTenant.ts';
import { planSetup } from './planSetup.ts';
import { readLiveTenant } from './readLiveTenant.ts';
import { runDeployCli } from './runDeployCli.ts';
import type { SetupPlan } from './SetupPlan.ts';
import type { TenantArtifact } from './TenantArtifact.ts';

/** A tenant as it was read, and what is to change in it. */
export interface Comparison {
  live: LiveTenant;
  /** Where its page is. */
  place: Place;
  plan: SetupPlan;
}

/** What a setup is done with. */
interface Means {
  api: ManagementApi;
  credentials: Credentials;
  /** The process's environment. */
  env: Environment;
  artifact: TenantArtifact;
  /** Values of the placeholders, by their names. */
  secrets: Readonly<Record<string, string>>;
}

/** Sets a tenant up as a build says: compares, and has auth0-deploy-cli carry out the difference. */
export class TenantSetup {
  readonly #means: Means;

  constructor(means: Means) {
    this.#means = means;
  }

  /** @throws UserError when the tenant cannot be read, or lacks what the settings name */
  async compare(): Promise<Comparison> {
    const { api, artifact, secrets } = this.#means;
    const { live, place } = await readLiveTenant(api, artifact);
    return { live, place, plan: planSetup(artifact, live, secrets) };
  }

  /**
   * Runs auth0-deploy-cli with a plan.
   *
   * @param dryRun - whether it only says what it would do
   * @param signal - ends it
   * @throws UserError when something else than Twilio's credentials would be filled in
   */
  async carryOut(plan: SetupPlan, dryRun: boolean, signal: AbortSignal): Promise<DeployCliRun> {
    const { credentials, env, secrets } = this.#means;
    const environment = deployCliEnvironment(env, credentials, secrets, plan);
    foreseeRewrites(plan.files, environment, secrets);
    const folder = await ImportFolder.write(plan.files);
    try {
      const hidden = [...secretsOf(credentials), ...Object.values(secrets)];
      return await runDeployCli(folder.path, { dryRun, environment, secrets: hidden, signal });
    } finally {
      await folder.remove();
    }
  }

  /**
   * What a plan has not brought about, after it was carried out. auth0-deploy-cli reports some failures, of an
   * application that cannot be enabled say, and ends as if all had gone well.
   */
  async left(plan: SetupPlan): Promise<Difference[]> {
    const { differences } = (await this.compare()).plan;
    const isUntold = (found: Difference) =>
      plan.differences.some((it) => it.of === found.of && it.path === found.path && it.isUntold);
    return differences.filter((found) => !(found.isUntold && isUntold(found)));
  }
}
