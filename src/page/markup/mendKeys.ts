/** Keys on which Lock opens its list of countries. */
const OPENS_LIST = /^(?:ArrowDown|[a-z])$/i;

/**
 * Makes the keyboard work where Lock's markup does not let it: on the country's button it swallows every key
 * but Tab, Enter and the space bar too; its social buttons are no buttons.
 */
export function mendKeys(container: HTMLElement): void {
  container.addEventListener(
    'keydown',
    (event) => {
      const { target, key } = event;
      if (!(target instanceof HTMLElement)) return;
      if (target.matches('input[name=location]')) {
        const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
        // What Lock does not hear of, the browser does as usual.
        if (isShortcut || !OPENS_LIST.test(key)) event.stopImmediatePropagation();
      }
      if (target.matches('.auth0-lock-social-button') && (key === 'Enter' || key === ' ')) {
        event.preventDefault();
        target.click();
      }
    },
    true,
  );
}
