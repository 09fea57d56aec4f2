// What the build bundles apart from the page's script, for `delivery: 'inline'`: Lock, and the way to hand it
// the client settings. From the package's entry, and not `lib/passwordless`: Lock's modules import each
// other in circles, and only this way in is tried.
export { Auth0LockPasswordless } from 'auth0-lock/lib/index';
export { answerClientSettings as shareClientSettings } from './remoteScripts.ts';
