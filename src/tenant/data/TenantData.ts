import { randomBytes } from 'node:crypto';
import { type Application, newApplication } from './Application.ts';
import { type Configuration, newConfiguration } from './Configuration.ts';
import type { Connection } from './Connection.ts';
import { noProviders, type Providers } from './Providers.ts';
import { Users } from './Users.ts';

/** The client id of the global client, whose page is the tenant's. */
export const GLOBAL_CLIENT = 'global';

/** What a tenant's plan includes. */
export interface Plan {
  /** Bot detection, and the choice of a captcha with it: without, the Management API answers 403 for both. */
  botDetection: boolean;
}

/** As a tenant has it whose plan lacks nothing. */
export const WHOLE_PLAN: Plan = { botDetection: true };

/** What a tenant holds: everything that the dashboard and the Management API change. */
export class TenantData {
  readonly name: string;
  readonly applications = new Map<string, Application>();
  /** By id, in the order of their making. */
  readonly connections = new Map<string, Connection>();
  readonly users = new Users();
  /** Tenant settings, prompts, attack protection …, as the Management API shows them. */
  readonly configuration: Configuration;
  /** Custom domains, the provider of email, those of text messages: told, and not acted upon. */
  readonly providers: Providers = noProviders();
  plan: Plan = WHOLE_PLAN;
  /** Factors of multi-factor authentication that are on. */
  readonly factors = new Set<string>();
  /** When a second factor is asked for: `all-applications`, `confidence-score`, or neither. */
  policies: readonly string[] = [];
  /** The profile of access tokens, by the API's identifier. Default: Auth0's own, `access_token`. */
  readonly tokenDialects = new Map<string, 'access_token' | 'rfc9068_profile'>();
  /** Order in which an application's connections are told, where it is not that of their making. */
  readonly order = new Map<string, readonly string[]>();

  /** @param name - the tenant's name, `auth0Tenant` of the hosted config */
  constructor(name: string) {
    this.name = name;
    this.configuration = newConfiguration(name);
    this.addApplication({
      ...{ client_id: GLOBAL_CLIENT, name: 'All Applications', global: true },
      ...{ callbacks: [], custom_login_page_on: false },
    });
  }

  /** One of the settings that are an object each, by its path in the Management API. */
  configured(path: string): Readonly<Record<string, unknown>> {
    return this.configuration.get(path) ?? {};
  }

  /** Adds an application, with Auth0's defaults in place of what is not given; one of the same id is replaced. */
  addApplication(given: Partial<Application> & Pick<Application, 'client_id' | 'name'>): Application {
    const { client_id } = given;
    const added = {
      client_secret: `secret-of-${client_id}`,
      ...newApplication(given),
    } as unknown as Application;
    this.applications.set(client_id, added);
    return added;
  }

  addConnection(given: Omit<Partial<Connection>, 'id'> & Pick<Connection, 'name' | 'strategy'>): Connection {
    const id = `con_${randomBytes(8).toString('hex')}`;
    const added: Connection = { options: {}, enabled_clients: [], ...given, id };
    this.connections.set(id, added);
    return added;
  }

  connectionNamed(name: string): Connection | undefined {
    return [...this.connections.values()].find((connection) => connection.name === name);
  }

  /** The connections that an application has enabled, in the order in which its client settings tell them. */
  enabledFor(clientId: string): Connection[] {
    const enabled = [...this.connections.values()].filter(({ enabled_clients }) =>
      enabled_clients.includes(clientId),
    );
    const order = this.order.get(clientId);
    if (order === undefined) return enabled;
    const rank = ({ name }: Connection) => (order.includes(name) ? order.indexOf(name) : order.length);
    return enabled.sort((a, b) => rank(a) - rank(b));
  }

  /** The page that an application's login shows: its own, else the tenant's, else none. */
  loginPage(clientId: string): string | null {
    for (const id of [clientId, GLOBAL_CLIENT]) {
      const { custom_login_page: page, custom_login_page_on: on } = this.applications.get(id) ?? {};
      if (on === true && page !== undefined && page !== '') return page;
    }
    return null;
  }
}
