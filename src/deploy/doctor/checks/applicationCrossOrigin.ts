import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * A login page of the tenant's own host needs no cross-origin authentication.
 *
 * @see https://auth0.com/docs/get-started/applications/set-up-cors: off, where it is not needed
 */
export const applicationCrossOrigin: Check = {
  id: 'application-cross-origin',
  area: 'applications',
  right: 'Cross-origin authentication is off: a page that the tenant serves does not need it',
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) =>
    whenKnown(applications, (all) =>
      all.map((application) => {
        if (!application.crossOrigin) return ok(application.name, 'It is off.');
        return warning(
          application.name,
          'It is on. Only logins within an application need it, and it opens /co/authenticate to other pages.',
          changeApplication(application, 'Cross-Origin Authentication: off', {
            cross_origin_authentication: false,
          }),
        );
      }),
    ),
};
