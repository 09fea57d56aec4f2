import type { FailureScreen } from './failureScreen.ts';
import type { PageElements } from './pageElements.ts';

/**
 * Catches what nobody else has caught. The visitor is told when there is no form to go on with: before
 * Lock is ready, or when the exception has taken Lock off the page. Otherwise it only goes to the console,
 * since a form that works is worth more than a message about, say, a script of a browser extension. So it does
 * when a failure is told already: what comes after it says less, and may come of a script that listens to
 * `loginpage:failure`, which would be told again.
 */
export function guardExceptions(elements: PageElements, screen: FailureScreen): void {
  const handle = (event: Event, error: unknown) => {
    event.preventDefault();
    const { state } = elements.root.dataset;
    const hasForm = state === 'ready' && elements.lock.querySelector('form') !== null;
    if (hasForm || state === 'failed') console.error('Login page:', error);
    else screen.show(error);
  };
  window.addEventListener('error', (event) => handle(event, event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => handle(event, event.reason));
}
