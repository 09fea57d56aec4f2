// What stands in the place of `src/page/lock/delivery.ts` for Vite: ours bundles Lock by itself and puts it
// before the page's script, here it is imported like any other package.
import { Auth0LockPasswordless } from 'auth0-lock/lib/index';

export { deliveryOptions } from '../../src/page/lock/inline.ts';

/** Nothing is shared: without the Lock diet, Lock asks by itself. */
export function loadLock() {
  return {
    Auth0LockPasswordless,
    shareClientSettings() {},
    shareChallenge() {},
    whenSynced: (_lock, done) => done(),
    suggestCountry: null,
  };
}
