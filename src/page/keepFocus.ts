const SUBMIT = '.auth0-lock-submit';

/**
 * Calls `refocus` when another screen has come, when the element that had the focus is taken away or disabled,
 * or when what was submitted by the button is refused, as long as the visitor was inside of `container`: Lock
 * leaves the focus on a button that is now another screen's, on the one that was pressed, or nowhere, and who
 * uses a keyboard would start from the top of the page again.
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
  // Lock disables its fields, and not the button, until Auth0 has answered.
  const isGivenBack = ({ attributeName, target, oldValue }: MutationRecord, now: HTMLElement | undefined) =>
    attributeName === 'disabled' && target === now && oldValue !== null && !now.hasAttribute('disabled');
  const observer = new MutationObserver((records) => {
    const now = field();
    const name = now === undefined ? '' : now.getAttribute('name') || now.className || now.localName;
    const isNew = name !== '' && name !== screen;
    if (name !== '') screen = name;
    const isRefused =
      document.activeElement?.matches(SUBMIT) === true && records.some((it) => isGivenBack(it, now));
    if (!wasInside || container.hidden || !(isNew || isRefused || isNowhere())) return;
    const from = document.activeElement;
    requestAnimationFrame(() => {
      const isLeft = (isNew || isRefused) && document.activeElement === from;
      if (wasInside && (isLeft || isNowhere())) refocus();
    });
  });
  observer.observe(container, {
    childList: true,
    subtree: true,
    attributeOldValue: true,
    attributeFilter: ['disabled', 'class', 'hidden'],
  });
}
