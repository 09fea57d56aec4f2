import { Auth0Client } from '@auth0/auth0-spa-js';
import { type Choice, clientIdOf } from './Choice.ts';

/** Where logins and logouts lead back to. */
export const APP_URL = `${location.origin}/app`;

/**
 * What `createAuth0Client` makes, but at once: without asking first who is logged in, which would take the
 * time in which a browser lets a click open a popup.
 */
export function clientFor(choice: Choice): Auth0Client {
  return new Auth0Client({
    domain: location.host,
    clientId: clientIdOf(choice),
    useCookiesForTransactions: true,
    authorizationParams: { redirect_uri: APP_URL },
  });
}
