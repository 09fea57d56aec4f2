import names from 'color-name';

type Rgb = readonly [red: number, green: number, blue: number];

const HEX = /^#([0-9a-f]{3,8})$/i;
const FUNCTION = /^(rgb|hsl)a?\((.+)\)$/i;

/**
 * A CSS colour as the settings take it (hex, `rgb()`, `hsl()` or a name) in red, green and blue from 0 to 255;
 * one that lets something through, as it looks on white. `null` for anything else.
 */
export function colourInRgb(text: string): Rgb | null {
  const name = text.toLowerCase();
  if (Object.hasOwn(names, name)) return names[name] ?? null;
  const hex = HEX.exec(text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const [, kind = '', inside = ''] = FUNCTION.exec(text) ?? [];
  const parts = inside.split(/[\s,/]+/).filter((part) => part !== '');
  if (parts.length < 3) return null;
  const [first = '', second = '', third = '', alpha = '1'] = parts;
  const opaque: Rgb =
    kind.toLowerCase() === 'hsl'
      ? fromHsl(Number.parseFloat(first), share(second), share(third))
      : [channel(first), channel(second), channel(third)];
  return onWhite(opaque, share(alpha));
}

function fromHex(digits: string): Rgb | null {
  const long = digits.length < 6 ? [...digits].map((digit) => digit + digit).join('') : digits;
  if (long.length !== 6 && long.length !== 8) return null;
  const part = (at: number) => Number.parseInt(long.slice(at, at + 2), 16);
  return onWhite([part(0), part(2), part(4)], long.length === 8 ? part(6) / 255 : 1);
}

/** @see https://www.w3.org/TR/css-color-4/#hsl-to-rgb */
function fromHsl(hue: number, saturation: number, lightness: number): Rgb {
  const part = (n: number) => {
    const k = (n + hue / 30) % 12;
    const reach = saturation * Math.min(lightness, 1 - lightness);
    return Math.round(255 * (lightness - reach * Math.max(-1, Math.min(k - 3, 9 - k, 1))));
  };
  return [part(0), part(8), part(4)];
}

function onWhite([red, green, blue]: Rgb, alpha: number): Rgb {
  const part = (value: number) => Math.round(value * alpha + 255 * (1 - alpha));
  return [part(red), part(green), part(blue)];
}

/** `50%` or `0.5`, held to what there is. */
function share(text: string): number {
  const value = Number.parseFloat(text) / (text.endsWith('%') ? 100 : 1);
  return Math.min(1, Math.max(0, value));
}

function channel(text: string): number {
  const value = text.endsWith('%') ? Number.parseFloat(text) * 2.55 : Number.parseFloat(text);
  return Math.min(255, Math.max(0, Math.round(value)));
}
