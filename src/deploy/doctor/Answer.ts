/** Something that was looked up: what it is, or why nobody could tell. */
export type Answer<T> = { known: true; value: T } | Unanswered;

/** Why nothing is known. */
export interface Unanswered {
  known: false;
  /** A sentence: what kept it from being read. */
  reason: string;
  /** The scope that the credentials lack, such as `read:clients`; `null` when it was something else. */
  scope: string | null;
  /** Whether the tenant's plan lacks it, which no second try mends. */
  ofPlan?: boolean;
}

export const known = <T>(value: T): Answer<T> => ({ known: true, value });

/** Goes on from an answer to the next one; what is not known stays so. */
export function mapAnswer<T, U>(answer: Answer<T>, next: (value: T) => U): Answer<U> {
  return answer.known ? known(next(answer.value)) : answer;
}

/** Both answers, or why the first that is missing is. */
export function both<T, U>(first: Answer<T>, second: Answer<U>): Answer<[T, U]> {
  if (!first.known) return first;
  return second.known ? known([first.value, second.value]) : second;
}
