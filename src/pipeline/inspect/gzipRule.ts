import { count } from '../../settings/count.ts';
import { biggest } from './biggest.ts';
import type { Rule } from './Rule.ts';

/** What a visitor downloads stays within the budget; the page is not cached, so it is every visit. */
export const gzipRule: Rule = {
  code: 'gzip',
  check({ gzipBytes, expected }) {
    if (expected === undefined || gzipBytes <= expected.budget.gzip) return [];
    return [
      {
        severity: 'error',
        what: `The page has ${count(gzipBytes)} bytes gzipped, over the budget of ${count(expected.budget.gzip)}.${biggest(expected)}`,
        fix: 'Name the connections that you offer in connections.allow, which drops the other social icons; hold fewer languages; or raise budget.gzip.',
      },
    ];
  },
};
