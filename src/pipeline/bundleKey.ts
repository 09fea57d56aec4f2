import { type CutName, cuts } from '../settings/cuts.ts';
import type { PageSettings } from '../settings/PageSettings.ts';

/** What the constant script depends on: pages that agree in this share its bytes. */
export interface BundleKey {
  delivery: 'inline' | 'cdn';
  renderer: 'preact' | 'react';
  /** Connections whose social icons are kept, sorted; `null` keeps all. */
  icons: readonly string[] | null;
  /** Cuts that are not made, in the order of their names. */
  uncut: readonly CutName[];
}

/** The bundle that a page asks for; delivery by CDN has neither a renderer nor icons to choose. */
export function bundleKey({ connections, lock }: PageSettings): BundleKey {
  if (lock.delivery === 'cdn') return { delivery: 'cdn', renderer: 'preact', icons: [], uncut: [] };
  const named = connections.allow?.filter((name) => name !== 'sms' && name !== 'email');
  const avatar = lock.options['avatar'] ?? null;
  const uncut = cuts.filter((cut) => !lock.diet[cut] || (cut === 'gravatar' && avatar !== null));
  const { renderer } = lock;
  return {
    delivery: 'inline',
    renderer,
    icons: uncut.includes('socialIcons') ? null : (named?.sort() ?? null),
    uncut,
  };
}
