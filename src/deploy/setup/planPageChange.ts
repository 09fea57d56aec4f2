import { knownBuilds } from '../backups/knownBuilds.ts';
import { readSavedPages } from '../backups/readSavedPages.ts';
import { type Change, planChange } from '../pages/Change.ts';
import { fingerprint } from '../pages/LivePage.ts';
import { recognise } from '../pages/recognise.ts';
import type { Comparison } from './compareTenant.ts';

/**
 * What becomes of the live page.
 *
 * @param backups - folder of saved pages, absolute; they tell which builds were deployed from here
 * @returns `null` where it stays
 */
export async function planPageChange(
  { live: { page }, place, plan }: Comparison,
  backups: string,
): Promise<Change | null> {
  const change = plan.map((step) => step.change).find(({ kind }) => kind === 'page');
  if (change?.kind !== 'page') return null;
  const shown = fingerprint(page);
  const origin = recognise(page, shown.sha256, knownBuilds(await readSavedPages(backups)));
  const wanted = fingerprint({ html: change.html, isOn: true });
  return planChange({ place, shown, origin, wanted, what: 'dist/tenant' });
}
