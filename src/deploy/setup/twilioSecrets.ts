import { UserError } from '../../settings/UserError.ts';
import type { Environment } from '../api/readCredentials.ts';
import type { TenantArtifact } from './TenantArtifact.ts';

/** The shape of each, and what it is. */
const NEEDED = {
  TWILIO_SID: [/^AC[0-9a-f]{32}$/i, 'the account SID, AC and 32 hexadecimal digits'],
  // Nothing that could end the JSON text that auth0-deploy-cli would put it into.
  TWILIO_AUTH_TOKEN: [/^[\w.+/=-]{8,200}$/, 'the auth token'],
} as const;

/**
 * Twilio's credentials, by the names of the placeholders that they go in place of.
 *
 * @param env - the environment
 * @returns nothing where the artifact has no connection that needs them
 * @throws UserError that names what is missing or malformed, and no value
 */
export function twilioSecrets({ connections }: TenantArtifact, env: Environment): Record<string, string> {
  const options = JSON.stringify(connections.map((it) => it.options));
  if (!Object.keys(NEEDED).some((name) => options.includes(`##${name}##`))) return {};
  const problems: string[] = [];
  const found = Object.entries(NEEDED).map(([name, [shape, what]]): [string, string] => {
    const value = env[name]?.trim() ?? '';
    if (value === '') problems.push(`${name} is not set, or empty: it is ${what} of your Twilio account.`);
    else if (!shape.test(value)) problems.push(`${name} is not ${what}: copy it again, alone.`);
    return [name, value];
  });
  if (problems.length > 0) {
    throw new UserError(
      `The connection sms needs Twilio's credentials from the environment:\n${problems.map((it) => `  - ${it}`).join('\n')}\nBoth are on console.twilio.com, under Account Info. Nothing has been changed.`,
    );
  }
  return Object.fromEntries(found);
}
