import { count } from '../../settings/count.ts';
import type { Expectation } from './InspectedPage.ts';

/** ` The most bytes are in auth0-lock (478,123), …`, or nothing when it is not known. */
export function biggest(expected: Expectation | undefined): string {
  const most = (expected?.contributors ?? [])
    .slice(0, 5)
    .map(({ name, bytes }) => `${name} (${count(bytes)})`);
  return most.length === 0 ? '' : ` The most bytes are in ${most.join(', ')}.`;
}
