/** What Lock's list of countries and its "we sent you a link" lie over. */
const COVERED = '.auth0-lock-content-wrapper, .auth0-lock-submit';

/** Takes what is covered out of the tab order and out of sight of screen readers; Lock only paints over it. */
export function coverForm(container: Element): void {
  const isCovered = container.querySelector('.auth0-lock-select-country, .auth0-lock-confirmation') !== null;
  for (const part of container.querySelectorAll(COVERED)) {
    if (part.hasAttribute('inert') !== isCovered) part.toggleAttribute('inert', isCovered);
  }
}
