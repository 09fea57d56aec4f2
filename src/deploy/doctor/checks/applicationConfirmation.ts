import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { ok, warning } from '../Outcome.ts';
import { addressOf, isLoopback } from '../urlProblems.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * People who are logged in already are asked to confirm before a callback that Auth0 cannot verify: one of this machine, or
 * of a scheme that any app may register. For all tenants since 2026-04-28.
 *
 * @see https://auth0.com/docs/secure/security-guidance/measures-against-app-impersonation
 */
export const applicationConfirmation: Check = {
  id: 'application-confirmation',
  area: 'applications',
  right:
    'No callback is on localhost or of a custom scheme: Auth0 asks visitors to confirm those since 2026-04-28',
  scopes: ['read:clients', 'read:connections', 'read:tenant_settings'],
  look: ({ applications, skipsConfirmation }) =>
    whenKnown(both(applications, skipsConfirmation), ([all, tenantSkips]) =>
      all.map((application) => {
        const { name, callbacks } = application;
        const asked = callbacks.filter(isUnverifiable);
        if (asked.length === 0) return ok(name, 'Auth0 can verify each of its callback URLs.');
        const shown = asked.slice(0, 3).map((url) => JSON.stringify(url));
        const which = shown.join(', ') + (asked.length > shown.length ? ', …' : '');
        if (application.skipsConfirmation ?? tenantSkips ?? false)
          return ok(name, `Auth0 asks no one to confirm ${which}, as it was told to.`);
        return warning(name, `Auth0 asks people who are logged in to confirm ${which} each time.`, {
          ...changeApplication(application, 'Application URIs > Allowed Callback URLs: https alone', {
            skip_non_verifiable_callback_uri_confirmation_prompt: true,
          }),
          note: 'it turns the question off, and with it the protection; better are App Links and Universal Links, or no localhost in production',
        });
      }),
    ),
};

function isUnverifiable(url: string): boolean {
  const address = addressOf(url);
  return address !== null && (!/^https?:$/.test(address.protocol) || isLoopback(address.hostname));
}
