import type * as v from 'valibot';
import type { ManagementApi } from '../../api/ManagementApi.ts';
import type { Answer } from '../Answer.ts';
import { answerOf } from './answerOf.ts';

type Sdk = Parameters<Parameters<ManagementApi['call']>[1]>[0];

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
export function ask<Schema extends v.GenericSchema>(
  api: ManagementApi,
  { doing, scope, schema, request, missing }: Question<Schema>,
): Promise<Answer<v.InferOutput<Schema>>> {
  return answerOf({ domain: api.domain, scope }, () => api.read(doing, schema, request), missing);
}
