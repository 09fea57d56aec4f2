import type { Check } from '../Check.ts';
import { changeConnection } from '../fixes.ts';
import { offered } from '../methods.ts';
import { failed, ok } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** The code, or the link, in either syntax: `@@password@@`, `{{ code }}`, `{{ link }}`. */
const CODE = /@@\s*(?:password|code|link)\s*@@|\{\{[^}]*\b(?:password|code|link)\b[^}]*\}\}/i;

/** The message holds the code: auth0-deploy-cli replaces it, too, by a variable called `password`. */
export const connectionMessage: Check = {
  id: 'connection-message',
  area: 'connections',
  right: 'The message holds the code: @@password@@, or {{ password }} or {{ code }} where it is Liquid',
  scopes: ['read:connections'],
  look: ({ connections, built }) =>
    whenKnown(connections, (all) =>
      offered(all, built).map((connection) => {
        const { name, strategy, message } = connection;
        if (message === null) return ok(name, "Its message is Auth0's own.");
        if (CODE.test(message)) return ok(name, 'Its message holds the code.');
        return failed(
          name,
          'Its message holds no code: people get a message that is of no use.',
          changeConnection(
            connection,
            'Message: put @@password@@ where the code is to stand',
            strategy === 'sms' ? 'tenant.sms.message' : 'tenant.email.template',
          ),
        );
      }),
    ),
};
