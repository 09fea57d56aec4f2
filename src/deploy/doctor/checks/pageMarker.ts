import { MARKER } from '../../../settings/marker.ts';
import type { Check } from '../Check.ts';
import { replacePage } from '../fixes.ts';
import { isShown } from '../isShown.ts';
import { failed, ok } from '../Outcome.ts';
import { nameOf } from '../PageFacts.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * The page still has Auth0's marker: auth0-deploy-cli replaces it by a mapping or an environment variable
 * that is called `config` (`src/tools/utils.ts`), and then no login works.
 */
export const pageMarker: Check = {
  id: 'page-marker',
  area: 'page',
  right: `The page holds ${MARKER}, which Auth0 replaces by what the page must know of the login`,
  scopes: ['read:clients'],
  look: ({ pages, built }) =>
    whenKnown(pages, (all) =>
      all.filter(isShown).map((page) => {
        if (page.markers > 0) return ok(nameOf(page), `It holds ${MARKER}.`);
        return failed(
          nameOf(page),
          `${MARKER} is not in it, so it knows of no login. A mapping or an environment variable called config makes auth0-deploy-cli replace it.`,
          replacePage(page, built),
        );
      }),
    ),
};
