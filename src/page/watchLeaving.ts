/** As long as for anything else that a visitor waits for. */
const PATIENCE_MS = 9_000;
/** A disabled one waits for the terms to be accepted. */
const SOCIAL = '.auth0-lock-social-button:not([aria-disabled=true])';
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
  let timer: ReturnType<typeof setTimeout> | undefined;
  const goOn = () => clearTimeout(timer);
  const wait = (by: WayOut) => {
    goOn();
    timer = setTimeout(() => onSlow(by), PATIENCE_MS);
  };
  document.addEventListener('loginpage:code-accepted', () => wait('code'));
  document.addEventListener('input', goOn, true);
  document.addEventListener(
    'click',
    ({ target }) => {
      if (!(target instanceof Element)) return;
      // On the tenant's own host Lock always redirects (auth0-lock 14.3.0, core/web_api.js). The click itself counts,
      // since Safari on iOS has no beforeunload.
      if (target.closest(SOCIAL) !== null) wait('social');
      else if (target.closest(ANOTHER_WAY) !== null) goOn();
    },
    true,
  );
  window.addEventListener('pagehide', goOn);
}
