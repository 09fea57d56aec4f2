import type { Check } from '../Check.ts';
import { offered } from '../methods.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * A link logs in once, and where its login was begun: a mail scanner that opens it first leaves a used link behind.
 *
 * @see https://auth0.com/docs/authenticate/passwordless/authentication-methods/email-magic-link
 */
export const emailLink: Check = {
  id: 'email-link',
  area: 'connections',
  right: 'Where email is offered, it is by a code: mail scanners that open links use them up',
  scopes: ['read:connections'],
  look: ({ connections, built }) =>
    whenKnown(connections, (all) => {
      if (!offered(all, built).some(({ strategy }) => strategy === 'email')) return [];
      const pages = built.filter(({ emailMethod }) => emailMethod === 'link');
      if (built.length > 0 && pages.length === 0) return [ok('email', 'it holds a code.')];
      return pages.map(({ page }) =>
        warning(
          `dist/${page}.html`,
          'its emails hold a link. A mail scanner that opens links (Microsoft Defender Safe Links, for example) may use it up before the visitor clicks, and a link opens only in the browser in which it was asked for.',
          {
            dashboard:
              "In login.config.ts: emailMethod: 'code'. Or have the scanners leave the tenant's domain alone.",
            command: 'npm run build',
          },
        ),
      );
    }),
};
