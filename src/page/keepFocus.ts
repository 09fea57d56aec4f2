/**
 * Calls `refocus` when the element that had the focus is taken away, or disabled, inside of `container`:
 * Lock does that on every change of screen and with every code that is refused, and who uses a keyboard
 * would start from the top of the page again.
 */
export function keepFocus(container: HTMLElement, refocus: () => void): void {
  let wasInside = false;
  document.addEventListener('focusin', ({ target }) => {
    wasInside = target instanceof Node && container.contains(target);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    // A click beside the form takes the focus away, and is meant to.
    if (!(target instanceof Node && container.contains(target))) wasInside = false;
  });
  const observer = new MutationObserver(() => {
    if (!wasInside || container.hidden || document.activeElement !== document.body) return;
    requestAnimationFrame(() => {
      if (wasInside && document.activeElement === document.body) refocus();
    });
  });
  observer.observe(container, { childList: true, subtree: true, attributeFilter: ['disabled', 'class'] });
}
