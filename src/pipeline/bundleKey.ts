import type { PageSettings } from '../settings/PageSettings.ts';

/** What the constant script depends on: pages that agree in this share its bytes. */
export interface BundleKey {
  delivery: 'inline' | 'cdn';
  renderer: 'preact' | 'react';
  /** Connections whose social icons are kept, sorted; `null` keeps all. */
  icons: readonly string[] | null;
}

/** The bundle that a page asks for; delivery by CDN has neither a renderer nor icons to choose. */
export function bundleKey({ connections, lock }: PageSettings): BundleKey {
  if (lock.delivery === 'cdn') return { delivery: 'cdn', renderer: 'preact', icons: [] };
  const named = connections.allow?.filter((name) => name !== 'sms' && name !== 'email');
  return { delivery: 'inline', renderer: lock.renderer, icons: named?.sort() ?? null };
}
