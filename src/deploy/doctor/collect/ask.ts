import * as v from 'valibot';
import { oneLine } from '../../../settings/oneLine.ts';
import { ApiFailure, type ApiFailureKind } from '../../api/ApiFailure.ts';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import { type Answer, known } from '../Answer.ts';

type Sdk = Parameters<Parameters<ManagementApi['call']>[1]>[0];

/** Failures after which nothing else can be asked either. */
const FINAL: readonly ApiFailureKind[] = ['unreachable', 'untrusted', 'unauthorized'];

/** Something to ask the Management API for. */
export interface Question<Schema extends v.GenericSchema> {
  /** As in "could not …". */
  doing: string;
  /** What it takes, such as `read:prompts`. */
  scope: string;
  /** Of the answer. */
  schema: Schema;
  /** Reads, and nothing else. */
  request(sdk: Sdk): PromiseLike<unknown>;
  /** The answer to 404; without it, 404 is a failure. */
  missing?: v.InferOutput<Schema>;
}

/**
 * Asks the Management API for one thing.
 *
 * @returns what it is, or why nobody can tell
 * @throws ApiFailure when the tenant cannot be reached, or takes the credentials for none
 */
export async function ask<Schema extends v.GenericSchema>(
  api: ManagementApi,
  { doing, scope, schema, request, missing }: Question<Schema>,
): Promise<Answer<v.InferOutput<Schema>>> {
  try {
    const result = v.safeParse(schema, await api.call(doing, request));
    if (result.success) return known(result.output);
    return { known: false, scope: null, reason: `Could not ${doing}: the answer is not of the usual form.` };
  } catch (error) {
    if (!(error instanceof ApiFailure) || FINAL.includes(error.kind)) throw error;
    if (error.kind === 'missing' && missing !== undefined) return known(missing);
    if (error.scopes.length === 0) return { known: false, scope: null, reason: reasonOf(error, api) };
    const lacks = error.scopes.includes(scope) ? scope : (error.scopes[0] ?? scope);
    return { known: false, scope: lacks, reason: `The credentials lack the scope ${lacks}.` };
  }
}

/** The first line of a failure, without the domain, which stands over all results. */
function reasonOf({ message }: ApiFailure, { domain }: ManagementApi): string {
  const [first = ''] = message.split('\n');
  const plain = oneLine(first.replace(`${domain}: `, ''), 240);
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}
