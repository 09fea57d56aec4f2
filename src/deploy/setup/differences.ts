import { isDeepStrictEqual } from 'node:util';
import { describe } from '../../settings/describe.ts';
import { isPlainObject } from '../../settings/isPlainObject.ts';
import { oneLine } from '../../settings/oneLine.ts';
import type { Difference } from './Difference.ts';
import { isSecretOption } from './isSecretOption.ts';

/**
 * What differs between two objects, value by value; what only `before` has is none, since it stays.
 *
 * @param of - what they are
 * @param secrets - values of placeholders such as `##TWILIO_SID##`
 */
export function differences(
  of: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  secrets: Readonly<Record<string, string>> = {},
  path = '',
): Difference[] {
  return Object.entries(after).flatMap(([key, value]) => {
    const at = path === '' ? key : `${path}.${key}`;
    const was = before[key];
    if (isPlainObject(value)) return differences(of, isPlainObject(was) ? was : {}, value, secrets, at);
    const placeholder = typeof value === 'string' ? /^##(\w+)##$/.exec(value)?.[1] : undefined;
    const will = placeholder === undefined ? value : secrets[placeholder];
    if (isSame(was, will)) return [];
    if (isSecretOption(key)) {
      const isUntold = was === undefined;
      return [{ of, path: at, before: isUntold ? null : '(not shown)', after: 'set, not shown', isUntold }];
    }
    return [{ of, path: at, before: was === undefined ? null : text(was), after: text(will) }];
  });
}

/** Lists of shields, addresses and the like have no order. */
function isSame(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return isDeepStrictEqual(a, b);
  return isDeepStrictEqual([...a].sort(), [...b].sort());
}

const text = (value: unknown): string => {
  const all = typeof value === 'string' ? value : '';
  return all.length > 60
    ? `${describe(oneLine(all, 40))} (${all.length} characters)`
    : oneLine(describe(value));
};
