import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Plugin } from 'esbuild';
import { cuts } from '../../settings/cuts.ts';
import type { Cut, LockModules } from './Cut.ts';

/**
 * An esbuild plugin that makes all `cuts`, and fails the build when one of them finds nothing to cut.
 *
 * @param folder - `auth0-lock/lib`, absolute
 */
export function lockDiet(folder: string, made: readonly Cut[]): Plugin {
  return {
    name: 'lock-diet',
    setup(build) {
      const met = new Set<string>();
      const foundBy = (cut: Cut) => (what: string) => met.add(`${cut.name}: ${what}`);
      for (const cut of made) cut.setup?.(build, foundBy(cut));
      // Lock's modules don't change while we watch: they are read and cut once.
      let slim: Promise<LockModules> | null = null;
      const cutAll = async (): Promise<LockModules> => {
        let modules = readModules(folder);
        for (const cut of made) {
          if (cut.transform !== undefined)
            modules = new Map([...modules, ...(await cut.transform(modules, foundBy(cut)))]);
        }
        return modules;
      };
      build.onLoad({ filter: /[\\/]auth0-lock[\\/]lib[\\/].*\.js$/ }, async ({ path }) => {
        slim ??= cutAll();
        const contents = (await slim).get(relative(folder, path).split(sep).join('/'));
        return contents === undefined ? null : { contents, loader: 'js' };
      });
      build.onEnd(({ errors, outputFiles = [] }) => {
        if (errors.length > 0) return {};
        const [file] = outputFiles;
        const problems = made.flatMap((cut) => {
          const missed = cut.expects.filter((what) => !met.has(`${cut.name}: ${what}`));
          const more = missed.length > 1 ? `, nor ${missed.length - 1} more of what it expects` : '';
          if (missed.length > 0) return [changed(cut.name, `did not find ${missed[0]}${more}`)];
          const wrong = file === undefined ? null : (cut.verify?.(file.text) ?? null);
          return wrong === null ? [] : [changed(cut.name, wrong)];
        });
        return { errors: problems.map((text) => ({ text })) };
      });
    },
  };
}

/** The message of a cut that does not find Lock, or auth0-js, as it expects it. */
export function changed(cut: string, what: string): string {
  return `The cut "${cut}" ${what}. Lock has changed: look at src/pipeline/lock-diet/${cut}.ts before you trust the page.${wayOut(cut)}`;
}

/**
 * All at once and in one go: 160 small files, which is faster than to wait for each. In the order of their names, and
 * not in that of the file system: what the modules share gets its names in the order in which it is met.
 */
function readModules(folder: string): LockModules {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.includes('__tests__'))
    .map((path) => path.split(sep).join('/'))
    .sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** How a team gets a page in the meantime. */
function wayOut(cut: string): string {
  if (cut === 'preact') return " Until then, lock.renderer: 'react' leaves it out.";
  if (cuts.some((it) => it === cut)) return ` Until then, lock.diet: { ${cut}: false } leaves it out.`;
  return " Until then, lock.delivery: 'cdn' takes Lock as Auth0 publishes it.";
}
