/** A value as the user would write it, cut to a line. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint' || typeof value === 'symbol') return `a ${typeof value}`;
  const text = typeof value === 'number' ? String(value) : writeJson(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

function writeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return 'an object that is not JSON';
  }
}
