import type { LockModules } from './Cut.ts';

/** Lock's style, one JavaScript string on a line of its own. */
const STYLE = /^var css = ("(?:[^"\\\n]|\\.)*");$/m;
/** A rule with what stands before its brace; those within `@media` too. */
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const MODULE = 'core.js';

/** Lock's modules with another style, or `null` when the style is not where it is expected. */
export async function changeStyle(
  modules: LockModules,
  change: (style: string) => Promise<string> | string,
): Promise<LockModules | null> {
  const source = modules.get(MODULE) ?? '';
  const literal = STYLE.exec(source)?.[1];
  if (literal === undefined) return null;
  const changed = JSON.stringify(await change(JSON.parse(literal) as string));
  // A function, since the style might hold what `replace` reads as a pattern of its own (`$&`).
  return new Map([[MODULE, source.replace(STYLE, () => `var css = ${changed};`)]]);
}

/**
 * A style without some of its selectors; a rule goes with the last one of them.
 *
 * @param isKept - is given a selector and the rule's declarations
 */
export function filterSelectors(style: string, isKept: (selector: string, body: string) => boolean): string {
  return style.replace(RULE, (rule, before: string, body: string) => {
    const all = before.split(',');
    const kept = all.filter((selector) => isKept(selector, body));
    if (kept.length === all.length) return rule;
    return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`;
  });
}
