import { fewAtOnce } from '../pipeline/fewAtOnce.ts';
import { UserError } from '../settings/UserError.ts';
import type { SavedPage } from './backups/SavedPage.ts';
import type { PlannedChange } from './PlannedChange.ts';
import type { LivePage } from './pages/LivePage.ts';
import { AT_ONCE } from './planChanges.ts';
import { replacePage } from './replacePage.ts';
import { TenantLock } from './TenantLock.ts';

/** How changes are carried out. */
export interface Applying {
  save: (change: PlannedChange, live: LivePage) => Promise<SavedPage>;
  pathOf: (saved: SavedPage) => string;
  /** Looks at the result in a browser. */
  verify?: ((change: PlannedChange) => Promise<void>) | undefined;
  onDone: (change: PlannedChange, saved: SavedPage, done: number) => void;
  /** Whether to begin no more. */
  isOver: () => boolean;
  /** For `replacePage`. */
  pauses?: readonly number[];
  /** Where locks are; default: the system's folder for temporary files. */
  locks?: string;
}

/** What has become of changes; those that are in neither were not begun. */
export interface Applied {
  done: number;
  failures: readonly UserError[];
}

/**
 * Carries changes out, a few at the same time, each with all of `replacePage`'s care. After a failure no more
 * are begun: what is wrong with one is likely wrong with all. Running the command again goes on where it ended.
 *
 * @throws UserError when another deploy to one of the tenants is under way; then nothing was written
 */
export async function applyChanges(changes: readonly PlannedChange[], how: Applying): Promise<Applied> {
  const domains = [...new Set(changes.map(({ place }) => place.domain))].sort();
  const locks: TenantLock[] = [];
  const failures: UserError[] = [];
  let done = 0;
  try {
    for (const domain of domains) locks.push(await TenantLock.take(domain, how.locks));
    await fewAtOnce(changes, AT_ONCE, async (change) => {
      if (failures.length > 0 || how.isOver()) return;
      try {
        const saved = await replaceOne(change, how);
        how.onDone(change, saved, ++done);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        failures.push(error);
      }
    });
    return { done, failures };
  } finally {
    for (const lock of locks) await lock.release();
  }
}

async function replaceOne(change: PlannedChange, how: Applying): Promise<SavedPage> {
  const { tenant, place, shown, page } = change;
  const { verify, pauses } = how;
  return replacePage({
    api: tenant.api,
    place,
    shown,
    wanted: { html: await page.html(), isOn: page.isOn },
    save: (live) => how.save(change, live),
    pathOf: how.pathOf,
    ...(verify !== undefined && { verify: () => verify(change) }),
    ...(pauses !== undefined && { pauses }),
  });
}
