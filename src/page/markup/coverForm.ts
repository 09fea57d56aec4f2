/** What Lock's list of countries and its "we sent you a link" lie over; the title is not of the form. */
const COVERED = '.auth0-lock-content-body-wrapper, .auth0-lock-submit';

/**
 * Takes what the list of countries covers out of the tab order and out of sight of screen readers, and takes
 * it away where "we sent you a link" has its place: Lock only paints over both.
 */
export function coverForm(container: Element): void {
  const has = (selector: string) => container.querySelector(selector) !== null;
  const states = {
    inert: has('.auth0-lock-select-country'),
    hidden: has('.auth0-lock-confirmation'),
  };
  for (const part of container.querySelectorAll(COVERED)) {
    for (const [attribute, isOn] of Object.entries(states)) {
      if (part.hasAttribute(attribute) !== isOn) part.toggleAttribute(attribute, isOn);
    }
  }
}
