import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { offered } from '../methods.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * Toll fraud: whoever earns by the messages that a number receives has thousands of them sent.
 *
 * What is held back is `limit_phone` in the tenant's logs.
 *
 * @see https://auth0.com/docs/tenant-logs/system-notification/limit-phone
 * @see https://auth0.com/docs/secure/multi-factor-authentication/multi-factor-authentication-factors/exponential-backoff-for-sms
 */
export const phoneProtection: Check = {
  id: 'phone-protection',
  area: 'security',
  right: 'Where SMS is offered, repeated messages to one person are slowed down more and more',
  scopes: ['read:attack_protection', 'read:connections'],
  look: (facts) =>
    whenKnown(both(facts.phoneProtection, facts.connections), ([type, all]) => {
      // Tenants without the feature answer 404.
      if (type === null || !offered(all, facts.built).some(({ sms }) => sms !== null)) return [];
      return type === 'exponential'
        ? [ok(null, 'Auth0 slows repeated text messages down, more and more.')]
        : [
            warning(
              null,
              'Auth0 sends repeated text messages at its standard limits: toll fraud can become expensive. Messages that those held back are limit_phone in the logs.',
              {
                dashboard:
                  'Security > Attack Protection > SMS Fraud Protection: Exponential Backoff, on an Enterprise plan. On any plan: Twilio > Messaging > Geo Permissions, only countries that you serve.',
                command:
                  'auth0 api patch "attack-protection/phone-provider-protection" --data \'{"type":"exponential"}\'',
                note: 'Auth0 documents it for second factors; whether it covers passwordless logins, it does not say',
              },
            ),
          ];
    }),
};
