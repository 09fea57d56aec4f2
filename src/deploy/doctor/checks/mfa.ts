import type { Check } from '../Check.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/** Factors that prove nothing beyond what a code by SMS or email has proved, or only stand in for others. */
const SAME = ['sms', 'email', 'recovery-code'];

/**
 * A second factor for what a text message cannot protect.
 *
 * @see https://auth0.com/docs/authenticate/passwordless/best-practices
 */
export const mfa: Check = {
  id: 'mfa',
  area: 'security',
  right: 'A factor that is neither SMS nor email is on, for what those cannot protect',
  scopes: ['read:guardian_factors'],
  look: ({ factors }) =>
    whenKnown(factors, (on) => {
      const others = on.filter((name) => !SAME.includes(name));
      if (others.length > 0) return [ok(null, `On: ${others.join(', ')}.`)];
      const what = on.length === 0 ? 'No factor is on' : `Only ${on.join(', ')} is on`;
      return [
        warning(null, `${what}: a number can be moved to another SIM card, and the account with it.`, {
          dashboard: 'Security > Multi-factor Auth: turn on One-time Password or WebAuthn.',
          command: `auth0 api put "guardian/factors/otp" --data '{"enabled":true}'`,
          note: 'or npm run setup-tenant -- --apply, with tenant.mfa in login.config.ts',
        }),
      ];
    }),
};
