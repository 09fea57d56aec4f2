import type { Credentials } from '../api/Credentials.ts';
import { type Environment, readCredentials, variableNames } from '../api/readCredentials.ts';
import { readDomain } from '../api/readDomain.ts';
import type { TenantDeployments } from './parseDeployments.ts';

/**
 * The credentials of a tenant of `deploy.json`: variables with its name at their end, else the plain ones
 * where `AUTH0_DOMAIN` is its domain.
 *
 * @throws UserError that names what is missing
 */
export function credentialsOf(
  env: Environment,
  { name, domain }: Pick<TenantDeployments, 'name' | 'domain'>,
): Credentials {
  const own = variableNames(name);
  const hasOwn = [own.token, own.clientId, own.clientSecret].some((it) => (env[it] ?? '').trim() !== '');
  if (!hasOwn && isPlainOf(env, domain)) return readCredentials(env);
  return readCredentials(env, { tenant: name, domain });
}

function isPlainOf(env: Environment, domain: string): boolean {
  const plain = env['AUTH0_DOMAIN'] ?? '';
  return plain.trim() !== '' && readDomain(plain, 'AUTH0_DOMAIN') === domain;
}
