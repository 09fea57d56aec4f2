import { tenantRequests } from './tenantRequests.ts';

/** For what the visitor waits for with a button pressed: below ten seconds, after which people give up. */
const ASKED_MS = 9_000;
/** For what is asked on the way to a form, which is there without an answer too. */
const BESIDES_MS = 4_000;
const BESIDES = /\/(?:challenge|ssodata|country)$/;

/**
 * Gives every request to the tenant an end: neither Lock nor auth0-js has one, and a button would turn for as
 * long as the browser waits, which is minutes.
 *
 * @param domain - `hosted.auth0Domain`
 */
export function limitRequests(domain: string): void {
  tenantRequests(domain, (request, path) => {
    request.timeout = BESIDES.test(path) ? BESIDES_MS : ASKED_MS;
  });
}
