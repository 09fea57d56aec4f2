import { parse } from 'parse5';
import { elementsOf } from '../../pipeline/inspect/elementsOf.ts';
import { isDataBlock } from '../../pipeline/inspect/isDataBlock.ts';
import { scriptsAmong } from '../../pipeline/inspect/readPage.ts';
import { hashesBefore, isAsSealed } from '../../pipeline/seal.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import type { LivePage } from './LivePage.ts';
import type { Origin } from './Origin.ts';

/**
 * Whose page it is: by its hash, whatever its line endings, else by what each of our pages
 * holds, two data blocks with a seal among them.
 *
 * @param hash - SHA-256 of the page
 * @param known - what is known of builds, by SHA-256
 */
export function recognise({ html }: LivePage, hash: string, known: ReadonlyMap<string, string>): Origin {
  if (html.trim() === '') return { kind: 'none' };
  const what = known.get(hash) ?? knownByContent(html, known);
  if (what !== undefined) return { kind: 'known', what };
  const scripts = scriptsAmong(elementsOf(parse(html)));
  const settings = scripts.find((it) => it.id === 'page-settings' && isDataBlock(it));
  const hosted = scripts.find((it) => it.id === 'hosted-config' && isDataBlock(it));
  if (settings === undefined || hosted === undefined || !isSettings(settings.text))
    return { kind: 'foreign' };
  return { kind: 'ours', isWhole: isAsSealed(html) };
}

function knownByContent(html: string, known: ReadonlyMap<string, string>): string | undefined {
  const what = hashesBefore(html).flatMap((hash) => known.get(hash) ?? [])[0];
  return what === undefined ? undefined : `${what}, except for its line endings`;
}

/** What the page-settings block of every build has had. */
function isSettings(text: string): boolean {
  try {
    const settings: unknown = JSON.parse(text);
    return isPlainObject(settings) && isPlainObject(settings['connections']) && 'emailMethod' in settings;
  } catch {
    return false;
  }
}
