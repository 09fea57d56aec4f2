import type { Environment } from '../api/readCredentials.ts';
import { rewrites } from './rewrites.ts';
import type { TenantArtifact } from './TenantArtifact.ts';

/** What is meant to be filled in. */
const WANTED = ['TWILIO_SID', 'TWILIO_AUTH_TOKEN'];
const MAPPINGS = 'AUTH0_KEYWORD_REPLACE_MAPPINGS';

/**
 * Warnings of what the environment would do to the page and the messages, if auth0-deploy-cli saw all of it,
 * as it does when somebody runs it by hand: a variable, or a mapping, of the name `config` in place of Auth0's
 * own `@@config@@`.
 *
 * @returns a line each
 */
export function collisions(artifact: TenantArtifact, env: Environment): string[] {
  const texts: [what: string, text: string][] = [
    ['the page', artifact.html],
    ...artifact.connections.map((it): [string, string] => [
      `the connection ${it.name}`,
      JSON.stringify(it.options),
    ]),
  ];
  const warn = (kind: string, names: readonly string[]) =>
    names.flatMap((name) =>
      texts
        .filter(([, text]) => !WANTED.includes(name) && rewrites(name, text))
        .map(
          ([what]) =>
            `There is ${kind} named ${JSON.stringify(name)}, and ${what} holds a marker of that name. It is kept from auth0-deploy-cli here; run by hand, it would put the value in place of the marker, and the login would break. Rename it.`,
        ),
    );
  return [
    ...warn('an environment variable', Object.keys(env)),
    ...warn(`a mapping (${MAPPINGS})`, mappingNames(env[MAPPINGS])),
    ...(env[MAPPINGS] !== undefined && env[MAPPINGS] !== ''
      ? [`${MAPPINGS} is set, and not passed on: nothing but Twilio's credentials is filled in.`]
      : []),
    ...(/^true$/i.test(env['AUTH0_ALLOW_DELETE'] ?? '')
      ? ['AUTH0_ALLOW_DELETE is set, and not passed on: nothing is ever deleted.']
      : []),
  ];
}

function mappingNames(json: string | undefined): string[] {
  try {
    const mappings: unknown = JSON.parse(json ?? '');
    return typeof mappings === 'object' && mappings !== null ? Object.keys(mappings) : [];
  } catch {
    return [];
  }
}
