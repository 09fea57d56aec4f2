/** A JSON object, such as a resource of the Management API. */
export type Fields = Readonly<Record<string, unknown>>;

/**
 * What a PATCH of the Management API leaves: objects are merged at every depth, `null` removes a field, and anything
 * else, a list included, replaces what was there.
 */
export function merged(current: Fields, changes: Fields): Record<string, unknown> {
  const fields = new Map(Object.entries(current));
  for (const [name, change] of Object.entries(changes)) {
    const before = fields.get(name);
    if (change === null) fields.delete(name);
    else if (isFields(change)) fields.set(name, merged(isFields(before) ? before : {}, change));
    else if (change !== undefined) fields.set(name, change);
  }
  return Object.fromEntries(fields);
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What was sent, each of its objects with what it lacks of the object of the same name in `parts`. */
export function completed(given: Fields, parts: Fields): Record<string, unknown> {
  const entries = Object.entries(given).map(([name, value]) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    return [name, isFields(value) && isFields(part) ? merged(part, value) : value];
  });
  return Object.fromEntries(entries);
}
