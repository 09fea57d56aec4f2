import type { Expectation } from './InspectedPage.ts';

/**
 * What makes a script matter to a rule: what ends or swallows its element (WHATWG HTML, "script data state"),
 * the marker, and what looks like a placeholder.
 */
const MATTERS = /<\/script|<!--|@@|##/i;
/** Less is parsed as fast as it is replaced. */
const LARGE = 20_000;

/** A page with something short in the place of its largest script. */
export interface SlimPage {
  html: string;
  /** The largest script, and the comment of as many lines that stands in its place. */
  script: string;
  standIn: string;
  /** What went into the page, with the one in the place of the other. */
  inlineScripts: Expectation['inlineScripts'];
}

/**
 * Takes the largest script out of a page.
 *
 * @param inlineScripts - what went into the page
 * @returns `null` where the script is not there as expected, or might matter to a rule
 */
export function withStandIn(html: string, inlineScripts: Expectation['inlineScripts']): SlimPage | null {
  const script = largestScript(inlineScripts);
  if (script.length < LARGE || !isHarmless(script)) return null;
  const start = html.indexOf(script);
  const end = start + script.length;
  if (start === -1 || !html.startsWith('<script>', start - '<script>'.length)) return null;
  if (!html.startsWith('</script>', end)) return null;
  const standIn = `/*${'\n'.repeat(lineEnds(script))}*/`;
  return {
    html: html.slice(0, start) + standIn + html.slice(end),
    script,
    standIn,
    inlineScripts: inlineScripts.map((it) => (it.text === script ? { ...it, text: standIn } : it)),
  };
}

function largestScript(inlineScripts: Expectation['inlineScripts']): string {
  const running = inlineScripts.filter(({ runs }) => runs).map(({ text }) => text);
  return running.reduce((largest, text) => (text.length > largest.length ? text : largest), '');
}

let last = { script: '', isHarmless: false };

/** Looked at once for all pages in a row that share it. */
function isHarmless(script: string): boolean {
  if (last.script !== script) last = { script, isHarmless: !MATTERS.test(script) };
  return last.isHarmless;
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
