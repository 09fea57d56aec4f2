import { type ProfileName, profiles } from './profiles.ts';
import type { Results } from './Results.ts';

const WIDTH = 640;
const BARS_AT = 250;
const BARS_WIDTH = 260;
const ROW = 22;
const BAR = 16;
const GAP = 12;
const TOP = 88;

/** A panel of its own colour, so that the text is readable whatever the page around it looks like. */
const STYLE = `
    text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328; }
    .title { font-size: 16px; font-weight: 600; }
    .note { fill: #59636e; }
    .panel { fill: #ffffff; stroke: #d1d9e0; }
    .ours { fill: #0969da; }
    .stock { fill: #818b98; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .note { fill: #9198a1; }
      .panel { fill: #0d1117; stroke: #3d444d; }
      .ours { fill: #4493f8; }
    }`;

/** Two bars, to a scale of their own: the longer one fills the width. */
interface Pair {
  label: string;
  unit: string;
  ours: number;
  stock: number;
}

/**
 * Draws the results as pairs of bars.
 *
 * @returns an SVG document
 */
export function plot({ runs, size, medians, chromium }: Results): string {
  const names = Object.keys(profiles) as ProfileName[];
  const timed = (what: string, key: 'usableMs' | 'fcpMs'): Pair[] =>
    names.map((profile) => {
      const { ours, stock } = medians[profile].cold;
      return { label: `${what}, ${profiles[profile].name}`, unit: 'ms', ours: ours[key], stock: stock[key] };
    });
  const pairs: Pair[] = [
    ...timed('Usable input', 'usableMs'),
    ...timed('First paint', 'fcpMs'),
    {
      label: 'Whole page, gzipped',
      unit: 'kB',
      ours: Math.round(size.ours.gzipBytes / 1000),
      stock: Math.round(size.stock.gzipBytes / 1000),
    },
  ];
  const { ours, stock } = medians.slowPhone.cold;
  const height = TOP + pairs.length * (2 * ROW + GAP) + 6;
  const title = `Slow phone: usable in ${(ours.usableMs / stock.usableMs).toFixed(2)} times the stock page’s time`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
  <style>${STYLE}
  </style>
  <rect class="panel" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
  <text class="title" id="title" x="20" y="34">${title}</text>
  <text class="note" x="20" y="58">Medians of ${runs} visits, empty cache, less is better, each pair to its own scale, Chromium ${chromium.replace(/\..*/, '')}</text>
${pairs.map(pairOfBars).join('\n')}
</svg>
`;
}

function pairOfBars({ label, unit, ours, stock }: Pair, index: number): string {
  const y = TOP + index * (2 * ROW + GAP);
  const longest = Math.max(ours, stock);
  const bar = (kind: 'ours' | 'stock', value: number, top: number): string => {
    const width = Math.max(2, (value / longest) * BARS_WIDTH);
    const base = top + BAR - 4;
    return `  <rect class="${kind}" x="${BARS_AT}" y="${top}" width="${width.toFixed(1)}" height="${BAR}" rx="3"/>
  <text x="${(BARS_AT + width + 8).toFixed(1)}" y="${base}">${value.toLocaleString('en')} ${unit}<tspan class="note"> ${kind}</tspan></text>`;
  };
  return `  <text x="${BARS_AT - 12}" y="${y + ROW + 1}" text-anchor="end">${label}</text>
${bar('ours', ours, y)}
${bar('stock', stock, y + ROW)}`;
}
