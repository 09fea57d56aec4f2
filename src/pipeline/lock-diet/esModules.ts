import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Cut } from './Cut.ts';
import { changed } from './lockDiet.ts';

const FROM_LOCK = /[\\/]auth0-lock[\\/]lib[\\/]/;
const EXPECTED = "Babel's CommonJS modules";
/** Lock 14.3.0 has 121, the languages left out; far fewer mean that it is compiled in another way. */
const FEWEST_MODULES = 100;

const ES_MODULE = /^Object\.defineProperty\(exports, "__esModule", \{\n {2}value: true\n\}\);\n/m;
/** What Babel puts at the top, to be given a value later: `exports.a = exports.b = void 0;` */
const DECLARED = /^(?:exports\.\w+ = )+void 0;\n/gm;
/** A function, which is hoisted: `exports.name = name;` */
const HOISTED = /^exports\.(\w+) = (\w+);\n/gm;
/** A variable: `var name = exports.name = …`, also in a list of them. */
const ASSIGNED = /\b(\w+) = exports\.(\w+) = /g;
const NAMESPACE = /^var (\w+) = (?:_interopRequire(?:Wildcard|Default)\()?require\("([^"]+)"\)\)?;$/gm;
const COMMON_JS = /^var (\w+) = require\('([^']+)'\);$/gm;
const DESTRUCTURED = /^var \{([^}]+)\} = require\('([^']+)'\);$/gm;
const COMMENT = /^\s*\/\/.*$/gm;

/**
 * Lock's modules as the ES modules that Babel made them from: esbuild then sees which of their functions
 * nothing calls and leaves them out, and with them Lock's classic engine (database, sign-up, password,
 * enterprise, MFA), and calls the others by short names without a module object in between.
 */
export const esModules: Cut = {
  name: 'esModules',
  expects: [EXPECTED],
  setup(build) {
    // esbuild leaves out a module of which nothing is used only when it is told that running it does nothing.
    build.onResolve({ filter: /^\.\.?\// }, ({ importer, path }) => {
      if (!FROM_LOCK.test(importer)) return null;
      const target = join(dirname(importer), path);
      const file = [`${target}.js`, join(target, 'index.js')].find((candidate) => existsSync(candidate));
      return file === undefined ? null : { path: file, sideEffects: false };
    });
  },
  transform(modules, found) {
    const made = new Map<string, string>();
    for (const [path, source] of modules) {
      // Dictionaries are data: the page reads one of them as it is.
      if (path.startsWith('i18n/') || !ES_MODULE.test(source)) continue;
      made.set(path, toEsModule(source, path));
    }
    if (made.size < FEWEST_MODULES) {
      throw new Error(
        changed('esModules', `expected at least ${FEWEST_MODULES} such modules and found ${made.size}`),
      );
    }
    found(EXPECTED);
    return made;
  },
};

/** One module; `path` is for the error. */
export function toEsModule(source: string, path: string): string {
  const exported: string[] = [];
  const note = (name: string, as: string) => exported.push(name === as ? name : `${name} as ${as}`);
  const body = source
    .replace(/^"use strict";\n/, '')
    .replace(ES_MODULE, '')
    .replace(DECLARED, '')
    .replace(HOISTED, (_line, as: string, name: string) => {
      note(name, as);
      return '';
    })
    .replace(ASSIGNED, (_text, name: string, as: string) => {
      note(name, as);
      return `${name} = `;
    })
    .replace(NAMESPACE, 'import * as $1 from "$2";')
    .replace(COMMON_JS, 'import * as $1 from "$2";')
    .replace(
      DESTRUCTURED,
      (_line, names: string, from: string) => `import {${names.replace(/:/g, ' as')}} from "${from}";`,
    );
  const left = /\bexports\b.*|\brequire\(.*/.exec(body.replace(COMMENT, ''));
  if (left !== null) {
    throw new Error(changed('esModules', `does not know what this in ${path} is: ${left[0].slice(0, 80)}`));
  }
  return exported.length === 0 ? body : `${body}\nexport { ${exported.join(', ')} };\n`;
}
