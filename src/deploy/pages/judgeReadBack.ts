import { sealIn } from '../../pipeline/seal.ts';
import { fingerprint, isSamePage, type LivePage } from './LivePage.ts';
import { recognise } from './recognise.ts';

/** What a read after a write says about it. */
export type ReadBack = 'arrived' | 'ignored' | 'mangled' | 'another';

/**
 * Judges what is live after a write: the page that was written; the one from before; the one that was
 * written, but not as it was (cut, changed on the way, off); or a page that somebody else has put there
 * meanwhile, which is theirs and stays.
 */
export function judgeReadBack(old: LivePage, wanted: LivePage, live: LivePage): ReadBack {
  const is = (page: LivePage) => isSamePage(fingerprint(page), fingerprint(live));
  if (is(wanted)) return 'arrived';
  if (is(old)) return 'ignored';
  if (live.html === '' || live.html === wanted.html || wanted.html.startsWith(live.html)) return 'mangled';
  if (withoutSpace(live.html) === withoutSpace(wanted.html)) return 'mangled';
  const origin = recognise(live, '', new Map());
  if (origin.kind === 'ours') {
    if (origin.isWhole) return 'another';
    // What was edited still has the seal of what it was made from.
    const [seal, before, after] = [live, old, wanted].map(({ html }) => sealIn(html));
    if (seal !== before || seal !== after) return seal === after ? 'mangled' : 'another';
    if (sharedEnds(live.html, old.html) > sharedEnds(live.html, wanted.html)) return 'another';
    return 'mangled';
  }
  return sharedEnds(live.html, wanted.html) >= wanted.html.length / 2 ? 'mangled' : 'another';
}

/** Characters that two texts share at their beginning and at their end. */
function sharedEnds(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return start + end;
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');
