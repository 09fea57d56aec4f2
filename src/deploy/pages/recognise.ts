import { parse } from 'parse5';
import { elementsOf } from '../../pipeline/inspect/elementsOf.ts';
import { isDataBlock } from '../../pipeline/inspect/isDataBlock.ts';
import { scriptsAmong } from '../../pipeline/inspect/readPage.ts';
import { sourceHash } from '../../pipeline/policy/sourceHash.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { MARKER } from '../../settings/marker.ts';
import type { LivePage } from './LivePage.ts';
import type { Origin } from './Origin.ts';

/**
 * Whose page it is: by its hash, else by what each of our pages holds, the two data blocks and, where its
 * settings have one, a policy with the hash of each script.
 *
 * @param known - what is known of builds, by SHA-256
 */
export function recognise({ html }: LivePage, sha256: string, known: ReadonlyMap<string, string>): Origin {
  if (html.trim() === '') return { kind: 'none' };
  const what = known.get(sha256);
  if (what !== undefined) return { kind: 'known', what };
  const elements = elementsOf(parse(html));
  const scripts = scriptsAmong(elements);
  const settings = scripts.find((it) => it.id === 'page-settings' && isDataBlock(it));
  const hosted = scripts.find((it) => it.id === 'hosted-config' && isDataBlock(it));
  if (settings === undefined || hosted === undefined || !isSettings(settings.text))
    return { kind: 'foreign' };
  const policy = elements
    .find((it) => it.tagName === 'meta' && attribute(it, 'http-equiv') === 'Content-Security-Policy')
    ?.attrs.find(({ name }) => name === 'content')?.value;
  const running = scripts.filter((it) => it.src === undefined && !isDataBlock(it));
  const isWhole =
    hosted.text.trim() === MARKER &&
    html.trimEnd().endsWith('</html>') &&
    (policy === undefined || running.every(({ text }) => policy.includes(sourceHash(text))));
  return { kind: 'ours', isWhole };
}

function attribute(element: { attrs: readonly { name: string; value: string }[] }, name: string) {
  return element.attrs.find((it) => it.name === name)?.value;
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
