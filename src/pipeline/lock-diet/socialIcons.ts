import type { Cut } from './Cut.ts';
import { changed } from './lockDiet.ts';
import { changeStyle, filterSelectors } from './lockStyle.ts';

const PROVIDER = /\[data-provider(\^?)="?([\w-]+)"?\]/;
const BUTTON = /\.auth0-lock-social-(?:big-)?button\b/;
/** 14.3.0 has some 60 selectors of them; when there are far fewer, the rules are written in another way. */
const FEWEST_ICONS = 30;
const EXPECTED = "Lock's style in lib/core.js";

/**
 * The icons of social connections that the settings don't name: 128 KB of data URIs. A strategy's rule stays
 * when a named connection is one that it paints; where none is named, the buttons' rules go too.
 *
 * @param names - connection names that the settings allow, or `null` to keep every icon
 */
export function socialIcons(names: readonly string[] | null): Cut {
  return {
    name: 'socialIcons',
    expects: [EXPECTED],
    async transform(modules, found) {
      const slim = await changeStyle(modules, (style) => dropIcons(style, names));
      if (slim !== null) found(EXPECTED);
      return slim ?? new Map();
    },
  };
}

/** The style without the icons of strategies that none of `names` is; with every icon for `null`. */
export function dropIcons(style: string, names: readonly string[] | null): string {
  const icons = new Set<string>();
  const slim = filterSelectors(style, (selector, body) => {
    const provider = PROVIDER.exec(selector);
    const isIcon = body.includes('url("data:image/svg+xml') && provider !== null;
    if (isIcon) icons.add(selector);
    if (names === null) return true;
    if (names.length === 0 && BUTTON.test(selector)) return false;
    return provider === null || !isIcon || names.some((name) => paints(provider, name));
  });
  if (icons.size < FEWEST_ICONS) {
    throw new Error(
      changed('socialIcons', `expected at least ${FEWEST_ICONS} icons and found ${icons.size}`),
    );
  }
  return slim;
}

function paints([, prefix, strategy = '']: RegExpExecArray, name: string): boolean {
  return prefix === '^' ? name.startsWith(strategy) : name === strategy;
}
