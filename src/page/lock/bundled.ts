// What the build bundles apart from the page's script, for `delivery: 'inline'`: Lock, and what the page
// does with it beyond its public methods. From the package's entry, and not `lib/passwordless`: Lock's
// modules import each other in circles, and only this way in is tried.
import * as phoneNumber from 'auth0-lock/lib/field/phone_number';

export { Auth0LockPasswordless } from 'auth0-lock/lib/index';
export { shareChallenge } from './challenge.ts';
export * as codeScreen from './codeScreen.ts';
export { answerClientSettings as shareClientSettings } from './remoteScripts.ts';
export { suggestCountry } from './suggestCountry.ts';
export { whenSynced } from './whenSynced.ts';
export const sharePhoneNumbers = phoneNumber.sharePhoneNumbers ?? null;
export const followCountry = phoneNumber.followCountry ?? null;
export const sendNumber = null;
