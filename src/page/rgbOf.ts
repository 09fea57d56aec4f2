import type { Rgb } from './contrast.ts';

const COMPUTED = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/;

/** What a CSS colour looks like on white, in numbers, as the browser has them; `null` where it does not say. */
export function rgbOf(colour: string): Rgb | null {
  const probe = document.createElement('span');
  probe.style.color = colour;
  document.body.append(probe);
  const computed = COMPUTED.exec(getComputedStyle(probe).color);
  probe.remove();
  if (computed === null) return null;
  const [, red, green, blue, alpha = '1'] = computed;
  const onWhite = (part = '0') => Math.round(Number(part) * Number(alpha) + 255 * (1 - Number(alpha)));
  return [onWhite(red), onWhite(green), onWhite(blue)];
}
