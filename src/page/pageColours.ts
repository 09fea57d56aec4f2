import { colour } from './colour.ts';
import type { Rgb } from './contrast.ts';
import { isRecord } from './isRecord.ts';
import type { PageData } from './PageData.ts';
import { readableButton } from './readableButton.ts';

/** Colours of the page. */
export interface PageColours {
  primary: string;
  /** Text on the primary colour. */
  onPrimary: string;
  /** A CSS colour or gradient; `null` leaves what the built style says. */
  background: string | null;
}

/**
 * The settings' colours and, where they leave one open, the dashboard's. Auth0 sends `colors.primary` and
 * `colors.page_background`, the latter a colour or, from the newer branding API, a gradient
 * `{type: 'linear-gradient', start, end, angle_deg}`. Whatever else stands there is dropped.
 *
 * The build has warned of a colour in the settings that text cannot be read on; the dashboard's nobody has
 * looked at with this page in mind, so it is corrected here.
 *
 * @param toRgb - a colour in numbers; `null` where that cannot be told
 */
export function pageColours(
  brand: PageData['brand'],
  colors: unknown,
  toRgb: (colour: string) => Rgb | null,
): PageColours {
  const sent = isRecord(colors) ? colors : {};
  return {
    ...button(brand, colour(sent['primary']), toRgb),
    background: brand.background === undefined ? background(sent['page_background']) : null,
  };
}

function button(
  { primaryColor, fallbackColor }: PageData['brand'],
  sent: string | null,
  toRgb: (colour: string) => Rgb | null,
): Pick<PageColours, 'primary' | 'onPrimary'> {
  if (primaryColor !== undefined || sent === null) {
    return { primary: primaryColor ?? fallbackColor, onPrimary: '#fff' };
  }
  const rgb = toRgb(sent);
  if (rgb === null) return { primary: sent, onPrimary: '#fff' };
  const readable = readableButton(rgb);
  const css = (of: Rgb) => `rgb(${of.join(', ')})`;
  return { primary: css(readable.colour), onPrimary: css(readable.text) };
}

function background(value: unknown): string | null {
  if (!isRecord(value)) return colour(value);
  const start = colour(value['start']);
  const end = colour(value['end']);
  const angle = value['angle_deg'];
  if (start === null || end === null) return start ?? end;
  const degrees = typeof angle === 'number' && Number.isFinite(angle) ? angle : 180;
  return `linear-gradient(${degrees}deg, ${start}, ${end})`;
}
