import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { changeProtection } from '../fixes.ts';
import { offered } from '../methods.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { inPath } from '../quote.ts';
import { whenKnown } from '../whenKnown.ts';

/** @see https://auth0.com/docs/secure/attack-protection/brute-force-protection */
export const bruteForce: Check = {
  id: 'brute-force',
  area: 'security',
  right: 'Brute-force protection is on and blocks, and no connection takes itself out of it',
  scopes: ['read:attack_protection', 'read:connections'],
  look: ({ bruteForce: shield, connections, built }) => [
    ...whenKnown(shield, ({ enabled, blocks }) => {
      if (enabled && blocks) return [ok(null, 'It is on, and blocks.')];
      const fix = changeProtection('brute-force-protection', 'Brute-force Protection: on, Block', {
        enabled: true,
        shields: ['block', 'user_notification'],
      });
      return enabled
        ? [warning(null, 'It only watches: nobody is blocked.', fix)]
        : [failed(null, 'It is off: codes can be guessed again and again.', fix)];
    }),
    ...whenKnown(both(shield, connections), ([, all]) =>
      offered(all, built)
        .filter(({ bruteForceProtection }) => !bruteForceProtection)
        .map(({ id, name }) =>
          warning(name, 'Its option brute_force_protection is false.', {
            dashboard: 'Not in the dashboard: an option of the connection.',
            command: `auth0 api get "connections/${inPath(id)}"`,
            note: 'then auth0 api patch of the same, with all of its options and "brute_force_protection": true: they are replaced as a whole',
          }),
        ),
    ).filter(({ result }) => result !== 'unknown'),
  ],
};
