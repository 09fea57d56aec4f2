/** As long as for anything else that a visitor waits for. */
const PATIENCE_MS = 9_000;

/**
 * Calls `onSlow` when the page is about to be left, for the application or a social provider, and is still
 * there after nine seconds: the browser itself shows next to nothing meanwhile.
 */
export function watchLeaving(onSlow: () => void): void {
  window.addEventListener('beforeunload', () => {
    // A link of ours may lead to a mail program, which leaves the page where it is.
    if (document.activeElement?.closest('a') !== null) return;
    const timer = setTimeout(onSlow, PATIENCE_MS);
    window.addEventListener('pagehide', () => clearTimeout(timer), { once: true });
  });
}
