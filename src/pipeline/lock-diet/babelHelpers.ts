import { join } from 'node:path';
import type { Cut, LockModules } from './Cut.ts';
import { changed } from './lockDiet.ts';

/** A helper as Babel writes it: a function declaration on a line of its own, at the top of the module. */
const HELPER = /^function (_\w+|ownKeys)\(.*\) \{.*\}$/gm;
const SHARED = 'lock-diet:babelHelpers';
/** No module of Lock's own has this path. */
const HELPERS = 'lock-diet-helpers.js';
const EXPECTED = 'modules with helpers';
/** Lock 14.3.0 repeats 29 helpers; far fewer mean that it is compiled in another way. */
const FEWEST_HELPERS = 20;

/**
 * Babel's helpers, which Lock's modules repeat some 1,200 times (240 KB): one module holds each of them
 * once, and the others take them from there.
 */
export const babelHelpers: Cut = {
  name: 'babelHelpers',
  expects: [EXPECTED],
  setup(build) {
    build.onResolve({ filter: /^lock-diet:babelHelpers$/ }, ({ resolveDir }) => ({
      path: join(libOf(resolveDir), HELPERS),
    }));
  },
  transform(modules, found) {
    const helpers = collectHelpers(modules);
    const names = new Map([...helpers.keys()].map((name, index) => [name, `h${index.toString(36)}`]));
    // In the shape of Lock's own modules, for the cuts that come after.
    const shared = [
      'Object.defineProperty(exports, "__esModule", {\n  value: true\n});',
      ...[...names].map(([name, short]) => `exports.${short} = ${name};`),
      ...helpers.values(),
      '',
    ];
    found(EXPECTED);
    return new Map([
      [HELPERS, shared.join('\n')],
      ...[...modules].map(([path, source]): [string, string] => [path, shareHelpers(source, names)]),
    ]);
  },
};

/** `auth0-lock/lib`, of any folder below it. */
function libOf(folder: string): string {
  return folder.replace(/([\\/]auth0-lock[\\/]lib)([\\/].*)?$/, '$1');
}

/** A module's source with its helpers taken from the shared module; `names` maps each to what it exports. */
export function shareHelpers(source: string, names: ReadonlyMap<string, string>): string {
  const used: string[] = [];
  const slim = source.replace(HELPER, (line, name: string) => {
    const short = names.get(name);
    if (short === undefined) return line;
    used.push(`${short}: ${name}`);
    return '';
  });
  if (used.length === 0) return source;
  const declaration = `var { ${used.join(', ')} } = require('${SHARED}');\n`;
  // First of all but the directive: function declarations are hoisted, variables are not.
  return /^"use strict";\n/.test(slim) ? slim.replace(/\n/, () => `\n${declaration}`) : declaration + slim;
}

/** Every helper of the modules, by name; they must not differ from one module to the next. */
export function collectHelpers(modules: LockModules): Map<string, string> {
  const helpers = new Map<string, string>();
  for (const [path, source] of modules) {
    for (const [text, name = ''] of source.matchAll(HELPER)) {
      if ((helpers.get(name) ?? text) !== text) {
        throw new Error(
          changed('babelHelpers', `expected ${name} in ${path} to be the one of other modules`),
        );
      }
      helpers.set(name, text);
    }
  }
  if (helpers.size < FEWEST_HELPERS) {
    throw new Error(
      changed('babelHelpers', `expected at least ${FEWEST_HELPERS} helpers and found ${helpers.size}`),
    );
  }
  return helpers;
}
