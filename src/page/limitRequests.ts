/** For what the visitor waits for with a button pressed: below ten seconds, after which people give up. */
const ASKED_MS = 9_000;
/** For what is asked on the way to a form, which is there without an answer too. */
const BESIDES_MS = 4_000;
const BESIDES = /\/(?:challenge|ssodata|country)$/;

/**
 * Gives every request to the tenant an end: neither Lock nor auth0-js has one, and a button would turn for as
 * long as the browser waits, which is minutes. Requests to elsewhere, a captcha's say, stay as they are.
 *
 * @param domain - `hosted.auth0Domain`
 */
export function limitRequests(domain: string): void {
  const { prototype } = XMLHttpRequest;
  const { open } = prototype;
  prototype.open = function (this: XMLHttpRequest, ...given: [string, string | URL, ...unknown[]]) {
    (open as (...args: unknown[]) => void).apply(this, given);
    const url = new URL(given[1], window.location.href);
    if (url.host === domain) this.timeout = BESIDES.test(url.pathname) ? BESIDES_MS : ASKED_MS;
  };
}
