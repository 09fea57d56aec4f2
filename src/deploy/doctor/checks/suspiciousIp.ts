import type { Check } from '../Check.ts';
import { changeProtection } from '../fixes.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** @see https://auth0.com/docs/secure/attack-protection/suspicious-ip-throttling */
export const suspiciousIp: Check = {
  id: 'suspicious-ip',
  area: 'security',
  right: 'Suspicious IP throttling is on and blocks',
  scopes: ['read:attack_protection'],
  look: ({ suspiciousIp: shield }) =>
    whenKnown(shield, ({ enabled, blocks }) => {
      if (enabled && blocks) return [ok(null, 'It is on, and blocks.')];
      const fix = changeProtection('suspicious-ip-throttling', 'Suspicious IP Throttling: on, Block', {
        enabled: true,
        shields: ['admin_notification', 'block'],
      });
      return enabled
        ? [warning(null, 'It only watches: no address is slowed down.', fix)]
        : [failed(null, 'It is off: one address may try as many accounts as it likes.', fix)];
    }),
};
