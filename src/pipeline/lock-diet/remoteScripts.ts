import type { Cut } from './Cut.ts';

const EXPECTED = "Lock's imports of utils/cdn_utils";

/**
 * Lock's loader of scripts from Auth0's CDN: the page has loaded the client settings before Lock starts and
 * holds the dictionaries, so Lock is answered from there (`src/page/lock/remoteScripts.ts`).
 *
 * @param module - absolute path of the module that takes its place
 */
export function remoteScripts(module: string): Cut {
  return {
    name: 'remoteScripts',
    expects: [EXPECTED],
    setup(build, found) {
      build.onResolve({ filter: /[\\/]utils[\\/]cdn_utils$/ }, ({ importer }) => {
        if (!/[\\/]auth0-lock[\\/]lib[\\/]/.test(importer)) return null;
        found(EXPECTED);
        return { path: module };
      });
    },
  };
}
