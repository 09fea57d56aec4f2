import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * The grant that a hosted login ends with. The passwordless one,
 * `http://auth0.com/oauth/grant-type/passwordless/otp`, is for logins within an application, and not needed.
 *
 * @see https://auth0.com/docs/get-started/applications/application-grant-types
 */
export const applicationGrants: Check = {
  id: 'application-grants',
  area: 'applications',
  right: "The application's grant types hold authorization_code, with which a hosted login ends",
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) =>
    whenKnown(applications, (all) =>
      all.map((application) => {
        const { name, grants } = application;
        if (grants.includes('authorization_code')) return ok(name, 'It may use authorization_code.');
        const fix = changeApplication(application, 'Advanced Settings > Grant Types > Authorization Code', {
          grant_types: ['authorization_code', ...grants],
        });
        return grants.includes('implicit')
          ? warning(
              name,
              'It may use implicit, and not authorization_code: tokens stand in the address, and auth0-spa-js does not work.',
              fix,
            )
          : failed(name, 'It may not use authorization_code: each login ends in unauthorized_client.', fix);
      }),
    ),
};
