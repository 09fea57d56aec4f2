import type { LoginPageDetails, LoginPageEventName } from './LoginPageEvents.ts';

/**
 * Tells the team's scripts what has happened. When the form, or the failure screen, is in its place: of a listener
 * that throws, the browser tells `window`, and `guardExceptions` then sees that the visitor has a way on.
 *
 * @param detail - is frozen; a list in it must be already
 */
export function emit<Name extends LoginPageEventName>(name: Name, detail: LoginPageDetails[Name]): void {
  document.dispatchEvent(new CustomEvent(name, { detail: Object.freeze(detail) }));
}
