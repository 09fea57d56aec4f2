import { tenantRequests } from './tenantRequests.ts';

/**
 * Has Auth0 write the message in the language that the page speaks, and not in the browser's: auth0-js can say which
 * (`xRequestLanguage`), and Lock never does. On the tenant's own host only, since a header of this name makes the
 * browser ask another host first.
 *
 * @param domain - `hosted.auth0Domain`
 * @param language - of the settings, as Lock spells it: `pt-br`
 * @see https://auth0.com/docs/authenticate/passwordless/authentication-methods/sms-otp
 */
export function sendLanguage(domain: string, language: string): void {
  if (window.location.host !== domain) return;
  tenantRequests(domain, (request, path) => {
    if (path === '/passwordless/start') request.setRequestHeader('x-request-language', language);
  });
}
