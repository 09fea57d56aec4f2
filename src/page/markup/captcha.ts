import { setAttributes } from './setAttributes.ts';

/**
 * Says what the captcha's picture is for, over it and to screen readers: Lock says so only in a placeholder,
 * which is cut off on a phone and gone with the first letter. Its field refers to an error text of the email
 * field, which has nothing to do with it.
 */
export function captcha(container: Element): void {
  const field = container.querySelector<HTMLInputElement>('input[name=captcha]');
  const image = container.querySelector('.auth0-lock-captcha-image');
  if (field === null || image === null) return;
  const { placeholder } = field;
  setAttributes(field, { 'aria-label': placeholder });
  if (field.hasAttribute('aria-describedby')) field.removeAttribute('aria-describedby');
  setAttributes(image, { role: 'img', 'aria-label': placeholder });
  // The style shows it.
  if (image.parentElement !== null) setAttributes(image.parentElement, { 'data-label': placeholder });
}
