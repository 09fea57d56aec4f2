import { type Connection, kindOf } from '../data/Connection.ts';
import type { TenantData } from '../data/TenantData.ts';

interface Strategy {
  name: string;
  connections: object[];
}

/** What `Auth0.setClient` is called with: an application, and its connections by their strategies. */
export function clientSettings(data: TenantData, origin: string, id: string): object {
  const { callbacks, allowed_origins } = data.applications.get(id) ?? {};
  const strategies = new Map<string, Strategy>();
  for (const connection of data.enabledFor(id)) {
    const name = connection.strategy;
    const strategy = strategies.get(name) ?? { name, connections: [] };
    strategies.set(name, strategy);
    strategy.connections.push(connectionSettings(connection, data.name));
  }
  return {
    id,
    tenant: data.name,
    subscription: 'enterprise',
    authorize: `${origin}/authorize`,
    callback: callbacks?.[0] ?? '',
    hasAllowedOrigins: (allowed_origins ?? []).length > 0,
    strategies: [...strategies.values()],
  };
}

/**
 * A connection's public part, as `Auth0.setClient` scripts of real tenants and the fixtures of Lock's own tests have
 * it; what is not set is left out.
 */
function connectionSettings({ name, strategy, options, ...more }: Connection, tenant: string): object {
  const displayName = more['display_name'];
  const hosted = (what: string) => `https://login.auth0.com/lo/${what}?wtrealm=urn:auth0:${tenant}:${name}`;
  switch (kindOf(strategy)) {
    case 'database':
      return {
        name,
        forgot_password_url: hosted('forgot'),
        signup_url: hosted('signup'),
        passwordPolicy: options['passwordPolicy'],
        password_complexity_options: options['password_complexity_options'],
        requires_username: options['requires_username'],
        validation: options['validation'],
        showSignup: options.disable_signup !== true,
        showForgot: options['disable_self_service_change_password'] !== true,
      };
    case 'enterprise':
      return {
        name,
        display_name: displayName,
        domain: options['tenant_domain'],
        domain_aliases: options['domain_aliases'],
        scope: scopeOf(strategy, options),
      };
    case 'social':
      return { name, display_name: displayName, scope: scopeOf(strategy, options) };
    case 'passwordless':
      return { name };
  }
}

/** Google's connections ask for two scopes without being told to. */
function scopeOf(strategy: string, { scope }: Connection['options']): unknown {
  return scope ?? (/^google-(?:oauth2|apps)$/.test(strategy) ? ['email', 'profile'] : undefined);
}

/**
 * What `Auth0.setTenant` is called with, which a third-party application reads: all connections, and which of them
 * each application has. The fields of a connection have other names here (auth0-lock 14.3.0,
 * `src/core/tenant/index.js`).
 */
export function tenantSettings(data: TenantData): object {
  const connections: Record<ReturnType<typeof kindOf>, object[]> = {
    database: [],
    enterprise: [],
    passwordless: [],
    social: [],
  };
  for (const connection of data.connections.values()) {
    connections[kindOf(connection.strategy)].push(tenantConnection(connection));
  }
  const clients = [...data.applications.keys()].map((id): [string, string[]] => [
    id,
    data.enabledFor(id).map(({ name }) => name),
  ]);
  return {
    name: data.name,
    subscription: 'enterprise',
    connections,
    clientsConnections: Object.fromEntries(clients),
  };
}

function tenantConnection({ name, strategy, options }: Connection): object {
  switch (kindOf(strategy)) {
    case 'database':
      return {
        name,
        strategy,
        allowSignup: options.disable_signup !== true,
        allowForgot: options['disable_self_service_change_password'] !== true,
        requiresUsername: options['requires_username'] === true,
        validation: { passwordPolicy: options['passwordPolicy'], ...Object(options['validation']) },
      };
    case 'enterprise': {
      const domains = [options['tenant_domain'], options['domain_aliases']].flat();
      return { name, strategy, domains: domains.filter((it) => typeof it === 'string') };
    }
    default:
      return { name, strategy };
  }
}
