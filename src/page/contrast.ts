/** Red, green and blue, each from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** What WCAG 2.2 asks of text of the size of a button's (1.4.3). */
export const READABLE = 4.5;

export const WHITE: Rgb = [255, 255, 255];
/** Text of the page. */
export const DARK: Rgb = [28, 35, 48];

/**
 * How much two colours differ in lightness, from 1 to 21.
 *
 * @see https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
 */
export function contrast(one: Rgb, other: Rgb): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

/** The colour itself where white text can be read on it, else the nearest darker one of the same hue. */
export function darkened(colour: Rgb): Rgb {
  for (let share = 1; share > 0; share -= 0.001) {
    const [red, green, blue] = colour;
    const shade = (part: number) => Math.floor(part * share);
    const candidate: Rgb = [shade(red), shade(green), shade(blue)];
    if (contrast(candidate, WHITE) >= READABLE) return candidate;
  }
  return [0, 0, 0];
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
