import type { Check } from '../Check.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * Custom domains. Where there is one, the page's `auth0Domain` names it, and Lock takes Auth0's hosted way only
 * when the page is opened by that very host (auth0-js, `src/web-auth/index.js`): else it asks another host,
 * which the page's policy stops.
 */
export const customDomain: Check = {
  id: 'custom-domain',
  area: 'login',
  right: 'A custom domain is ready, and the page is opened by it, as its auth0Domain says; or there is none',
  scopes: ['read:custom_domains'],
  look: ({ customDomains, domain }) =>
    whenKnown(customDomains, (all) => {
      if (all.length === 0) return [ok(null, `There is none: the page's auth0Domain is ${domain}.`)];
      return all.map((custom) => {
        if (custom.status === 'ready') {
          return ok(
            custom.domain,
            `It is ready, and the page's auth0Domain. Applications must use it as their domain, not ${domain}.`,
          );
        }
        return warning(
          custom.domain,
          `It is not ready (${custom.status}): logins by it fail; those by ${domain} work.`,
          {
            dashboard:
              "Branding > Custom Domains > (the domain): put the record that it names into your domain's DNS, then Verify.",
            command: 'auth0 domains verify',
            note: 'it asks which one',
          },
        );
      });
    }),
};
