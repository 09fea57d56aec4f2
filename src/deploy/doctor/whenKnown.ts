import type { Answer, Unanswered } from './Answer.ts';
import { type Fix, type Outcome, unknown } from './Outcome.ts';

/** What a check says of an answer: of what it is, or that it is not known, and how it would be. */
export function whenKnown<T>(
  answer: Answer<T>,
  look: (value: T) => Outcome[],
  subject: string | null = null,
): Outcome[] {
  return answer.known ? look(answer.value) : [unanswered(answer, subject)];
}

/** The outcome of what could not be looked up. */
function unanswered({ reason, scope, ofPlan }: Unanswered, subject: string | null): Outcome {
  if (ofPlan === true) return unknown(subject, reason, seePlan);
  return unknown(subject, reason, scope === null ? tryAgain : grant(scope), scope);
}

const seePlan: Fix = {
  dashboard: 'Settings > Subscription: your plan, and what the others have.',
  command: 'npm run doctor',
  note: 'says no more as long as the plan is the same',
};

const tryAgain: Fix = {
  dashboard: 'Look it up there, since the Management API did not tell.',
  command: 'npm run doctor',
  note: 'again, in a while',
};

/**
 * A grant is changed as a whole: whoever sends one scope alone takes the others away.
 *
 * @see https://auth0.com/docs/api/management/v2/client-grants/patch-client-grants-by-id
 */
const grant = (scope: string): Fix => ({
  dashboard: `Applications > APIs > Auth0 Management API > Machine to Machine Applications > the application of AUTH0_CLIENT_ID: tick ${scope}, Update.`,
  command: 'auth0 api get "client-grants?client_id=$AUTH0_CLIENT_ID"',
  note: `then auth0 api patch "client-grants/ID", with id and scope from there: all that it has, and ${scope}`,
});
