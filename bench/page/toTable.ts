import type { Measures } from './Measures.ts';
import { caches } from './measureAll.ts';
import { type ProfileName, profiles } from './profiles.ts';
import type { Results } from './Results.ts';

const ROWS: readonly [label: string, key: keyof Measures][] = [
  ['usable input, ms', 'usableMs'],
  ['first contentful paint, ms', 'fcpMs'],
  ['bytes over the wire', 'bytes'],
  ['requests before the input', 'requests'],
  ['layout shift', 'layoutShift'],
  ['long tasks', 'longTasks'],
  ['long tasks, ms in all', 'longTasksMs'],
  ['longest task, ms', 'longestTaskMs'],
];

/** The figures of both pages, and each target with whether it is met. */
export function toTable({ medians, size, targets, runs }: Results): string {
  const { ours, stock } = size;
  const names = Object.keys(profiles) as ProfileName[];
  const visits = names.flatMap((profile) =>
    caches.flatMap((cache) => {
      const pages = medians[profile][cache];
      return [
        [''],
        [`${profiles[profile].name}, ${cache} cache`, 'ours', 'stock', 'ratio'],
        ...ROWS.map(([label, key]) => row(label, pages.ours[key], pages.stock[key])),
      ];
    }),
  );
  return lines([
    [`medians of ${runs} visits`, 'ours', 'stock', 'ratio'],
    row('gzipped bytes of the whole page', ours.gzipBytes, stock.gzipBytes),
    row('API body bytes', ours.apiBodyBytes, stock.apiBodyBytes),
    ...visits,
    [''],
    ['targets', 'is', 'at most', ''],
    ...targets.map(({ name, kind, value, atMost, met }) => {
      const unit = kind === 'ratio' ? 'x' : '';
      return [name, `${shown(value)}${unit}`, `${atMost}${unit}`, met ? 'met' : 'MISSED'];
    }),
  ]);
}

const row = (label: string, ours: number, stock: number): string[] => [
  label,
  shown(ours),
  shown(stock),
  stock === 0 ? '' : (ours / stock).toFixed(3),
];

const shown = (number: number): string => number.toLocaleString('en', { maximumFractionDigits: 4 });

function lines(rows: readonly string[][]): string {
  const width = Math.max(...rows.map(([label = '']) => label.length));
  const line = ([label = '', ...cells]: string[]): string =>
    [label.padEnd(width), ...cells.map((cell) => cell.padStart(11))].join('').trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}
