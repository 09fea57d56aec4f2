import type { BundleKey } from './bundleKey.ts';

/** Whatever else decides what is bundled: where one of these is written, nothing is guessed. */
const ELSE = /\b(?:renderer|diet|delivery|avatar|defineLoginPages)\b/;
const ALLOW = /\ballow:\s*\[([^\]]*)\]/g;
const NAME = /^(['"`])([\w-]+)\1$/;

/**
 * The bundle that the settings will ask for, as far as their text tells: Lock's part takes so long that it is
 * worth beginning before the settings have been run. A wrong guess costs time and nothing else.
 *
 * @param text - of `login.config.ts`
 * @returns `null` when the text does not tell
 */
export function guessBundleKey(text: string): BundleKey | null {
  if (ELSE.test(text)) return null;
  const [allow, ...others] = [...text.matchAll(ALLOW)].map(([, list = '']) => list);
  if (others.length > 0) return null;
  const written = allow?.split(',').map((it) => it.trim());
  const names = written?.filter((it) => it !== '').map((it) => NAME.exec(it)?.[2]);
  if (names?.includes(undefined)) return null;
  const social = names?.flatMap((name) => (name === undefined || /^(?:sms|email)$/.test(name) ? [] : [name]));
  return { delivery: 'inline', renderer: 'preact', icons: social?.sort() ?? null, uncut: [] };
}
