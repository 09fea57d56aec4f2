/**
 * Keeps Lock's code field from taking the focus away from somebody who has gone on: Lock gives it the focus
 * 1.2 seconds after it has come, whatever has happened meanwhile (auth0-lock 14.3.0,
 * `src/ui/input/vcode_input.jsx`).
 */
export function lateFocus(container: Element): void {
  const field = container.querySelector<HTMLInputElement>('input[name=vcode]');
  if (field === null || field.focus !== HTMLElement.prototype.focus) return;
  field.focus = (options) => {
    if (document.activeElement === document.body) HTMLElement.prototype.focus.call(field, options);
  };
}
