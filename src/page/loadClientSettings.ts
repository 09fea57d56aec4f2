import { askScript } from './askScript.ts';
import type { ClientSettings } from './ClientSettings.ts';
import type { ClientSettingsSource } from './clientSettingsSource.ts';
import { Failure } from './Failure.ts';

/** Long enough for a bad mobile network, short enough for somebody who is waiting. */
const TIMEOUT_MS = 9_000;

/**
 * Waits for the client settings, which the first script of the page has asked for.
 *
 * @throws Failure `unreachable` when the script fails, does not call, calls for another application, or
 *   takes more than nine seconds
 */
export function loadClientSettings(source: ClientSettingsSource): Promise<ClientSettings> {
  const early = window.loginPageAsked?.clientSettings;
  // A template may lack the first script; then it is asked for now.
  const asked = early?.url === source.url ? early : askScript(source);
  return new Promise<ClientSettings>((resolve, reject) => {
    const fail = (what: string) =>
      reject(new Failure('unreachable', `The client settings ${what}: ${source.url}`));
    const look = () => {
      const settings = asked.payloads.map(source.read).find((it) => it !== null);
      if (settings !== undefined && settings !== null) resolve(settings);
      else if (asked.outcome === 'failed') fail('could not be loaded');
      else if (asked.outcome === 'loaded') fail('are not those of this application');
    };
    asked.onChange = look;
    setTimeout(() => fail('did not come in time'), TIMEOUT_MS - (performance.now() - asked.since));
    look();
  }).finally(() => asked.end());
}
