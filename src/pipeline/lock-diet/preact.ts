import type { ResolveResult } from 'esbuild';
import type { Cut } from './Cut.ts';

/**
 * `lock.renderer: 'preact'`: Preact's compatibility layer in the place of React, about 115 KB less.
 *
 * @param root - absolute path of the module that takes the place of `react-dom/client`
 */
export function preact(root: string): Cut {
  const replacements: Readonly<Record<string, string>> = {
    react: 'preact/compat',
    'react-dom': 'preact/compat',
    'react-dom/client': root,
  };
  return {
    name: 'preact',
    expects: Object.keys(replacements),
    setup(build, found) {
      // Some sixty modules import React: each replacement is resolved once.
      const resolved = new Map<string, Promise<ResolveResult>>();
      build.onResolve({ filter: /^react(-dom)?(\/.*)?$/ }, async ({ path, resolveDir }) => {
        const replacement = replacements[path];
        if (replacement === undefined) {
          throw new Error(`Lock imports ${path}, for which the cut "preact" knows no replacement.`);
        }
        found(path);
        const known =
          resolved.get(path) ?? build.resolve(replacement, { kind: 'import-statement', resolveDir });
        resolved.set(path, known);
        return known;
      });
    },
  };
}
