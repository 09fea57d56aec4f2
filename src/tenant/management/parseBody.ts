import * as v from 'valibot';
import type { TenantState } from '../http/TenantContext.ts';
import { apiErrors } from './ApiError.ts';

/**
 * Checks the body of a request.
 *
 * @param state - the request's, which says whether its body was a JSON object
 * @param readOnly - fields that the resource has and a request may not set
 * @throws ApiError `invalid_body` that names the first field that is wrong, or says that there are none
 */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  { body, malformed }: Pick<TenantState, 'body' | 'malformed'>,
  readOnly: readonly string[] = [],
): v.InferOutput<Schema> {
  if (malformed) throw apiErrors.invalidBody('Expected type object');
  const extra = readOnly.find((field) => Object.hasOwn(body, field));
  if (extra !== undefined) throw apiErrors.invalidBody(`Additional properties not allowed: ${extra}`);
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = v.getDotPath(issue) ?? '';
  throw apiErrors.invalidBody(
    issue.received === 'undefined'
      ? `Missing required property: ${path}`
      : `Expected type ${issue.expected ?? 'another'} but found ${issue.received} on property ${path}`,
  );
}

/** A body that is an array, which `ctx.state.body` never is; `null` where it is not JSON. */
export function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return null;
  }
}
