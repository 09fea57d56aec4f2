import { replacePackage } from './replacePackage.ts';

/** `superagent`, with which auth0-js sends its few requests: an `XMLHttpRequest` does the same. */
export const superagent = (module: string) =>
  replacePackage({
    name: 'superagent',
    package: 'superagent',
    importers: [/[\\/]auth0-js[\\/]src[\\/]helper[\\/]request-builder\.js$/],
    module,
  });
