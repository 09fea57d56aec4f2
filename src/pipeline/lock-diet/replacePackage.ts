import type { Cut } from './Cut.ts';

/**
 * A cut that puts a module of ours in the place of a package.
 *
 * @param options - `package`: its name; `importers`: who must import it, each a pattern of a path; `module`:
 *   absolute path of what takes its place
 */
export function replacePackage(options: {
  name: string;
  package: string;
  importers: readonly RegExp[];
  module: string;
}): Cut {
  const expectation = (importer: RegExp) => `an import of ${options.package} in ${importer.source}`;
  return {
    name: options.name,
    expects: options.importers.map(expectation),
    setup(build, found) {
      build.onResolve({ filter: new RegExp(`^${options.package}$`) }, ({ importer }) => {
        const known = options.importers.find((pattern) => pattern.test(importer));
        if (known === undefined) return null;
        found(expectation(known));
        return { path: options.module };
      });
    },
  };
}
