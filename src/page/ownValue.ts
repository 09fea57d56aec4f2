/**
 * `record[key]` when the record itself has it. What a request sends may be keyed by it, so a name such as
 * `__proto__` or `constructor` must not find what every object inherits.
 */
export function ownValue<T>(record: Readonly<Record<string, T>>, key: string): T | undefined {
  return new Map(Object.entries(record)).get(key);
}
