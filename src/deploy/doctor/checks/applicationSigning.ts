import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { failed, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * How ID tokens are signed. With HS256 whoever checks one needs the application's secret, which a browser
 * cannot keep: auth0-spa-js and auth0-js 10 refuse it (auth0/lock, CHANGELOG of 15.0.0).
 */
export const applicationSigning: Check = {
  id: 'application-signing',
  area: 'applications',
  right: 'ID tokens are signed by RS256, not by HS256',
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) =>
    whenKnown(applications, (all) =>
      all.map((application) => {
        const { name, type, algorithm } = application;
        // Auth0's default for a new application.
        if (algorithm !== 'HS256') return ok(name, `Its ID tokens are signed by ${algorithm ?? 'RS256'}.`);
        const fix = changeApplication(
          application,
          'Advanced Settings > OAuth > JsonWebToken Signature Algorithm',
          {
            jwt_configuration: { alg: 'RS256' },
          },
        );
        return type === 'spa'
          ? failed(name, 'Its ID tokens are signed by HS256, which auth0-spa-js refuses.', fix)
          : warning(name, 'Its ID tokens are signed by HS256, with a secret that both sides share.', fix);
      }),
    ),
};
