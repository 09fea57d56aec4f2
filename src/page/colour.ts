const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const FUNCTIONAL = /^(?:rgb|hsl)a?\(\s*\d*\.?\d+(?:deg)?%?(?:[\s,/]+\d*\.?\d+%?){2,3}\s*\)$/i;
const NAMED = /^[a-z]{3,20}$/i;

/** `value` when it is one CSS colour and nothing else (hex, rgb(), hsl() or a name), else `null`. */
export function colour(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 64) return null;
  const text = value.trim();
  if (!(HEX.test(text) || FUNCTIONAL.test(text) || NAMED.test(text))) return null;
  // A name that is none would leave white text on nothing.
  const canTell = typeof CSS !== 'undefined' && typeof CSS.supports === 'function';
  return canTell && !CSS.supports('color', text) ? null : text;
}
