import { CHANGES } from './rebuilds.mjs';

/** What goes into `results.json`: nothing of it names the machine or the day. */
export function toResults({ runs, node, versions, ours, vite, rebuild }) {
  const { settings, style, script } = rebuild;
  return {
    node,
    ...versions,
    runs,
    coldBuild: {
      oursToVite: round(ours.median / vite.median, 2),
      oursMedianMs: round(ours.median),
      viteMedianMs: round(vite.median),
    },
    rebuildMedianMs: {
      settings: round(settings.median),
      style: round(style.median),
      script: round(script.median),
    },
  };
}

/** The table of both builds, the ratio of their medians, and the rebuild times. */
export function toTable({ ours, vite, rebuild }) {
  const rows = [
    ['cold build, ms', 'median', 'min', 'max'],
    row('ours', ours),
    row('vite', vite),
    ['ours / vite', (ours.median / vite.median).toFixed(2), '', ''],
    ['', '', '', ''],
    ['rebuild of ours, ms', 'median', 'min', 'max'],
    ...Object.entries(rebuild).map(([kind, summary]) => row(`${kind} (${CHANGES[kind].file})`, summary)),
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const line = ([name, ...cells]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(8))].join('').trimEnd();
  return `${rows.map(line).join('\n')}\n`;
}

function row(name, { median, min, max }) {
  return [name, ...[median, min, max].map((ms) => String(round(ms)))];
}

function round(number, digits = 0) {
  return Number(number.toFixed(digits));
}
