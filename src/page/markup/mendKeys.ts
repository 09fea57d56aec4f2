/** What is typed on the country's button begins the search; named keys have longer names. */
const TYPED = /^[^ ]$/u;
/** Two seconds, for a list that slides in, or is left at once. */
const MOST_FRAMES = 120;
const SEARCH = 'input[name=search]';
/** What Lock makes of links and text, and calls buttons; the browser sends their keys nowhere. */
const BUTTON = '[role=button]';

/**
 * Makes the keyboard work where Lock's markup does not let it: on the country's button it swallows every key
 * but Tab, Enter and the space bar too, and loses the letter that opens the list; its social buttons are no buttons, its back button knows Enter alone.
 * Who leaves the list of countries without a choice is where they came from.
 */
export function mendKeys(container: HTMLElement): void {
  const search = searchFor(container);
  const onKey = (event: KeyboardEvent) => {
    const { target, key } = event;
    if (!(target instanceof HTMLElement)) return;
    if (target.matches('input[name=location]')) {
      const isShortcut = event.ctrlKey || event.metaKey || event.altKey;
      // What Lock does not hear of, the browser does as usual.
      const isTyped = !isShortcut && TYPED.test(key);
      if (isShortcut || key !== 'ArrowDown') event.stopImmediatePropagation();
      if (isTyped) {
        event.preventDefault();
        search(target, key);
      }
    }
    if (target.matches(BUTTON) && (key === 'Enter' || key === ' ')) {
      event.preventDefault();
      event.stopImmediatePropagation();
      target.click();
    }
    if (key === 'Escape' && target.matches(SEARCH)) returnToCountry(container);
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

/** Opens the list, and begins the search in it with all that is typed until it is there. */
function searchFor(container: HTMLElement): (button: HTMLElement, letter: string) => void {
  let letters = '';
  return (button, letter) => {
    letters += letter;
    if (letters !== letter) return;
    let frames = MOST_FRAMES;
    const write = () => {
      const field = container.querySelector<HTMLInputElement>(SEARCH);
      // Until it has the focus, the button is still typed on.
      const isThere = field !== null && document.activeElement === field;
      if (!isThere && frames-- > 0) return void requestAnimationFrame(write);
      const text = letters;
      letters = '';
      if (!isThere) return;
      field.value = text + field.value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    };
    button.click();
    write();
  };
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
