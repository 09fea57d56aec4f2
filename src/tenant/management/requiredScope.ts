const VERBS: Readonly<Record<string, string>> = {
  GET: 'read',
  HEAD: 'read',
  POST: 'create',
  PATCH: 'update',
  PUT: 'update',
  DELETE: 'delete',
};

/** What a path's first part, or two, are called in scopes. */
const RESOURCES: readonly [prefix: string, resource: string][] = [
  ['/clients', 'clients'],
  ['/connections', 'connections'],
  ['/connections-directory-provisionings', 'connections'],
  ['/tenants/settings', 'tenant_settings'],
  ['/prompts', 'prompts'],
  ['/branding/phone/providers', 'phone_providers'],
  ['/branding', 'branding'],
  ['/attack-protection', 'attack_protection'],
  ['/guardian/factors', 'guardian_factors'],
  ['/custom-domains', 'custom_domains'],
  ['/emails/provider', 'email_provider'],
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
