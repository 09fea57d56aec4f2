import * as v from 'valibot';
import { count } from './count.ts';
import { isPlainObject } from './isPlainObject.ts';

/** A text that may be left out. */
export const text = (allowed: string, fits: (value: string) => boolean) =>
  v.optional(v.pipe(v.string(allowed), v.check(fits, allowed)));

/** One of several texts. */
export const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, options.map((option) => JSON.stringify(option)).join(' or '));

/** A whole number that may be left out. @param of - what it counts: `bytes` */
export const wholeNumber = (of: string, least: number, most: number) => {
  const range = Number.isFinite(most)
    ? `from ${count(least)} to ${count(most)}`
    : `of at least ${count(least)}`;
  const allowed = `a whole number of ${of} ${range}`;
  return v.optional(
    v.pipe(v.number(allowed), v.integer(allowed), v.minValue(least, allowed), v.maxValue(most, allowed)),
  );
};

/**
 * A plain object; lists, maps and promises are none, which valibot alone would not mind. Unknown keys are
 * `settingsProblems`' matter, which tells all of them at once.
 */
export function section<const Entries extends v.ObjectEntries>(entries: Entries, allowed = 'an object') {
  return v.pipe(
    v.custom<v.InferInput<v.ObjectSchema<Entries, string>>>(isPlainObject, allowed),
    v.object(entries, allowed),
  );
}
