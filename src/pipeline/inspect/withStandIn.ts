import type { Expectation } from './InspectedPage.ts';

/** As far as a placeholder reaches: one could begin before the script and end within it. */
const REACH = 104;

/**
 * A page with a comment in the place of a script, of as many lines.
 *
 * @returns `null` where the script is not there as expected, or where what surrounds it might matter
 */
export function withStandIn(
  html: string,
  expected: Expectation,
  script: string,
): { html: string; expected: Expectation } | null {
  const start = html.indexOf(script);
  const end = start + script.length;
  if (start === -1 || !html.startsWith('<script>', start - '<script>'.length)) return null;
  if (!html.startsWith('</script>', end)) return null;
  const edges = script.slice(0, REACH) + script.slice(-REACH);
  if (edges.includes('@@') || edges.includes('##')) return null;
  const standIn = `/*${'\n'.repeat(lineEnds(script))}*/`;
  return {
    html: html.slice(0, start) + standIn + html.slice(end),
    expected: {
      ...expected,
      inlineScripts: expected.inlineScripts.map((it) => (it.text === script ? { ...it, text: standIn } : it)),
    },
  };
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
