import { transform } from 'esbuild';
import type { Cut } from './Cut.ts';
import { changed } from './lockDiet.ts';

/** Lock's style, one JavaScript string on a line of its own. */
const STYLE = /^var css = ("(?:[^"\\\n]|\\.)*");$/m;
const RULE = /([^{}]+)\{([^{}]*)\}/g;
const PROVIDER = /\[data-provider(\^?)="?([\w-]+)"?\]/;
/** What 14.3.0 has is 41; when there are far fewer, the rules are written in another way. */
const FEWEST_ICONS = 30;
const EXPECTED = "Lock's style in lib/core.js";

/**
 * The icons of social connections that the settings don't name: 128 KB of data URIs, and the style around
 * them minified. A strategy's rule stays when a named connection is one that it paints.
 *
 * @param names - connection names that the settings allow, or `null` to keep every icon
 */
export function socialIcons(names: readonly string[] | null): Cut {
  return {
    name: 'socialIcons',
    expects: [EXPECTED],
    async transform(modules, found) {
      const source = modules.get('core.js') ?? '';
      const literal = STYLE.exec(source)?.[1];
      if (literal === undefined) return new Map();
      found(EXPECTED);
      const slim = dropIcons(JSON.parse(literal) as string, names);
      const { code } = await transform(slim, { loader: 'css', minify: true, logLevel: 'silent' });
      // A function, since the style might hold what `replace` reads as a pattern of its own (`$&`).
      return new Map([['core.js', source.replace(STYLE, () => `var css = ${JSON.stringify(code.trim())};`)]]);
    },
  };
}

/** The style without the icons of strategies that none of `names` is; with every icon for `null`. */
export function dropIcons(style: string, names: readonly string[] | null): string {
  let icons = 0;
  const slim = style.replace(RULE, (rule, selectors: string, body: string) => {
    const providers = selectors.split(',').map((selector) => PROVIDER.exec(selector));
    const isIcon = body.includes('url("data:image/svg+xml') && providers.every((it) => it !== null);
    if (!isIcon) return rule;
    icons++;
    const isNamed = providers.some((it) => names?.some((name) => paints(it, name)) ?? true);
    return isNamed ? rule : '';
  });
  if (icons < FEWEST_ICONS) {
    throw new Error(changed('socialIcons', `expected at least ${FEWEST_ICONS} icons and found ${icons}`));
  }
  return slim;
}

function paints(provider: RegExpExecArray | null, name: string): boolean {
  const [, prefix, strategy] = provider ?? [];
  if (strategy === undefined) return false;
  return prefix === '^' ? name.startsWith(strategy) : name === strategy;
}
