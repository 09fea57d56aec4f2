import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { offered } from '../methods.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * Email is sent by a provider of the team's own.
 *
 * @see https://auth0.com/docs/customize/email/smtp-email-providers
 */
export const emailProvider: Check = {
  id: 'email-provider',
  area: 'connections',
  right: "Where email is offered, the tenant has an email provider of its own, not Auth0's for tests",
  scopes: ['read:email_provider', 'read:connections'],
  look: ({ connections, emailProvider: provider, built }) =>
    whenKnown(both(connections, provider), ([all, sends]) => {
      if (!offered(all, built).some(({ strategy }) => strategy === 'email')) return [];
      if (sends?.enabled === true) return [ok('email', `${sends.name} sends.`)];
      return [
        warning(
          'email',
          `${sends === null ? 'There is no email provider' : `The email provider, ${sends.name}, is off`}: Auth0's own sends at most ten a minute, from no-reply@auth0user.net, and is not meant for production.`,
          {
            dashboard: 'Branding > Email Provider: choose one, fill it in, Save.',
            command: 'auth0 email provider create',
          },
        ),
      ];
    }),
};
