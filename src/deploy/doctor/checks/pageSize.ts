import { count } from '../../../settings/count.ts';
import { API_BODY_LIMIT } from '../../../settings/limits.ts';
import type { Check } from '../Check.ts';
import { isShown } from '../isShown.ts';
import { failed, type Outcome, ok, warning } from '../Outcome.ts';
import { nameOf } from '../PageFacts.ts';
import { whenKnown } from '../whenKnown.ts';

/** From here on a change of a few words may be one too many. */
const NEAR = 0.9;

/** The pages fit into a request of the Management API: the live one, and what is to be deployed. */
export const pageSize: Check = {
  id: 'page-size',
  area: 'page',
  right: `The page fits into a request of the Management API, ${count(API_BODY_LIMIT)} bytes of JSON`,
  scopes: ['read:clients'],
  look: ({ pages, built }) => [
    ...whenKnown(pages, (all) => all.filter(isShown).map((page) => measure(nameOf(page), page.apiBodyBytes))),
    ...built.map(({ page, bytes }) => measure(`dist/${page}.html`, bytes.apiBody)),
  ],
};

function measure(subject: string, bytes: number): Outcome {
  const of = `${count(bytes)} of ${count(API_BODY_LIMIT)} bytes`;
  if (bytes > API_BODY_LIMIT) return failed(subject, `${of}: Auth0 refuses it.`, smaller);
  if (bytes > API_BODY_LIMIT * NEAR) return warning(subject, `${of}: there is little room left.`, smaller);
  return ok(subject, `${of}.`);
}

const smaller = {
  dashboard: 'Nothing to do there: the limit is not a setting.',
  command: 'node build.mjs --explain',
  note: "shows what takes the bytes; lock.renderer 'preact' or lock.delivery 'cdn' saves the most",
};
