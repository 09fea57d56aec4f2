import { replaceModule } from './replaceModule.ts';

/**
 * Lock's way to a picture of whoever types an email address, from Gravatar, with MD5 and JSONP: the page turns
 * `avatar` off, so nobody's address is sent there.
 */
export const gravatar = replaceModule({
  name: 'gravatar',
  filter: /^\.\.\/avatar\/gravatar_provider$/,
  importer: /[\\/]auth0-lock[\\/]lib[\\/]core[\\/]index\.js$/,
  contents: `const none = (email, cb) => cb(new Error('There is no Gravatar in this page.'));
export { none as displayName, none as url };`,
});
