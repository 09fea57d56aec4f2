import type { PhoneNumbers } from '../phone/PhoneNumbers.ts';
import type { ReadNumber } from '../phone/readNumber.ts';

const COUNTRIES = '.auth0-lock-list-code li';
/** How a country stands in Lock's list, and on its button: `+54 9 AR Argentina`, `+54 9 Argentina`. */
const DIALED = /^\+([\d ]+)/;
/** Two seconds, for a list that slides. */
const MOST_FRAMES = 120;

/**
 * Has Lock as it is published send the number that was written: just before the form is sent, the field gets what
 * Lock is to put behind the country's code, and Lock's list the country of the number. A text that cannot be a
 * number is not sent.
 */
export function sendNumber(container: HTMLElement, numbers: PhoneNumbers): void {
  let isRead = false;
  const field = () => container.querySelector<HTMLInputElement>('input[name=phoneNumber]');
  container.addEventListener('input', () => field()?.setCustomValidity(''), true);
  container.addEventListener(
    'click',
    (event) => {
      const button = event.target instanceof Element && event.target.closest<HTMLElement>('[type=submit]');
      const phone = field();
      if (isRead || !button || phone === null || phone.disabled) return;
      const code = dialedBy(container);
      const number = numbers.read(phone.value, numbers.countryOf(code));
      const problem = numbers.problem(number, numbers.countryOf(code));
      const digits = number.callingCode + number.national;
      if (problem === null && digits.slice(code.length) === phone.value && digits.startsWith(code)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (problem !== null) return tell(phone, problem);
      void choose(container, number, code).then((chosen) => {
        // Lock would put another country's code before it: that is someone else's number.
        if (!digits.startsWith(chosen)) return tell(field(), numbers.notOffered(number.callingCode));
        write(field(), digits.slice(chosen.length));
        isRead = true;
        container.querySelector<HTMLElement>('[type=submit]')?.click();
        isRead = false;
      });
    },
    true,
  );
}

/** The digits that Lock puts before what is typed. */
const dialedBy = (container: Element): string =>
  digitsOf(container.querySelector<HTMLInputElement>('input[name=location]')?.value ?? '');

const digitsOf = (label: string): string => (DIALED.exec(label)?.[1] ?? '').replace(/ /g, '');

/** Chooses from Lock's list the country that a number belongs to; returns the digits that Lock then dials. */
async function choose(
  container: HTMLElement,
  { callingCode, national, country }: ReadNumber,
  code: string,
): Promise<string> {
  const digits = callingCode + national;
  if (digits.startsWith(code)) return code;
  container.querySelector<HTMLElement>('input[name=location]')?.click();
  await until(() => container.querySelector(COUNTRIES) !== null);
  const [best] = [...container.querySelectorAll<HTMLElement>(COUNTRIES)]
    .map((row) => {
      const label = row.textContent ?? '';
      return { row, dialed: digitsOf(label), isIts: label.split(' ').includes(country ?? '') };
    })
    .filter(({ dialed }) => dialed !== '' && digits.startsWith(dialed))
    // Of those with one code, such as the United Kingdom and Guernsey, its own.
    .sort((one, other) => other.dialed.length - one.dialed.length || +other.isIts - +one.isIts);
  // The way out of the list, where Lock does not have the country.
  (best?.row ?? container.querySelector<HTMLElement>('.auth0-lock-select-country [role=button]'))?.click();
  await until(() => container.querySelector(COUNTRIES) === null);
  return best?.dialed ?? code;
}

function tell(field: HTMLInputElement | null, problem: string): void {
  field?.setCustomValidity(problem);
  field?.reportValidity();
}

/** As if it had been typed. */
function write(field: HTMLInputElement | null, text: string): void {
  if (field === null) return;
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function until(isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    let frames = MOST_FRAMES;
    const look = () => (isSo() || frames-- === 0 ? resolve() : requestAnimationFrame(look));
    look();
  });
}
