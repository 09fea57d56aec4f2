import type { Cut } from './Cut.ts';

/** Where a module is imported from: `importer` must match the importing file's path. */
interface Replacement {
  name: string;
  /** The import as it is written. */
  filter: RegExp;
  importer: RegExp;
  /** Source of the module that takes its place. */
  contents: string;
}

/** A cut that puts a small module in the place of another. */
export function replaceModule({ name, filter, importer, contents }: Replacement): Cut {
  const expectation = `an import of ${filter.source} in ${importer.source}`;
  return {
    name,
    expects: [expectation],
    setup(build, found) {
      build.onResolve({ filter }, (args) => {
        if (!importer.test(args.importer)) return null;
        found(expectation);
        return { path: name, namespace: `lock-diet/${name}` };
      });
      build.onLoad({ filter: /.*/, namespace: `lock-diet/${name}` }, () => ({ contents, loader: 'js' }));
    },
  };
}
