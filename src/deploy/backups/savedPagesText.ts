import { count } from '../../settings/count.ts';
import { placeName } from '../pages/Place.ts';
import type { SavedPage } from './SavedPage.ts';

/** The list of saved pages, two lines each, in the order in which they are given. */
export function savedPagesText(pages: readonly SavedPage[]): string {
  if (pages.length === 0)
    return 'No page has been saved yet: npm run deploy -- --apply saves what it replaces.';
  const entries = pages.map((page) => {
    const { id, savedAt, isOn, bytes, sha256, replacedBy } = page;
    const at = `${savedAt.slice(0, 19).replace('T', ' ')} UTC`;
    const what = bytes === 0 ? 'none was set' : `${isOn ? 'on' : 'off'}, ${count(bytes)} bytes`;
    return [
      `${id}  ${placeName(page)}`,
      `  ${at}, ${what}, sha256 ${sha256.slice(0, 12)}, saved before ${replacedBy.what} was written`,
    ].join('\n');
  });
  return [...entries, '', 'To see what putting one back would change: npm run restore -- ID'].join('\n');
}
