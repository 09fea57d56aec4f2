import { setAttributes } from './setAttributes.ts';

/** Makes a button of each social connection: Lock's are links that lead nowhere and take no focus. */
export function socialButtons(container: Element): void {
  for (const pane of container.querySelectorAll('.auth-lock-social-buttons-pane')) {
    if (pane.hasAttribute('tabindex')) pane.removeAttribute('tabindex');
  }
  for (const button of container.querySelectorAll('.auth0-lock-social-button')) {
    setAttributes(button, { role: 'button', tabindex: '0' });
  }
}
