import type { Credentials } from '../api/Credentials.ts';
import type { Environment } from '../api/readCredentials.ts';
import type { SetupPlan } from './SetupPlan.ts';

/** What a program needs of the process's environment to reach the network. */
const PASSED_ON = [
  'PATH',
  'SystemRoot',
  'NODE_EXTRA_CA_CERTS',
  'NODE_USE_ENV_PROXY',
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'].flatMap((name) => [name, name.toLowerCase()]),
];

/**
 * The environment that auth0-deploy-cli is run in. It puts each variable in place of `@@NAME@@` and `##NAME##`
 * wherever they stand, the page included: so it gets what it needs, and nothing else.
 *
 * @param env - the process's
 * @param credentials - of the tenant
 * @param secrets - values of the placeholders that are meant to be filled in
 * @param plan - what it may touch
 */
export function deployCliEnvironment(
  env: Environment,
  { domain, audience, login }: Credentials,
  secrets: Readonly<Record<string, string>>,
  { types, connections }: SetupPlan,
): Record<string, string> {
  const passed = PASSED_ON.flatMap((name): [string, string][] => {
    const value = env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(passed),
    AUTH0_DOMAIN: domain,
    ...(audience !== undefined && { AUTH0_AUDIENCE: audience }),
    ...('token' in login
      ? { AUTH0_ACCESS_TOKEN: login.token }
      : { AUTH0_CLIENT_ID: login.clientId, AUTH0_CLIENT_SECRET: login.clientSecret }),
    // Empty is no. `false` is a text, which some of its checks take for yes: handlers/default.js, scimHandler.js.
    AUTH0_ALLOW_DELETE: '',
    AUTH0_INCLUDED_ONLY: JSON.stringify(types),
    ...(connections.length > 0 && { AUTH0_INCLUDED_CONNECTIONS: JSON.stringify(connections) }),
    ...secrets,
  };
}
