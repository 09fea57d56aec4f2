import { isDeepStrictEqual } from 'node:util';
import { UserError } from '../../settings/UserError.ts';
import type { Comparison } from './TenantSetup.ts';

/**
 * Makes sure that what is about to be changed is what was shown.
 *
 * @throws UserError where the tenant was changed meanwhile
 */
export function ensureUnchanged(shown: Comparison, now: Comparison): void {
  if (isDeepStrictEqual(shown.live, now.live)) return;
  throw new UserError(
    `${now.place.domain} has been changed since it was shown, in the dashboard say; nothing was written.\nRun the command again, and look at what would change.`,
  );
}
