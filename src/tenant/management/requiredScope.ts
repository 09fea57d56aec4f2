import { emptyResources } from './emptyRoutes.ts';

const VERBS: Readonly<Record<string, string>> = {
  GET: 'read',
  HEAD: 'read',
  POST: 'create',
  PATCH: 'update',
  PUT: 'update',
  DELETE: 'delete',
};

/** What a path's first part, or two, are called in scopes. */
export const RESOURCES: readonly [prefix: string, resource: string][] = [
  // A parameter of a path ends what is compared. The longest first: `/flows/vault/connections` before `/flows`.
  ...emptyResources
    .map(({ path, scope }): [string, string] => [path.replace(/\/:.*/, ''), scope])
    .sort(([a], [b]) => b.length - a.length),
  ['/clients', 'clients'],
  ['/connections', 'connections'],
  ['/connections-directory-provisionings', 'directory_provisionings'],
  ['/tenants/settings', 'tenant_settings'],
  ['/prompts', 'prompts'],
  ['/branding/phone/providers', 'phone_providers'],
  ['/branding', 'branding'],
  ['/attack-protection', 'attack_protection'],
  ['/guardian/factors', 'guardian_factors'],
  ['/guardian/policies', 'mfa_policies'],
  ['/custom-domains', 'custom_domains'],
  ['/emails/provider', 'email_provider'],
  ['/risk-assessments/settings', 'attack_protection'],
  ['/supplemental-signals', 'attack_protection'],
];

/**
 * The scope that a request needs, such as `update:clients`; `null` for a path that is none of the API's.
 *
 * @param path - without `/api/v2`
 */
export function requiredScope(method: string, path: string): string | null {
  const verb = VERBS[method];
  const [, resource] = RESOURCES.find(([prefix]) => path === prefix || path.startsWith(`${prefix}/`)) ?? [];
  if (verb === undefined || resource === undefined) return null;
  // Who may use a connection is a change of the connection.
  return `${path.endsWith('/clients') && resource === 'connections' && verb === 'create' ? 'update' : verb}:${resource}`;
}
