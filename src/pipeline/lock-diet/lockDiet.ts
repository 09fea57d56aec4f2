import { readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import type { Cut } from './Cut.ts';

/**
 * An esbuild plugin that makes all `cuts`, and fails the build when one of them finds nothing to cut.
 *
 * @param folder - `auth0-lock/lib`, absolute
 */
export function lockDiet(folder: string, cuts: readonly Cut[]): Plugin {
  return {
    name: 'lock-diet',
    setup(build) {
      const met = new Set<string>();
      const foundBy = (cut: Cut) => (what: string) => met.add(`${cut.name}: ${what}`);
      for (const cut of cuts) cut.setup?.(build, foundBy(cut));
      // Lock's modules don't change while we watch: each is read and cut once.
      const sources = new Map<string, Promise<string>>();
      const cutSource = async (path: string): Promise<string> => {
        let source = await readFile(path, 'utf8');
        const name = relative(folder, path).split(sep).join('/');
        for (const cut of cuts) source = (await cut.transform?.(name, source, foundBy(cut))) ?? source;
        return source;
      };
      build.onLoad({ filter: /[\\/]auth0-lock[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
        const source = sources.get(path) ?? cutSource(path);
        sources.set(path, source);
        return { contents: await source, loader: 'js' };
      });
      build.onEnd(({ errors }) => {
        if (errors.length > 0) return {};
        const missed = cuts.flatMap((cut) =>
          cut.expects.filter((what) => !met.has(`${cut.name}: ${what}`)).map((what) => ({ cut, what })),
        );
        return {
          errors: missed.map(({ cut, what }) => ({ text: changed(cut.name, `did not find ${what}`) })),
        };
      });
    },
  };
}

/** The message of a cut that does not find Lock as it expects it. */
export function changed(cut: string, what: string): string {
  return `The cut "${cut}" ${what}. Lock has changed: look at src/pipeline/lock-diet/${cut}.ts before you trust the page.`;
}
