import { isPlainObject } from './isPlainObject.ts';

/** A text of the settings that is probably an environment variable's, which is not set. */
export interface UnsetText {
  /** Such as `brand.name`. */
  key: string;
  value: unknown;
}

/** What to do about it. */
export const UNSET =
  "It may come from an environment variable that is not set: set it, give it a default (process.env.NAME ?? 'Acme'), or leave the key out.";

/** Whether a value is what is left of a variable that is not set, also within a text. */
export const isUnset = (value: unknown): boolean =>
  value === undefined ||
  (typeof value === 'string' && (/^(?:\s*|null)$/.test(value) || /\bundefined\b/.test(value)));

/**
 * Texts that the schema takes, and that would be missing from the page without a word, or be in it:
 * `brand: { name: undefined }`, `https://undefined/terms`. Other keys may be `undefined`, as if they were left out.
 */
export function unsetTexts(input: unknown): UnsetText[] {
  if (!isPlainObject(input)) return [];
  // What a page says, and what Lock is given, may be any text.
  const { texts: _texts, lock: _lock, ...others } = input;
  return Object.entries(others)
    .flatMap(([key, value]) => leavesOf(key, value))
    .filter(({ key, value }) =>
      value === undefined ? /^(?:brand\.|defaultCountry$)/.test(key) : isUnset(value),
    );
}

function leavesOf(key: string, value: unknown): UnsetText[] {
  if (!isPlainObject(value) && !Array.isArray(value)) return [{ key, value }];
  return Object.entries(value).flatMap(([name, inner]) => leavesOf(`${key}.${name}`, inner));
}
