import { Failure } from '../Failure.ts';
import type { HostedConfig } from '../HostedConfig.ts';
import { sendNumber } from '../markup/sendNumber.ts';
import type { LoadedLock, LockConstructor } from './Lock.ts';

/** `delivery: 'cdn'`: a script tag before this script has loaded Lock, or has failed to. */
export function loadLock(): LoadedLock {
  const { Auth0LockPasswordless } = window;
  if (typeof Auth0LockPasswordless !== 'function') {
    throw new Failure('lock_missing', 'Lock did not load from the CDN: see the network panel for why.');
  }
  return {
    Auth0LockPasswordless: Auth0LockPasswordless as LockConstructor,
    // Lock from the CDN asks for them by itself; nothing can be shared with it.
    shareClientSettings: () => undefined,
    shareChallenge: () => undefined,
    whenSynced: (_lock, done) => done(),
    suggestCountry: null,
    codeScreen: null,
    sharePhoneNumbers: null,
    followCountry: null,
    sendNumber,
  };
}

/** Options that only this delivery needs: where Lock itself is to find a third-party application. */
export function deliveryOptions(hosted: HostedConfig): Record<string, unknown> {
  return hosted.isThirdPartyClient === true ? { __useTenantInfo: true } : {};
}
