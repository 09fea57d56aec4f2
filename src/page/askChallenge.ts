import { askJson } from './askJson.ts';
import type { HostedConfig } from './HostedConfig.ts';

/** After that the form is shown as if no captcha were asked for; should one be, Lock asks again. */
const TIMEOUT_MS = 4_000;

/**
 * Asks whether the visitor has to solve a captcha, as Lock would (auth0-js 10.2.1,
 * `src/authentication/passwordless-authentication.js`).
 *
 * @returns the challenge; `undefined` without a login transaction, or when there is no answer
 */
export async function askChallenge({ auth0Domain, internalOptions }: HostedConfig): Promise<unknown> {
  const { state } = internalOptions;
  if (typeof state !== 'string' || state === '') return undefined;
  const url = `https://${auth0Domain}/passwordless/challenge`;
  return askJson({ url, body: { state }, timeoutMs: TIMEOUT_MS });
}
