import { UserError } from '../../settings/UserError.ts';
import type { Credentials, VariableNames } from './Credentials.ts';
import { readDomain } from './readDomain.ts';

/** Environment variables by name, as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The variables of one tenant, by auth0-deploy-cli's names. Where there are several tenants, the name of
 * each is the end of its variables: `AUTH0_CLIENT_SECRET_ACME_PROD` for `acme-prod`.
 *
 * @param tenant - its name in `deploy.json`; without one, the plain names
 */
export function variableNames(tenant?: string): VariableNames {
  const end = tenant === undefined ? '' : `_${tenant.toUpperCase().replaceAll('-', '_')}`;
  return {
    domain: `AUTH0_DOMAIN${end}`,
    clientId: `AUTH0_CLIENT_ID${end}`,
    clientSecret: `AUTH0_CLIENT_SECRET${end}`,
    // deploy-cli's, which prefers it to the secret, as this does: lib/context/index.js, 8.44.0.
    token: `AUTH0_ACCESS_TOKEN${end}`,
    audience: `AUTH0_AUDIENCE${end}`,
  };
}

/**
 * Reads a tenant's credentials: its domain, and a token, or an application's id and secret.
 *
 * @param env - the environment; a variable that is empty counts as missing
 * @param of - `tenant`: whose variables, as for `variableNames`; `domain`: where it is known already
 * @throws UserError that names what is missing or malformed, and no value
 */
export function readCredentials(
  env: Environment,
  of: { tenant?: string; domain?: string } = {},
): Credentials {
  const names = variableNames(of.tenant);
  const read = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === '' ? undefined : value;
  };
  const domain = of.domain ?? read(names.domain);
  const token = read(names.token);
  const clientId = read(names.clientId);
  const clientSecret = read(names.clientSecret);
  const missing = [
    ...(domain === undefined ? [names.domain] : []),
    ...(token === undefined && clientId === undefined ? [names.clientId] : []),
    ...(token === undefined && clientSecret === undefined ? [names.clientSecret] : []),
  ];
  if (domain === undefined || missing.length > 0) throw missingCredentials(missing, names, of.domain);
  const common = { domain: readDomain(domain, names.domain), audience: read(names.audience), names };
  if (token !== undefined) return { ...common, login: { token: printable(token, names.token) } };
  return {
    ...common,
    login: {
      clientId: printable(clientId ?? '', names.clientId),
      clientSecret: printable(clientSecret ?? '', names.clientSecret),
    },
  };
}

function missingCredentials(missing: readonly string[], names: VariableNames, domain?: string): UserError {
  const are = missing.length === 1 ? 'is' : 'are';
  const needed = domain === undefined ? `${names.domain}, ${names.clientId}` : names.clientId;
  const instead = missing.some((name) => name !== names.domain)
    ? `\nIn place of id and secret, ${names.token} may hold a token.`
    : '';
  return new UserError(
    `Neither the environment nor .env has the tenant's credentials: ${missing.join(' and ')} ${are} not set, or empty.\nSet ${needed} and ${names.clientSecret} of an application (machine to machine) that is authorized for the Auth0 Management API.${instead}`,
  );
}

/** What goes into a header: a line break that was copied with it would be sent as another header. */
function printable(value: string, name: string): string {
  if (/^[\x21-\x7e]+$/.test(value)) return value;
  throw new UserError(
    `${name} holds spaces, line breaks or other characters that it cannot have: copy it again, alone.`,
  );
}
