import type { SavedPage } from './SavedPage.ts';

/** Builds that this folder has deployed, by their SHA-256, with what is known of them. */
export function knownBuilds(pages: readonly SavedPage[]): Map<string, string> {
  const known = new Map<string, string>();
  // Newest first, and the newest is told.
  for (const { savedAt, replacedBy } of pages) {
    const { sha256, what, commit } = replacedBy;
    if (what.startsWith('saved page') || known.has(sha256)) continue;
    const at = savedAt.slice(0, 16).replace('T', ' ');
    known.set(sha256, `${what}${commit === null ? '' : ` of commit ${commit}`}, deployed ${at} UTC`);
  }
  return known;
}
