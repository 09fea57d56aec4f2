import type { ClientSettings } from '../ClientSettings.ts';
import { Failure } from '../Failure.ts';
import type { HostedConfig } from '../HostedConfig.ts';
import type { LockConstructor } from './Lock.ts';

/** `delivery: 'cdn'`: a script tag before this script has loaded Lock, or has failed to. */
export async function getLock(): Promise<LockConstructor> {
  const Lock = window.Auth0LockPasswordless;
  if (typeof Lock !== 'function') {
    throw new Failure('lock_missing', 'Lock did not load from the CDN: see the network panel for why.');
  }
  return Lock as LockConstructor;
}

/** Lock from the CDN asks for the client settings by itself; nothing can be shared with it. */
export function shareClientSettings(_settings: ClientSettings): void {}

/** Options that only this delivery needs: where Lock itself is to find a third-party application. */
export function deliveryOptions(hosted: HostedConfig): Record<string, unknown> {
  return hosted.isThirdPartyClient === true ? { __useTenantInfo: true } : {};
}
