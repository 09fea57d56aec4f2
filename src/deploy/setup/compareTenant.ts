import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../settings/UserError.ts';
import type { ManagementApi } from '../api/ManagementApi.ts';
import type { Place } from '../pages/Place.ts';
import type { Difference } from './differences.ts';
import type { LiveTenant } from './LiveTenant.ts';
import { planSetup } from './planSetup.ts';
import { readLiveTenant } from './readLiveTenant.ts';
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
export interface SetupMeans {
  api: ManagementApi;
  artifact: TenantArtifact;
  /** Values of the placeholders, by their names. */
  secrets: Readonly<Record<string, string>>;
}

/**
 * Compares a tenant with what a build says.
 *
 * @throws UserError when the tenant cannot be read, or lacks what the settings name
 */
export async function compareTenant({ api, artifact, secrets }: SetupMeans): Promise<Comparison> {
  const { live, place } = await readLiveTenant(api, artifact);
  return { live, place, plan: planSetup(artifact, live, secrets) };
}

/**
 * Makes sure that what is about to be changed is what was shown.
 *
 * @throws UserError where the tenant was changed meanwhile
 */
export function ensureUnchanged(shown: Comparison, now: Comparison): void {
  if (isDeepStrictEqual(shown.live, now.live)) return;
  throw new UserError(
    `${now.place.domain} has been changed since it was shown, in the dashboard for example. Nothing was written.\nRun the command again, and look at what would change.`,
  );
}

/**
 * What a plan has not brought about.
 *
 * @param now - the plan that the tenant needs after it was carried out
 */
export function leftOf(plan: SetupPlan, now: SetupPlan): SetupPlan {
  const given = plan.flatMap(({ of, differences }) => differences.map((it) => ({ of, ...it })));
  const isLeft = (of: string, { path, isUntold }: Difference) =>
    given.some((it) => it.of === of && it.path === path && !(isUntold && it.isUntold));
  return now
    .map((step) => ({ ...step, differences: step.differences.filter((it) => isLeft(step.of, it)) }))
    .filter(({ differences }) => differences.length > 0);
}
