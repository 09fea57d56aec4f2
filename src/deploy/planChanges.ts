import { fewAtOnce } from '../pipeline/fewAtOnce.ts';
import { UserError } from '../settings/UserError.ts';
import { ApiFailure } from './api/ApiFailure.ts';
import { comparePages } from './difference/comparePages.ts';
import type { PlannedChange, WantedPage } from './PlannedChange.ts';
import { planChange } from './pages/Change.ts';
import { fingerprint, isSamePage } from './pages/LivePage.ts';
import { type Place, placeName } from './pages/Place.ts';
import { readLivePage } from './pages/readLivePage.ts';
import { recognise } from './pages/recognise.ts';
import type { ConnectedTenant } from './Tenants.ts';

/** A place, and the page that is wanted there. */
export interface Wish {
  tenant: ConnectedTenant;
  /** Asks the tenant, where an application was named. */
  place: () => Promise<Place>;
  page: WantedPage;
}

/** Requests under way at the same time, of all tenants. */
export const AT_ONCE = 6;
/** Of many applications that are not there, so many are told. */
const MOST_PROBLEMS = 10;

/**
 * Asks the tenants what is live, and says what would change. Writes nothing.
 *
 * @param known - what is known of builds, by SHA-256
 * @param options - `compare`: whether to compare the texts of the pages, too
 * @returns in the order of the wishes
 * @throws UserError when a tenant cannot be asked, or an application is not there, or is named twice
 */
export async function planChanges(
  wishes: readonly Wish[],
  known: ReadonlyMap<string, string>,
  { compare, onProgress }: { compare: boolean; onProgress?: (done: number, of: number) => void },
): Promise<PlannedChange[]> {
  const planned: (PlannedChange | undefined)[] = wishes.map(() => undefined);
  const problems: UserError[] = [];
  let done = 0;
  await fewAtOnce(wishes, AT_ONCE, async ({ tenant, place: find, page }, index) => {
    try {
      const place = await find();
      const live = await readLivePage(tenant.api, place);
      const shown = fingerprint(live);
      const origin = recognise(live, shown.sha256, known);
      const { sha256, bytes, isOn, what } = page;
      const change = planChange({ place, shown, origin, wanted: { sha256, bytes, isOn }, what });
      const isCompared = compare && !isSamePage(shown, page);
      const differences = isCompared ? await comparePages(live.html, await page.html()) : null;
      planned[index] = { ...change, tenant, page, differences };
      onProgress?.(++done, wishes.length);
    } catch (error) {
      // What is wrong with one application may be wrong with others; a tenant that fails, fails.
      if (!(error instanceof UserError) || error instanceof ApiFailure) throw error;
      if (problems.push(error) >= MOST_PROBLEMS) throw allOf(problems);
    }
  });
  if (problems.length > 0) throw allOf(problems);
  const changes = planned.filter((it) => it !== undefined);
  refuseTwice(changes);
  return changes;
}

const allOf = (problems: readonly UserError[]): UserError =>
  new UserError([...new Set(problems.map(({ message }) => message))].join('\n'), problems[0]?.exitCode);

/** @throws UserError when two pages are to be live at one place: an application by its name, and by its id */
function refuseTwice(changes: readonly PlannedChange[]): void {
  const seen = new Set<string>();
  for (const { place } of changes) {
    const key = `${place.domain} ${place.clientId}`;
    if (seen.has(key)) throw new UserError(`${placeName(place)}: it is named twice, by name and by id.`);
    seen.add(key);
  }
}
