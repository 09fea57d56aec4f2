import type { Words } from '../PageData.ts';
import { setAttributes } from './setAttributes.ts';

const BOX = '.auth0-lock-sign-up-terms-agreement input[type=checkbox]';
const SOCIAL = '.auth0-lock-social-button';
/** Where Enter sends the form. */
const TYPED = 'form input:not([type=checkbox]):not([type=button]):not([name=search])';

/**
 * Where a box must be ticked first, says so of the box and of the buttons that wait for it. Lock disables its own
 * button, but lets social ones through: they ask another engine's model (auth0-lock 14.3.0,
 * `src/field/social/social_buttons_pane.jsx`).
 *
 * @returns to be called when the markup has changed
 */
export function consent(container: HTMLElement, { consent: { missing } }: Words): () => void {
  const boxToTick = () => {
    const box = container.querySelector<HTMLInputElement>(BOX);
    return box === null || box.checked ? null : box;
  };
  const mend = () => {
    const waits = boxToTick() !== null;
    const box = container.querySelector(BOX);
    if (box !== null) setAttributes(box, { 'aria-required': 'true' });
    const submit = container.querySelector<HTMLButtonElement>('.auth0-lock-submit');
    // While something is sent, it is disabled too.
    if (submit !== null) explain(submit, missing, waits && submit.disabled);
    for (const button of container.querySelectorAll<HTMLElement>(SOCIAL)) {
      if (waits) setAttributes(button, { 'aria-disabled': 'true' });
      else button.removeAttribute('aria-disabled');
      explain(button, missing, waits);
    }
  };
  const ask = (event: Event, of: string) => {
    const box = boxToTick();
    if (box === null || !(event.target instanceof Element) || event.target.closest(of) === null) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    box.setCustomValidity(missing);
    // Brings the box into view with the words at it, and the focus on it.
    box.reportValidity();
  };
  container.addEventListener('click', (event) => ask(event, SOCIAL), true);
  // A form whose button is disabled is not sent, and no one is told why.
  container.addEventListener('keydown', (event) => event.key === 'Enter' && ask(event, TYPED), true);
  container.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(BOX)) return;
    target.setCustomValidity('');
    mend();
  });
  return mend;
}

function explain(button: HTMLElement, why: string, isDisabled: boolean): void {
  if (isDisabled) setAttributes(button, { title: why });
  else if (button.title === why) button.removeAttribute('title');
}
