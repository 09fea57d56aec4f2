/**
 * Calls `refocus` when another screen has come, or when the element that had the focus is taken away or
 * disabled, as long as the visitor was inside of `container`: Lock leaves the focus on a button that is now
 * another screen's, or nowhere, and who uses a keyboard would start from the top of the page again.
 *
 * @param field - the field that is to be filled in on the screen that is shown, or what there is in its place
 */
export function keepFocus(
  container: HTMLElement,
  field: () => HTMLElement | undefined,
  refocus: () => void,
): void {
  let wasInside = false;
  let screen = '';
  document.addEventListener('focusin', ({ target }) => {
    wasInside = target instanceof Node && container.contains(target);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    // A click beside the form takes the focus away, and is meant to.
    if (!(target instanceof Node && container.contains(target))) wasInside = false;
  });
  const isNowhere = () => document.activeElement === document.body;
  const observer = new MutationObserver(() => {
    const now = field();
    const name = now === undefined ? '' : now.getAttribute('name') || now.className || now.localName;
    const isNew = name !== '' && name !== screen;
    if (name !== '') screen = name;
    if (!wasInside || container.hidden || !(isNew || isNowhere())) return;
    const from = document.activeElement;
    requestAnimationFrame(() => {
      const isLeft = isNew && document.activeElement === from;
      if (wasInside && (isLeft || isNowhere())) refocus();
    });
  });
  observer.observe(container, {
    childList: true,
    subtree: true,
    attributeFilter: ['disabled', 'class', 'hidden'],
  });
}
