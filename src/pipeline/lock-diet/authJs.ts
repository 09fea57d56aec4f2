import type { Cut } from './Cut.ts';

const FROM_LOCK = /[\\/]auth0-lock[\\/]lib[\\/]/;

/**
 * Not a cut but a repair: resolves `auth0-js` to its ES module. Lock's CommonJS requires it, the package
 * says `"type": "module"` while its `require` file is UMD, and a bundle of that throws at start: "Cannot
 * read properties of undefined (reading 'version')".
 */
export const authJs: Cut = {
  name: 'authJs',
  expects: ["Lock's import of auth0-js"],
  setup(build, found) {
    build.onResolve({ filter: /^auth0-js$/ }, async ({ importer, resolveDir }) => {
      if (!FROM_LOCK.test(importer)) return null;
      found("Lock's import of auth0-js");
      return build.resolve('auth0-js/dist/auth0.min.esm.js', { kind: 'import-statement', resolveDir });
    });
  },
};
