/**
 * Has each request to the tenant, whoever makes it, pass by once it is opened. Requests to elsewhere, a captcha's
 * say, stay unseen.
 *
 * @param domain - `hosted.auth0Domain`
 */
export function tenantRequests(domain: string, pass: (request: XMLHttpRequest, path: string) => void): void {
  const { prototype } = XMLHttpRequest;
  const { open } = prototype;
  prototype.open = function (this: XMLHttpRequest, ...given: [string, string | URL, ...unknown[]]) {
    (open as (...args: unknown[]) => void).apply(this, given);
    const url = new URL(given[1], window.location.href);
    if (url.host === domain) pass(this, url.pathname);
  };
}
