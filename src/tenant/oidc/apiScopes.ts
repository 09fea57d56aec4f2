/** Everything that a machine may ask of the Management API, and what an API of one's own may call its own. */
export const API_SCOPES = ['clients', 'client_keys', 'connections', 'prompts', 'tenant_settings', 'users']
  .concat(['attack_protection', 'guardian_factors', 'resource_servers', 'client_grants', 'branding'])
  .concat(['custom_domains', 'email_provider', 'phone_providers'])
  .flatMap((what) => ['read', 'create', 'update', 'delete'].map((verb) => `${verb}:${what}`))
  .join(' ');
