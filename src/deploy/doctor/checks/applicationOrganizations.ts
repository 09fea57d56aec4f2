import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** @see https://auth0.com/docs/authenticate/login/auth0-universal-login/universal-login-vs-classic-login */
export const applicationOrganizations: Check = {
  id: 'application-organizations',
  area: 'applications',
  right: 'The application does not require organizations, which Classic Login has none of (docs/choosing.md)',
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) =>
    whenKnown(applications, (all) =>
      all.map((application) =>
        application.requiresOrganization
          ? warning(
              application.name,
              'It requires an organization, and Classic Login cannot ask for one: only requests that name an organization can log in, if any. docs/choosing.md says when to leave Classic Login.',
              changeApplication(application, 'Organizations > Types of Users: Both', {
                organization_usage: 'allow',
              }),
            )
          : ok(application.name, 'It does not require an organization.'),
      ),
    ),
};
