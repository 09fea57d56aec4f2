import { replaceModule } from './replaceModule.ts';

/**
 * auth0-js's plugin for Cordova apps, 51 KB; a hosted login page never runs in one. Lock takes the plugin
 * only when it is a function (auth0-lock 14.3.0, `src/core/web_api/p2_api.js`).
 */
export const cordova = replaceModule({
  name: 'cordova',
  filter: /^auth0-js\/dist\/cordova-auth0-plugin\.min\.js$/,
  importer: /[\\/]auth0-lock[\\/]lib[\\/]core[\\/]web_api[\\/]p2_api\.js$/,
  contents: 'module.exports = null;',
});
