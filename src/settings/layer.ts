/** Lays `over` on `base`: objects field by field, anything else as a whole; `undefined` takes a field out. */
export function layer(
  base: Readonly<Record<string, unknown>>,
  over: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const result = { ...base };
  for (const [key, value] of Object.entries(over)) {
    const known = result[key];
    if (value === undefined) delete result[key];
    else result[key] = isObject(known) && isObject(value) ? layer(known, value) : value;
  }
  return result;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
