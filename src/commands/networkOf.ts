import { connectNetwork, type Network } from '../deploy/network/connectNetwork.ts';
import type { Surroundings } from './Surroundings.ts';

/**
 * The network of a command.
 *
 * @throws UserError as `connectNetwork`
 */
export function networkOf({ env, cwd, printError, fetch }: Surroundings): Network {
  const network = connectNetwork(env, cwd, printError);
  return fetch === undefined ? network : { ...network, fetch };
}
