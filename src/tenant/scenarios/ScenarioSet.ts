import { SPA } from '../data/Application.ts';
import type { TenantData } from '../data/TenantData.ts';
import { Faults } from '../http/Faults.ts';
import type { Scenario, ScenarioConnection } from './Scenario.ts';

/** Auth0's own order of an application's strategies is none that can be relied on; this one has email first. */
const USUAL = ['email', 'sms'];

/** A scenario that is on: an application of its own, with what goes wrong for it. */
export interface ActiveScenario {
  scenario: Scenario;
  faults: Faults;
}

/** The application of a scenario. */
export interface ScenarioApplication {
  id?: string;
  /** As the page's title shows it. */
  name?: string;
  /** Path of the callback URL, here on the tenant. */
  path?: string;
}

/** The scenarios that are on, each an application of its own, so that any number can be open side by side. */
export class ScenarioSet {
  readonly #data: TenantData;
  readonly #origin: string;
  readonly #active = new Map<string, ActiveScenario>();
  #count = 0;

  constructor(data: TenantData, origin: string) {
    this.#data = data;
    this.#origin = origin;
  }

  /**
   * Makes the application of a scenario, anew when it is there already.
   *
   * @param application - default: an id of its own, and the callback `/tenant/done`
   * @returns the client id
   */
  add(scenario: Scenario, application: ScenarioApplication = {}): string {
    const {
      id: clientId = `client${this.#count++}`,
      name = 'Sample app',
      path = '/tenant/done',
    } = application;
    this.#data.addApplication({
      ...SPA,
      client_id: clientId,
      name,
      callbacks: [`${this.#origin}${path}`],
      web_origins: [this.#origin],
      allowed_origins: [this.#origin],
      allowed_logout_urls: [this.#origin, `${this.#origin}${path}`],
    });
    const connections = (scenario.connections ?? USUAL).map(toConnection);
    for (const connection of connections) {
      const known = this.#data.connectionNamed(connection.name) ?? this.#data.addConnection(connection);
      if (!known.enabled_clients.includes(clientId)) known.enabled_clients.push(clientId);
      for (const identifier of scenario.blocked ?? []) this.#data.users.block(connection.name, identifier);
    }
    if (scenario.plan !== undefined) this.#data.plan = scenario.plan;
    this.#data.order.set(
      clientId,
      connections.map((connection) => connection.name),
    );
    const faults = new Faults();
    faults.set(...(scenario.faults ?? []));
    this.#active.get(clientId)?.faults.clear();
    this.#active.set(clientId, { scenario, faults });
    return clientId;
  }

  /** The scenario of an application, or `undefined`. */
  of(clientId: string | null): ActiveScenario | undefined {
    return clientId === null ? undefined : this.#active.get(clientId);
  }

  /** The scenario of an application; an empty one where there is none. */
  scenarioOf(clientId: string | null): Scenario {
    return this.of(clientId)?.scenario ?? {};
  }

  /** Where a browser starts: `/authorize`, as an application would send it there. */
  address(clientId: string): string {
    const scenario = this.scenarioOf(clientId);
    if (scenario.preview === true) return `${this.#origin}/login?client=${clientId}`;
    const query = new URLSearchParams({
      client_id: clientId,
      response_type: 'code',
      redirect_uri: `${this.#origin}/tenant/done`,
      scope: 'openid profile email',
      state: 'app-state',
      ...scenario.request,
    });
    return `${this.#origin}/authorize?${query}`;
  }
}

function toConnection(connection: ScenarioConnection): Exclude<ScenarioConnection, string> {
  return typeof connection === 'string' ? { strategy: connection, name: connection } : connection;
}
