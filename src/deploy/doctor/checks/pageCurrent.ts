import type { BuiltPage } from '../BuiltPage.ts';
import type { Check } from '../Check.ts';
import { replacePage } from '../fixes.ts';
import { isShown } from '../isShown.ts';
import { failed, type Outcome, ok, unknown, warning } from '../Outcome.ts';
import { nameOf, type PageFacts } from '../PageFacts.ts';
import { whenKnown } from '../whenKnown.ts';

/** The page is ours, and the one that was built last. */
export const pageCurrent: Check = {
  id: 'page-current',
  area: 'page',
  right: 'The page is, byte for byte, one that dist/ holds',
  scopes: ['read:clients'],
  look: ({ pages, built }) =>
    whenKnown(pages, (all) => all.filter(isShown).map((page) => compare(page, built))),
};

function compare(page: PageFacts, built: readonly BuiltPage[]): Outcome {
  const subject = nameOf(page);
  if (!page.isOurs) {
    return failed(
      subject,
      'It was not built by this project: nothing here has tested it.',
      replacePage(page, built),
    );
  }
  if (!page.isWhole) {
    return warning(
      subject,
      'It is ours, and was changed since it was built: nothing here has tested it so.',
      replacePage(page, built),
    );
  }
  if (built.length === 0) {
    return unknown(subject, 'It is ours; dist/ holds no page to compare it with.', {
      dashboard: 'Nothing to do there.',
      command: 'npm run build',
    });
  }
  const same = built.find(({ sha256 }) => sha256 === page.sha256);
  if (same !== undefined) return ok(subject, `It is dist/${same.page}.html, byte for byte.`);
  const pasted = built.find(({ sha256 }) => page.hashesBefore.includes(sha256));
  if (pasted !== undefined)
    return ok(subject, `It is dist/${pasted.page}.html, except for its line endings.`);
  const names = built.map((it) => `dist/${it.page}.html`).join(', ');
  return warning(subject, `It is ours, of another build than ${names}.`, replacePage(page, built));
}
