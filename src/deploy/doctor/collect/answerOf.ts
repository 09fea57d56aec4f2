import { oneLine } from '../../../settings/oneLine.ts';
import { ApiFailure, type ApiFailureKind } from '../../api/ApiFailure.ts';
import { type Answer, known } from '../Answer.ts';

/** Failures after which nothing else can be asked either. */
const FINAL: readonly ApiFailureKind[] = ['unreachable', 'untrusted', 'unauthorized'];

/**
 * What something that asks the Management API brings, or why nobody can tell.
 *
 * @param of - the tenant's domain, and the scope that it takes, such as `read:prompts`
 * @param missing - the answer to 404; without it, 404 is a failure
 * @throws ApiFailure when the tenant cannot be reached, or takes the credentials for none
 */
export async function answerOf<T>(
  { domain, scope }: { domain: string; scope: string },
  read: () => Promise<T>,
  missing?: T,
): Promise<Answer<T>> {
  try {
    return known(await read());
  } catch (error) {
    if (!(error instanceof ApiFailure) || FINAL.includes(error.kind)) throw error;
    if (error.kind === 'missing' && missing !== undefined) return known(missing);
    if (error.kind === 'plan')
      return { known: false, scope: null, reason: 'Your plan does not include it.', ofPlan: true };
    if (error.scopes.length === 0) return { known: false, scope: null, reason: reasonOf(error, domain) };
    const lacks = error.scopes.includes(scope) ? scope : (error.scopes[0] ?? scope);
    return { known: false, scope: lacks, reason: `The credentials lack the scope ${lacks}.` };
  }
}

/** The first line of a failure, without the domain, which stands over all results. */
function reasonOf({ message }: ApiFailure, domain: string): string {
  const [first = ''] = message.split('\n');
  const plain = oneLine(first.replace(`${domain}: `, ''), 240);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
