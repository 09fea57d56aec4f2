import type { LoginPageDetails, LoginPageEventName } from './LoginPageEvents.ts';

let depth = 0;

/**
 * Tells the team's scripts what has happened.
 *
 * A listener that throws ends neither the page nor the other listeners: the browser reports its exception to
 * `window`, while `isEmitting()`.
 *
 * @param detail - is frozen; a list in it must be already
 */
export function emit<Name extends LoginPageEventName>(name: Name, detail: LoginPageDetails[Name]): void {
  depth++;
  document.dispatchEvent(new CustomEvent(name, { detail: Object.freeze(detail) }));
  depth--;
}

/** Whether a listener of the team's is being run, so that an exception is none of the page's. */
export const isEmitting = (): boolean => depth > 0;
