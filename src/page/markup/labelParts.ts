import type { Words } from '../PageData.ts';
import { setAttributes } from './setAttributes.ts';

type Attributes = Readonly<Record<string, string>>;

/**
 * Names, for assistive technology, for password managers and for the phone's autofill, the parts that Lock
 * names in English (`vcode`, `Telephone number`) or not at all; it turns autofill off everywhere (auth0-lock 14.3.0, `src/ui/input/*.jsx`). Placeholders are in the page's language.
 */
export function labelParts(container: Element, { label, code }: Words): void {
  const isCode = container.querySelector('input[name=vcode]') !== null;
  const back = isCode ? code.change[container.id === 'lock-email' ? 'email' : 'sms'] : label.back;
  const parts: Readonly<Record<string, (part: HTMLInputElement) => Attributes>> = {
    // What the button shows is its value, which an aria-label hides from screen readers.
    'input[name=location]': ({ value }) => ({
      'aria-label': `${label.country}: ${value}`,
      'aria-haspopup': 'listbox',
    }),
    'input[name=phoneNumber]': ({ placeholder }) => ({
      'aria-label': placeholder,
      // With the calling code, which chooses the country.
      autocomplete: 'tel',
    }),
    'input[name=email]': () => ({ 'aria-label': label.email, autocomplete: 'email' }),
    'input[name=vcode]': ({ placeholder }) => ({
      'aria-label': placeholder,
      autocomplete: 'one-time-code',
      inputmode: 'numeric',
    }),
    '.auth0-lock-back-button': () => ({ 'aria-label': back }),
    '.auth0-lock-captcha-refresh': () => ({ 'aria-label': label.newCaptcha }),
  };
  for (const [selector, attributes] of Object.entries(parts)) {
    for (const part of container.querySelectorAll<HTMLInputElement>(selector)) {
      setAttributes(part, attributes(part));
    }
  }
}
