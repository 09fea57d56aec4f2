import { replacePackage } from './replacePackage.ts';

/** `qs`, of which Lock and auth0-js use two functions without any of their options. */
export const queryStrings = (module: string, { authJsParts }: { authJsParts: boolean }) =>
  replacePackage({
    name: 'queryStrings',
    package: 'qs',
    importers: [/[\\/]auth0-lock[\\/]lib[\\/]/, ...(authJsParts ? [/[\\/]auth0-js[\\/]src[\\/]/] : [])],
    module,
  });
