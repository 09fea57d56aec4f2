import { hierarchy, treemap as layOut, treemapSquarify } from 'd3-hierarchy';
import { count } from '../../settings/count.ts';
import type { Explanation } from './Explanation.ts';

const WIDTH = 1200;
const HEIGHT = 720;
/** A rectangle that is smaller bears no text, only a title. */
const ROOM = { width: 46, height: 15 };
const COLOURS = ['#2f6fde', '#0f8a6d', '#b4570b', '#8a3fb5', '#c2334d', '#4b6a88', '#7a6a12', '#207a9e'];

interface Node {
  name: string;
  bytes?: number;
  children?: Node[];
}

/**
 * An HTML page with a rectangle for each source, as large as what it takes of the scripts.
 *
 * @param explanation - what `explain` has found
 * @param page - the page's name
 */
export function treemap({ packages, whole }: Explanation, page: string): string {
  const data: Node = {
    name: page,
    children: packages.map(({ name, files }) => ({
      name,
      children: files.map(({ path, bytes }) => ({ name: path, bytes })),
    })),
  };
  const root = hierarchy(data)
    .sum(({ bytes }) => bytes ?? 0)
    .sort((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const laidOut = layOut<Node>()
    .tile(treemapSquarify)
    .size([WIDTH, HEIGHT])
    .paddingOuter(2)
    .paddingTop(18)
    .paddingInner(1)
    .round(true)(root);
  const colours = new Map((laidOut.children ?? []).map(({ data: { name } }, index) => [name, colour(index)]));
  const boxes = laidOut.descendants().flatMap(({ x0, x1, y0, y1, data: node, value = 0, depth }) => {
    if (depth === 0) return [];
    const fill = colours.get(node.name) ?? colour(0);
    const label = depth === 1 ? `${node.name} ${count(value)}` : shortName(node.name);
    const fits = x1 - x0 > ROOM.width && y1 - y0 > ROOM.height;
    return [
      `<svg x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}"><title>${escapeText(node.name)}: ${count(value)} bytes</title>`,
      depth === 1
        ? `<rect width="100%" height="100%" fill="${fill}"/>`
        : '<rect width="100%" height="100%" fill="#fff" fill-opacity="0.12" stroke="#fff" stroke-opacity="0.45"/>',
      ...(fits
        ? [`<text x="4" y="13"${depth === 1 ? ' font-weight="600"' : ''}>${escapeText(label)}</text>`]
        : []),
      '</svg>',
    ];
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>What is in the page ${escapeText(page)}</title>
<style>
body { margin: 24px; font: 15px/1.5 system-ui, sans-serif; color: #1c2330; background: #fff }
h1 { font-size: 20px }
svg text { font: 11px system-ui, sans-serif; fill: #fff; pointer-events: none }
</style>
</head>
<body>
<h1>What is in the scripts of the page ${escapeText(page)}</h1>
<p>${count(whole.raw)} bytes, ${count(whole.gzip)} gzipped, ${count(whole.brotli)} with brotli. Each area is as large as
what a source takes, uncompressed; point at one for its name.</p>
<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" width="100%" role="img" aria-label="Treemap of the scripts">
${boxes.join('\n')}
</svg>
</body>
</html>
`;
}

const colour = (index: number): string => COLOURS[index % COLOURS.length] ?? '#2f6fde';
const shortName = (path: string): string => path.split('/').slice(-2).join('/');
const escapeText = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
