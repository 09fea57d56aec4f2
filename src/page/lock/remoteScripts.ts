import english from 'auth0-lock/lib/i18n/en';
import type { ClientSettings } from '../ClientSettings.ts';

/**
 * Stands in for Lock's `lib/utils/cdn_utils.js`, which loads scripts from Auth0's CDN: everything that it
 * would load is in the page already. The exports have the names and signatures that Lock imports.
 */
interface Load {
  method: string;
  check: (...payload: unknown[]) => boolean;
  cb: (error: Error | null, ...payload: unknown[]) => void;
}

let clientSettings: ClientSettings | null = null;

/** What Lock's request for client settings is answered with from now on. */
export function answerClientSettings(settings: ClientSettings): void {
  clientSettings = settings;
}

/** Lock's `load`: calls back with what the script at `url` would have passed to `window.Auth0[method]`. */
export function load({ method, check, cb }: Load): void {
  const answers: unknown[][] = [];
  if (method === 'setClient') answers.push([clientSettings]);
  if (method === 'registerLanguageDictionary') answers.push(['en', english.default]);
  const answer = answers.find((payload) => check(...payload));
  if (answer === undefined) cb(new Error(`The page has no answer to Lock's ${method}.`));
  else cb(null, ...answer);
}

/** Lock's `preload`: leaves a callback where scripts look for it. */
export function preload({ method, cb }: { method: string; cb: unknown }): void {
  window.Auth0 ??= {};
  window.Auth0[method] = cb;
}
