/** What Lock's list of countries and its "we sent you a link" lie over; the header is not of the form. */
const COVERED = '.auth0-lock-content-body-wrapper, .auth0-lock-submit';
const COVERS = '.auth0-lock-select-country, .auth0-lock-confirmation';

/** Takes the form away while something else has its place: Lock only paints over it, and Tab leads there. */
export function coverForm(container: Element): void {
  const isCovered = container.querySelector(COVERS) !== null;
  for (const part of container.querySelectorAll(COVERED)) {
    if (part.hasAttribute('hidden') !== isCovered) part.toggleAttribute('hidden', isCovered);
  }
}
