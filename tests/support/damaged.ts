import fc from 'fast-check';
import { isPlainObject } from '../../src/settings/isPlainObject.ts';

/** A value, or something else anywhere in it: `null`, nothing, another kind of thing, one key more. */
export function damaged(value: unknown): fc.Arbitrary<unknown> {
  const inside = Array.isArray(value)
    ? fc.tuple(...value.map(damaged))
    : isPlainObject(value)
      ? fc
          .tuple(
            fc.record(Object.fromEntries(Object.entries(value).map(([key, it]) => [key, damaged(it)]))),
            fc.jsonValue(),
          )
          .map(([fields, more]) => ({ ...fields, more }))
      : fc.constant(value);
  return fc.oneof(
    { weight: 12, arbitrary: inside },
    { weight: 1, arbitrary: fc.constantFrom(null, undefined) },
    { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) },
  );
}
