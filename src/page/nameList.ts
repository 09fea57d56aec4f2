/** More names than any application has connections; a bound on what one request can make us read. */
const MOST_NAMES = 50;

/**
 * Reads a list of connection names as a request may send it: a string, split at commas, or an array.
 * Names are trimmed, empty and repeated ones dropped, the order kept, at most 50 read; anything that is
 * neither a string nor an array is an empty list, and so is what in an array is not a string.
 */
export function nameList(value: unknown): string[] {
  const parts: unknown[] = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  const names = new Set<string>();
  for (const part of parts) {
    const name = typeof part === 'string' ? part.trim() : '';
    if (name !== '') names.add(name);
    if (names.size === MOST_NAMES) break;
  }
  return [...names];
}
