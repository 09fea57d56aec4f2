/**
 * Takes what Lock's list of countries lies over out of the tab order and out of sight of screen readers, and
 * takes the form away where "we sent you a link" has its place: Lock only paints over both.
 */
export function coverForm(container: Element): void {
  const has = (selector: string) => container.querySelector(selector) !== null;
  toggle(
    container,
    '.auth0-lock-content-wrapper, .auth0-lock-submit',
    'inert',
    has('.auth0-lock-select-country'),
  );
  toggle(
    container,
    '.auth0-lock-content-body-wrapper, .auth0-lock-submit',
    'hidden',
    has('.auth0-lock-confirmation'),
  );
}

function toggle(container: Element, selector: string, attribute: string, isOn: boolean): void {
  for (const part of container.querySelectorAll(selector)) {
    if (part.hasAttribute(attribute) !== isOn) part.toggleAttribute(attribute, isOn);
  }
}
