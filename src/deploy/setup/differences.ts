import { isDeepStrictEqual } from 'node:util';
import { describe } from '../../settings/describe.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { oneLine } from '../../settings/oneLine.ts';
import { isSecretOption } from './isSecretOption.ts';

/** One value that a setup changes. */
export interface Difference {
  /** Where it is: `totp.length`; empty for the whole. */
  path: string;
  /** For people; `null` where there was nothing. */
  before: string | null;
  after: string;
  /** A secret that the tenant does not tell, so that whether it differs cannot be seen. */
  isUntold?: boolean;
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * What differs between two objects, value by value. What only `before` has stays, and is not a difference.
 *
 * @param secrets - values of placeholders such as `##TWILIO_SID##`
 */
export function differences(
  before: Fields,
  after: Fields,
  secrets: Readonly<Record<string, string>> = {},
  path = '',
): Difference[] {
  return Object.entries(after).flatMap(([key, value]): Difference[] => {
    const at = path === '' ? key : `${path}.${key}`;
    // The API says `null` where there is nothing.
    const was = before[key] ?? undefined;
    if (isPlainObject(value)) return differences(isPlainObject(was) ? was : {}, value, secrets, at);
    const will = filledIn(value, secrets);
    if (isSame(was, will)) return [];
    if (isSecretOption(key)) {
      const isUntold = was === undefined;
      return [{ path: at, before: isUntold ? null : '(not shown)', after: 'set, not shown', isUntold }];
    }
    return [{ path: at, before: was === undefined ? null : text(was), after: text(will) }];
  });
}

/** Values with their placeholders filled in, however deep they are. */
export function filledIn(value: unknown, secrets: Readonly<Record<string, string>>): unknown {
  if (Array.isArray(value)) return value.map((item) => filledIn(item, secrets));
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([key, it]) => [key, filledIn(it, secrets)]));
  }
  const name = typeof value === 'string' ? /^##(\w+)##$/.exec(value)?.[1] : undefined;
  return name === undefined ? value : (secrets[name] ?? value);
}

/** Lists of shields, addresses and the like have no order; one that is absent is empty. */
function isSame(was: unknown, will: unknown): boolean {
  const list = was ?? [];
  if (!Array.isArray(list) || !Array.isArray(will)) return isDeepStrictEqual(was, will);
  return isDeepStrictEqual([...list].sort(), [...will].sort());
}

const text = (value: unknown): string => {
  const all = typeof value === 'string' ? value : '';
  return all.length > 60
    ? `${describe(oneLine(all, 40))} (${all.length} characters)`
    : oneLine(describe(value));
};
