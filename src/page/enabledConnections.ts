import type { ClientSettings, EnabledConnection } from './ClientSettings.ts';
import { socialStrategies } from './socialStrategies.ts';

/**
 * The connections of the client settings that passwordless Lock can show, in Auth0's order: strategies
 * `sms` and `email`, and social ones. Databases and enterprise connections are left out: offered alone,
 * they are a dead end in this Lock.
 */
export function enabledConnections(settings: ClientSettings): EnabledConnection[] {
  return settings.strategies.flatMap(({ name: strategy, connections }) => {
    const kind = kindOf(strategy);
    return kind === null ? [] : connections.map(({ name }) => ({ name, strategy, kind }));
  });
}

function kindOf(strategy: string): EnabledConnection['kind'] | null {
  if (strategy === 'sms' || strategy === 'email') return strategy;
  return socialStrategies.includes(strategy) ? 'social' : null;
}
