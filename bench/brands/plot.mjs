const WIDTH = 640;
const COLUMN = 300;
const HEIGHT = 230;
const BASE = 186;
const TALLEST = 96;

/** A panel of its own colour, so that the text is readable whatever the page around it looks like. */
const STYLE = `
    text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1f2328; }
    .title { font-size: 16px; font-weight: 600; }
    .note { fill: #59636e; }
    .panel { fill: #ffffff; stroke: #d1d9e0; }
    .bar { fill: #0969da; }
    @media (prefers-color-scheme: dark) {
      text { fill: #f0f6fc; }
      .note { fill: #9198a1; }
      .panel { fill: #0d1117; stroke: #3d444d; }
      .bar { fill: #4493f8; }
    }`;

/**
 * Draws milliseconds a page and the peak of memory, by the number of brands.
 *
 * @param results - as in `results.json`
 * @returns an SVG document
 */
export function plot({ node, cores, runs }) {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="title">
  <style>${STYLE}
  </style>
  <rect class="panel" x="0.5" y="0.5" width="${WIDTH - 1}" height="${HEIGHT - 1}" rx="8"/>
  <text class="title" id="title" x="20" y="34">Many brands in one build</text>
  <text class="note" x="20" y="58">${cores} cores, Node ${node.replace('v', '')}, every rule included</text>
${chart(20, 'ms a page', runs, ({ msPerPage }) => msPerPage)}
${chart(20 + COLUMN, 'MiB of memory at most', runs, ({ peakMiB }) => peakMiB)}
</svg>
`;
}

function chart(left, title, runs, value) {
  const most = Math.max(...runs.map(value));
  const bars = runs.map((run, index) => {
    const x = left + index * 70;
    const height = Math.max(2, (value(run) / most) * TALLEST);
    const middle = x + 28;
    return `  <rect class="bar" x="${x}" y="${(BASE - height).toFixed(1)}" width="56" height="${height.toFixed(1)}" rx="3"/>
  <text x="${middle}" y="${(BASE - height - 6).toFixed(1)}" text-anchor="middle">${value(run)}</text>
  <text class="note" x="${middle}" y="${BASE + 16}" text-anchor="middle">${run.brands}</text>`;
  });
  return `${bars.join('\n')}
  <text class="note" x="${left}" y="${BASE + 34}">${title}, by brands</text>`;
}
