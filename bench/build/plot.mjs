const WIDTH = 640;
const BARS_AT = 190;
const BARS_WIDTH = 350;
const ROW = 30;
const BAR = 18;
const TOP = 84;

/** A panel of its own colour, so that the text is readable whatever the page around it looks like. */
const STYLE = `
    text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328; }
    .title { font-size: 16px; font-weight: 600; }
    .note { fill: #59636e; }
    .panel { fill: #ffffff; stroke: #d1d9e0; }
    .ours { fill: #0969da; }
    .vite { fill: #818b98; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .note { fill: #9198a1; }
      .panel { fill: #0d1117; stroke: #3d444d; }
      .ours { fill: #4493f8; }
    }`;

/**
 * Draws the results as bars, all to one scale.
 *
 * @param results - as in `results.json`
 * @returns an SVG document
 */
export function plot({ node, runs, vite, coldBuild, rebuildMedianMs }) {
  const bars = [
    { label: 'Cold build, ours', ms: coldBuild.oursMedianMs, kind: 'ours' },
    { label: `Cold build, Vite ${vite}`, ms: coldBuild.viteMedianMs, kind: 'vite' },
    { label: 'Rebuild, settings', ms: rebuildMedianMs.settings, kind: 'ours' },
    { label: 'Rebuild, style', ms: rebuildMedianMs.style, kind: 'ours' },
    { label: 'Rebuild, script', ms: rebuildMedianMs.script, kind: 'ours' },
  ];
  const longest = Math.max(...bars.map(({ ms }) => ms));
  const height = TOP + bars.length * ROW + 14;
  const title = `Build times: ours takes ${coldBuild.oursToVite.toFixed(2)} times as long as Vite’s`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title">
  <style>${STYLE}
  </style>
  <rect class="panel" x="0.5" y="0.5" width="${WIDTH - 1}" height="${height - 1}" rx="8"/>
  <text class="title" id="title" x="20" y="34">${title}</text>
  <text class="note" x="20" y="58">Medians of ${runs} runs in ms, less is better, Node ${node.replace('v', '')}</text>
${bars.map((bar, index) => row(bar, index, longest)).join('\n')}
</svg>
`;
}

function row({ label, ms, kind }, index, longest) {
  const y = TOP + index * ROW;
  const width = Math.max(2, (ms / longest) * BARS_WIDTH).toFixed(1);
  const base = y + BAR - 4;
  const value = (BARS_AT + Number(width) + 8).toFixed(1);
  return `  <text x="${BARS_AT - 12}" y="${base}" text-anchor="end">${label}</text>
  <rect class="${kind}" x="${BARS_AT}" y="${y}" width="${width}" height="${BAR}" rx="3"/>
  <text x="${value}" y="${base}">${ms} ms</text>`;
}
