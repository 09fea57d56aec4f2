import { count } from '../../settings/count.ts';
import { API_BODY_LIMIT } from '../../settings/limits.ts';
import { biggest } from './biggest.ts';
import type { Rule } from './Rule.ts';

/** The page fits into a Management API request, and into the team's own budget for it. */
export const apiBodyRule: Rule = {
  code: 'api-body',
  check({ apiBodyBytes, expected }) {
    const budget = expected?.budget.apiBody ?? API_BODY_LIMIT;
    if (apiBodyBytes > API_BODY_LIMIT) {
      return [
        {
          severity: 'error',
          what: `The Management API body has ${count(apiBodyBytes)} bytes; Auth0 takes at most ${count(API_BODY_LIMIT)}.${biggest(expected)}`,
          fix: "Use lock.renderer 'preact', name only the connections that you offer in connections.allow (which drops the other social icons), or lock.delivery 'cdn'.",
        },
      ];
    }
    if (apiBodyBytes <= budget) return [];
    return [
      {
        severity: 'error',
        what: `The Management API body has ${count(apiBodyBytes)} bytes, over the budget of ${count(budget)}.${biggest(expected)}`,
        fix: `Make the page smaller, or raise budget.apiBody; Auth0's limit is ${count(API_BODY_LIMIT)}.`,
      },
    ];
  },
};
