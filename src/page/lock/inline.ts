import type { HostedConfig } from '../HostedConfig.ts';
import type { LoadedLock } from './Lock.ts';

/** The build puts this function before the page's script: it runs `bundled.ts` and leaves its exports. */
declare const lockBundle: (module: { exports: LoadedLock | null }) => void;

/**
 * `delivery: 'inline'`: Lock stands in the page. It runs only when it is asked for: while the client
 * settings are on their way, and where an exception can be caught.
 */
export function loadLock(): LoadedLock {
  const module: { exports: LoadedLock | null } = { exports: null };
  lockBundle(module);
  if (module.exports === null) throw new Error('Lock’s bundle exports nothing.');
  return module.exports;
}

/** Options that only this delivery needs: none, since Lock is given the settings of any application. */
export function deliveryOptions(_hosted: HostedConfig): Record<string, unknown> {
  return {};
}
