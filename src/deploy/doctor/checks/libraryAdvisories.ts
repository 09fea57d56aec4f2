import { ADVISORIES_AS_OF, type Advisory, advisories } from '../advisories.ts';
import type { Check } from '../Check.ts';
import { compareVersions } from '../compareVersions.ts';
import { replacePage } from '../fixes.ts';
import { isShown } from '../isShown.ts';
import type { Library } from '../Library.ts';
import { librariesOfBuilt, librariesOfLive } from '../librariesOfPage.ts';
import { type Fix, failed, type Outcome, ok, unknown, warning } from '../Outcome.ts';
import { nameOf } from '../PageFacts.ts';
import { whenKnown } from '../whenKnown.ts';

/** No known hole is in what the pages are made from: the live ones, and those in `dist/`. */
export const libraryAdvisories: Check = {
  id: 'library-advisories',
  area: 'libraries',
  right: 'Lock and auth0-js have none of the known holes (src/deploy/doctor/advisories.ts, with its date)',
  scopes: ['read:clients'],
  look: ({ pages, built }) => [
    ...whenKnown(pages, (all) =>
      all
        .filter(isShown)
        .map((page) => judge(nameOf(page), librariesOfLive(page, built), replacePage(page, built))),
    ),
    ...built.map((page) => judge(`dist/${page.page}.html`, librariesOfBuilt(page), update)),
  ],
};

const update: Fix = {
  dashboard: 'Nothing to do there.',
  command: 'npm install auth0-lock@latest && npm run build',
  note: "or lock.delivery 'inline' in login.config.ts, which takes auth0-js from here",
};

function judge(subject: string, libraries: readonly Library[], fix: Fix): Outcome {
  if (libraries.length === 0)
    return unknown(subject, 'Which Lock or auth0-js it holds cannot be told from its text.', fix);
  const versions = libraries.map(
    ({ name, version, orNewer }) =>
      `${name} ${version.replace(/(?:\.999)+$/, '')}${orNewer === true ? ' or newer' : ''}`,
  );
  const has = [...new Set(versions)].join(', ');
  const holes = advisories.filter((it) => libraries.some((library) => hasHole(library, it)));
  if (holes.length === 0) return ok(subject, `${has}: no known hole, as of ${ADVISORIES_AS_OF}.`);
  const reason = `${has}: ${holes.map(({ id, what, fixed }) => `${id} (${what}; mended in ${fixed})`).join(', ')}.`;
  return holes.some(({ where }) => where === 'login page')
    ? failed(subject, reason, fix)
    : warning(subject, `${reason} In a hosted login page that code does not run.`, fix);
}

const hasHole = (library: Library, advisory: Advisory): boolean =>
  library.name === advisory.package &&
  compareVersions(library.version, advisory.from) >= 0 &&
  compareVersions(library.version, advisory.fixed) < 0;
