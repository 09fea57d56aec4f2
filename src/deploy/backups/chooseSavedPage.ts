import { describe } from '../../settings/describe.ts';
import { UserError } from '../../settings/UserError.ts';
import { placeName } from '../pages/Place.ts';
import type { SavedPage } from './SavedPage.ts';

/**
 * The saved page that somebody means, by its id or the start of its SHA-256, six characters at least; of
 * several that are the same page at the same place, the newest.
 *
 * @param pages - newest first
 * @throws UserError when it is none of them, or several
 */
export function chooseSavedPage(pages: readonly SavedPage[], wanted: string): SavedPage {
  const text = wanted.trim().toLowerCase();
  const isHash = /^[0-9a-f]{6,64}$/.test(text);
  const found = pages.filter(({ id, sha256 }) => id === text || (isHash && sha256.startsWith(text)));
  const [first] = found;
  if (first === undefined) {
    throw new UserError(
      `There is no saved page with the id or hash ${describe(wanted)}.\nnpm run restore lists them.`,
    );
  }
  const key = ({ domain, clientId, sha256 }: SavedPage) => `${domain} ${clientId} ${sha256}`;
  if (found.every((it) => key(it) === key(first))) return first;
  const list = found.map((it) => `  ${it.id}  ${placeName(it)}  ${it.sha256.slice(0, 12)}`);
  throw new UserError(
    `${describe(wanted)} is the hash of several saved pages; give the id of one:\n${list.join('\n')}`,
  );
}
