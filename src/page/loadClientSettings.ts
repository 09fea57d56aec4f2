import type { ClientSettings } from './ClientSettings.ts';
import type { ClientSettingsSource } from './clientSettingsSource.ts';
import { Failure } from './Failure.ts';

/** Long enough for a bad mobile network, short enough for somebody who is waiting. */
const TIMEOUT_MS = 9_000;

/**
 * Asks for the client settings the only way there is: a script that calls a function on `window.Auth0`.
 *
 * @throws Failure `unreachable` when the script fails, does not call, calls for another application, or
 *   takes more than nine seconds
 */
export function loadClientSettings(source: ClientSettingsSource): Promise<ClientSettings> {
  window.Auth0 ??= {};
  const registry = window.Auth0;
  const script = document.createElement('script');
  return new Promise<ClientSettings>((resolve, reject) => {
    const fail = (what: string) =>
      reject(new Failure('unreachable', `The client settings ${what}: ${source.url}`));
    registry[source.callback] = (payload: unknown) => {
      const settings = source.read(payload);
      if (settings !== null) resolve(settings);
    };
    const timer = setTimeout(() => fail('did not come in time'), TIMEOUT_MS);
    script.addEventListener('error', () => fail('could not be loaded'));
    script.addEventListener('load', () => {
      clearTimeout(timer);
      // The call has been made by now: if it was the right one, this changes nothing.
      fail('are not those of this application');
    });
    // The same cache buster that Lock adds: what a dashboard change enables is offered at once.
    script.src = `${source.url}?t${Date.now()}`;
    document.head.append(script);
  }).finally(() => {
    // Not deleted: an answer that comes too late still calls it, and must not end in an exception.
    registry[source.callback] = () => undefined;
    script.remove();
  });
}
