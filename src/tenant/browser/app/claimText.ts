/** Claims that are seconds since 1970. */
const TIMES = ['iat', 'exp', 'auth_time'];

/** A claim as people read it. */
export function claimText(name: string, value: unknown): string {
  if (typeof value === 'number' && TIMES.includes(name)) {
    return `${value} (${new Date(value * 1_000).toLocaleString()})`;
  }
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
