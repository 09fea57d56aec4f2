import { createHash } from 'node:crypto';

let last = { text: '', hash: '' };

/** The hash of an inline script, as a Content Security Policy names it: `sha256-…`. */
export function sourceHash(text: string): string {
  // The large script is the same in a thousand pages in a row.
  if (text.length > 20_000 && last.text === text) return last.hash;
  const hash = `sha256-${createHash('sha256').update(text).digest('base64')}`;
  if (text.length > 20_000) last = { text, hash };
  return hash;
}
