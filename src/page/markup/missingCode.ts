import type { LiveRegion } from '../LiveRegion.ts';
import type { Words } from '../PageData.ts';
import { setAttributes } from './setAttributes.ts';
import { visibleText } from './visibleText.ts';

/**
 * Keeps a form without a code from being sent, and says what is missing: Lock would send it, which costs one of
 * three tries.
 */
export function missingCode(container: HTMLElement, { code }: Words, liveRegion: LiveRegion): void {
  const id = `${container.id}-code-missing`;
  container.addEventListener(
    'submit',
    (event) => {
      const field = codeField(container);
      if (field === null || field.disabled || visibleText(field.value).trim() !== '') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      say(field, id, code.missing);
      liveRegion.say(code.missing);
      // Its own may be held back (`lateFocus.ts`).
      HTMLElement.prototype.focus.call(field, { preventScroll: true });
    },
    true,
  );
  container.addEventListener('input', ({ target }) => {
    const message = container.querySelector(`#${id}`);
    if (message === null || !(target instanceof HTMLInputElement)) return;
    message.remove();
    setAttributes(target, { 'aria-invalid': 'false' });
    target.removeAttribute('aria-describedby');
  });
}

/** `null` where another screen is on its way in. */
function codeField(container: HTMLElement): HTMLInputElement | null {
  const isLeaving = container.querySelector('input[name=phoneNumber], input[name=email]') !== null;
  return isLeaving ? null : container.querySelector<HTMLInputElement>('input[name=vcode]');
}

function say(field: HTMLInputElement, id: string, text: string): void {
  setAttributes(field, { 'aria-invalid': 'true', 'aria-describedby': id });
  const block = field.closest('.auth0-lock-input-block');
  if (block === null || block.querySelector(`#${id}`) !== null) return;
  const message = document.createElement('div');
  message.id = id;
  message.className = 'auth0-lock-error-msg code-missing';
  message.textContent = text;
  block.append(message);
}
