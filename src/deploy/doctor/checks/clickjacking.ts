import type { Check } from '../Check.ts';
import { ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * The tenant sends `X-Frame-Options` and `frame-ancestors` with the classic page, which a `<meta>` cannot.
 *
 * @see https://auth0.com/docs/troubleshoot/product-lifecycle/past-migrations/clickjacking-protection-for-universal-login
 */
export const clickjacking: Check = {
  id: 'clickjacking',
  area: 'security',
  right:
    'The tenant sends headers against clickjacking: its flag disable_clickjack_protection_headers is false',
  scopes: ['read:tenant_settings'],
  look: ({ clickjackingHeadersOff: off }) =>
    whenKnown(off, (isOff) =>
      isOff === false
        ? [ok(null, 'The tenant sends the headers.')]
        : [
            warning(
              null,
              isOff === true
                ? 'The tenant sends no headers against clickjacking: any site can show the page in a frame.'
                : 'The tenant does not say whether it sends headers against clickjacking; older ones send none.',
              {
                dashboard:
                  'Settings > Advanced > Migrations: turn off Disable clickjacking protection for Classic Universal Login.',
                command: `auth0 api patch "tenants/settings" --data '{"flags":{"disable_clickjack_protection_headers":false}}'`,
              },
            ),
          ],
    ),
};
