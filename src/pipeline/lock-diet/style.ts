import { transform } from 'esbuild';
import type { Cut } from './Cut.ts';
import { changeStyle, filterSelectors } from './lockStyle.ts';
import { slimSvgs } from './slimSvgs.ts';

/** Classes of what only the classic engine shows. */
const UNREACHED = [
  'auth0-lock-checked',
  'auth0-lock-forgot-link',
  'auth0-lock-input-show-password',
  'auth0-lock-password-strength',
  'auth0-lock-show-password',
  'auth0-lock-tabs',
  'auth0-lock-tabs-container',
  'auth0-lock-tabs-current',
  'auth0-sso-notice-container',
];
const CLASS = /\.([\w-]+)/g;
const expectation = (name: string) => `the class ${name} in Lock's style`;

const STYLE = "Lock's style";

/**
 * Lock's style, minified, its icons as text, without the rules of what only the classic engine shows.
 *
 * @param options - `classicEngine`: whether that engine is in the bundle; then its rules stay
 */
export function style({ classicEngine }: { classicEngine: boolean }): Cut {
  const unreached = classicEngine ? [] : UNREACHED;
  return {
    name: 'style',
    expects: [STYLE, ...unreached.map(expectation)],
    async transform(modules, found) {
      const slim = await changeStyle(modules, async (whole) => {
        found(STYLE);
        const reached = filterSelectors(whole, (selector) => {
          const classes = [...selector.matchAll(CLASS)].map(([, name = '']) => name);
          const dropped = classes.filter((name) => unreached.includes(name));
          for (const name of dropped) found(expectation(name));
          return dropped.length === 0;
        });
        const { code } = await transform(slimSvgs(reached), {
          loader: 'css',
          minify: true,
          logLevel: 'silent',
        });
        return code.trim();
      });
      return slim ?? new Map();
    },
    verify(code) {
      const used = unreached.filter((name) => code.includes(name));
      return used.length === 0
        ? null
        : `took away the style of ${used.join(', ')}, which the bundle still uses`;
    },
  };
}
