import type { Check } from '../Check.ts';
import { replacePage } from '../fixes.ts';
import { isShown } from '../isShown.ts';
import { failed, ok } from '../Outcome.ts';
import { nameOf } from '../PageFacts.ts';
import { whenKnown } from '../whenKnown.ts';

/** The page is turned on. */
export const pageOn: Check = {
  id: 'page-on',
  area: 'page',
  right: "A customised login page is on and not empty: the tenant's, or the application's own",
  scopes: ['read:clients'],
  look: ({ pages, built }) =>
    whenKnown(pages, (all) =>
      all.map((page) => {
        const subject = nameOf(page);
        if (isShown(page)) return ok(subject, 'It is on.');
        const what = page.on ? 'It is on, and empty' : 'It is off';
        return failed(subject, `${what}: Auth0 shows a page of its own.`, replacePage(page, built));
      }),
    ),
};
