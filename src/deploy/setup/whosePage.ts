import { knownBuilds } from '../backups/knownBuilds.ts';
import { readSavedPages } from '../backups/readSavedPages.ts';
import { fingerprint } from '../pages/LivePage.ts';
import { originText } from '../pages/Origin.ts';
import { recognise } from '../pages/recognise.ts';
import type { Comparison } from './TenantSetup.ts';

/**
 * Whose page a setup would replace.
 *
 * @param backups - folder of saved pages, absolute; they tell which builds were deployed from here
 * @returns `what` in words, `null` where the page stays; `isForeign`: whether visitors see one of someone else's
 */
export async function whosePage(
  { live: { page }, plan }: Comparison,
  backups: string,
): Promise<{ what: string | null; isForeign: boolean }> {
  if (!plan.types.includes('pages')) return { what: null, isForeign: false };
  const origin = recognise(page, fingerprint(page).sha256, knownBuilds(await readSavedPages(backups)));
  return { what: originText(origin), isForeign: origin.kind === 'foreign' && page.isOn };
}
