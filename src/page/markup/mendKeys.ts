/** Keys on which Lock opens its list of countries. */
const OPENS_LIST = /^(?:ArrowDown|[a-z])$/i;
/** What Lock makes of links and text, and calls buttons; the browser sends their keys nowhere. */
const BUTTON = '[role=button]';

/**
 * Makes the keyboard work where Lock's markup does not let it: on the country's button it swallows every key
 * but Tab, Enter and the space bar too; its social buttons are no buttons, its back button knows Enter alone.
 * Who leaves the list of countries without a choice is where they came from.
 */
export function mendKeys(container: HTMLElement): void {
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('input[name=location]')) {
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
      // What Lock does not hear of, the browser does as usual.
      if (isShortcut || !OPENS_LIST.test(key)) event.stopImmediatePropagation();
    }
    if (target.matches(BUTTON) && (key === 'Enter' || key === ' ')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      target.click();
    }
    if (key === 'Escape' && target.matches('input[name=search]')) returnToCountry(container);
  };
  container.addEventListener('keydown', onKey, true);
  container.addEventListener(
    'click',
    ({ target }) => {
      const isBack = target instanceof Element && target.closest('.auth0-lock-select-country [role=button]');
      if (isBack) returnToCountry(container);
    },
    true,
  );
}

/** Once the list is gone, which slides out; until then its button is covered, and takes no focus. */
function returnToCountry(container: HTMLElement): void {
  const observer = new MutationObserver(() => {
    if (container.querySelector('.auth0-lock-select-country') !== null) return;
    observer.disconnect();
    container.querySelector<HTMLElement>('input[name=location]')?.focus({ preventScroll: true });
  });
  observer.observe(container, { childList: true, subtree: true });
}
