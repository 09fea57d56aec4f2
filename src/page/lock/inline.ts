import type { ClientSettings } from '../ClientSettings.ts';
import type { HostedConfig } from '../HostedConfig.ts';
import type { LockConstructor } from './Lock.ts';
import { answerClientSettings } from './remoteScripts.ts';

/**
 * `delivery: 'inline'`: Lock stands in this very script, and runs only when it is asked for: after the
 * client settings are on their way, and where an exception can be caught.
 */
export async function getLock(): Promise<LockConstructor> {
  // Not `lib/passwordless`: Lock's modules import each other in circles, and only this way in is tried.
  const { Auth0LockPasswordless } = await import('auth0-lock/lib/index');
  return Auth0LockPasswordless;
}

/** Gives Lock the client settings that the page has loaded, so that it asks for them no second time. */
export function shareClientSettings(settings: ClientSettings): void {
  answerClientSettings(settings);
}

/** Options that only this delivery needs: none, since Lock is given the settings of any application. */
export function deliveryOptions(_hosted: HostedConfig): Record<string, unknown> {
  return {};
}
