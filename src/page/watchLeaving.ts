/** As long as for anything else that a visitor waits for. */
const PATIENCE_MS = 9_000;
const SOCIAL = '.auth0-lock-social-button';
/** Whoever clicks one goes on; the submit button is clicked again by whoever waits. */
const ANOTHER_WAY = 'a, button:not([type=submit]), [role=button]';

/** What a visitor leaves the page by. */
export type WayOut = 'code' | 'social';

/**
 * Calls `onSlow` when Lock has sent the visitor away, with a code that was right or to a social provider, and the
 * page is still there after nine seconds: the browser itself shows next to nothing meanwhile. Any other
 * navigation leaves the form as usable as it was, and may come to nothing: a mail program, a download. And
 * whoever types on, or takes another way, is not waiting.
 */
export function watchLeaving(onSlow: (by: WayOut) => void): void {
  let isSocial = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (by: WayOut) => {
    timer ??= setTimeout(() => onSlow(by), PATIENCE_MS);
  };
  const goOn = () => {
    isSocial = false;
    clearTimeout(timer);
    timer = undefined;
  };
  document.addEventListener('loginpage:code-accepted', () => wait('code'));
  document.addEventListener('input', goOn, true);
  document.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      if (target.closest(SOCIAL) !== null) isSocial = true;
      else if (target.closest(ANOTHER_WAY) !== null) goOn();
    },
    true,
  );
  // Lock may open a window instead, which leaves the page where it is.
  window.addEventListener('beforeunload', () => {
    if (isSocial) wait('social');
  });
  window.addEventListener('pagehide', goOn);
}
