import { oneLine } from '../../../settings/oneLine.ts';
import { originBound } from '../../../settings/originBound.ts';
import type { Check } from '../Check.ts';
import type { Facts } from '../Facts.ts';
import { changeConnection } from '../fixes.ts';
import { offered } from '../methods.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** The code, or the link, in either syntax: `@@password@@`, `{{ code }}`, `{{ link }}`. */
const CODE = /@@\s*(?:password|code|link)\s*@@|\{\{[^}]*\b(?:password|code|link)\b[^}]*\}\}/i;

/** The message holds the code: auth0-deploy-cli replaces it, too, by a variable called `password`. */
export const connectionMessage: Check = {
  id: 'connection-message',
  area: 'connections',
  right:
    'The message holds the code: @@password@@, or {{ password }} or {{ code }} where it is Liquid; a line for autofill is the last one, and names the host of the login page',
  scopes: ['read:connections'],
  look: ({ connections, built, domain, customDomains }) =>
    whenKnown(connections, (all) =>
      offered(all, built).map((connection) => {
        const { name, strategy, message } = connection;
        if (message === null) return ok(name, "Its message is Auth0's own.");
        const bound = originBound(message);
        if (CODE.test(message) && bound === null) return ok(name, 'Its message holds the code.');
        if (CODE.test(message) && bound !== null) {
          const problem = lineProblem(bound.host, domain, customDomains);
          if (problem === null)
            return ok(name, `Its message holds the code, which phones fill in on ${bound.host}.`);
          return warning(
            name,
            problem,
            changeConnection(
              connection,
              `Message: end it with a line of its own, "@${domain} #@@password@@", with the host of the login page`,
              'tenant.sms.autofill and tenant.loginHost',
            ),
          );
        }
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

/** Why no phone fills the code in; `null` where it does, or where the custom domains are not known. */
function lineProblem(
  host: string | null,
  domain: string,
  customDomains: Facts['customDomains'],
): string | null {
  if (host === null) {
    return 'Its line for autofill is not the last one, or not "@host #code" alone: no phone fills the code in.';
  }
  const hosts = customDomains.known
    ? [domain, ...customDomains.value.map((it) => it.domain)]
    : [domain, host];
  if (hosts.includes(host)) return null;
  return `Its line for autofill names ${oneLine(host, 60)}, which is no host of the login page (${hosts.join(', ')}): no phone fills the code in there.`;
}
