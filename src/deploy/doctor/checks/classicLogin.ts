import { both } from '../Answer.ts';
import type { Check } from '../Check.ts';
import { isShown } from '../isShown.ts';
import { failed, ok } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * The login is the classic one. The new experience stands on all pages that are not customised, and on those
 * alone.
 *
 * @see https://auth0.com/docs/authenticate/login/auth0-universal-login/new-experience
 */
export const classicLogin: Check = {
  id: 'classic-login',
  area: 'login',
  right:
    'The login is classic: the tenant has the classic experience, or a customised page goes before the new one',
  scopes: ['read:prompts', 'read:clients'],
  look: ({ experience, pages }) =>
    whenKnown(both(experience, pages), ([which, all]) => {
      if (which === 'classic') return [ok(null, 'The tenant has the classic experience.')];
      const isCustomised = all.length > 0 && all.every(isShown);
      return isCustomised
        ? [ok(null, 'The tenant has the new experience; the customised page goes before it.')]
        : [
            failed(
              null,
              'The tenant has the new experience, and no customised page goes before it: Lock is never shown.',
              {
                dashboard:
                  'Branding > Universal Login > Settings > Experience: Classic, Save; or Advanced Options > Login: turn on Customize Login Page.',
                command: 'npm run deploy -- --apply',
                note: `or auth0 api patch "prompts" --data '{"universal_login_experience":"classic"}'`,
              },
            ),
          ];
    }),
};
