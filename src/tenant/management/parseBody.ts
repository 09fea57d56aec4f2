import * as v from 'valibot';
import { apiErrors } from './ApiError.ts';

/**
 * Checks the body of a request.
 *
 * @param readOnly - fields that the resource has and a request may not set
 * @throws ApiError `invalid_body` that names the first field that is wrong
 */
export function parseBody<Schema extends v.GenericSchema>(
  schema: Schema,
  body: Readonly<Record<string, unknown>>,
  readOnly: readonly string[] = [],
): v.InferOutput<Schema> {
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
