import { colour } from './colour.ts';
import { isRecord } from './isRecord.ts';
import type { PageData } from './PageData.ts';

/** Colours of the page. */
export interface PageColours {
  primary: string;
  /** A CSS colour or gradient; `null` leaves what the built style says. */
  background: string | null;
}

/**
 * The settings' colours and, where they leave one open, the dashboard's. Auth0 sends `colors.primary` and
 * `colors.page_background`, the latter a colour or, from the newer branding API, a gradient
 * `{type: 'linear-gradient', start, end, angle_deg}`. Whatever else stands there is dropped.
 */
export function pageColours(brand: PageData['brand'], colors: unknown): PageColours {
  const sent = isRecord(colors) ? colors : {};
  return {
    primary: brand.primaryColor ?? colour(sent['primary']) ?? brand.fallbackColor,
    background: brand.background === undefined ? background(sent['page_background']) : null,
  };
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
