import { diallingCodes } from './diallingCodes.ts';

type Phone = { number: string; country: string };

/** What the visitor need not type. */
export interface Prefill {
  email?: string;
  /** The number without its dialling code, and the country that has this code. */
  phone?: Phone;
}

const EMAIL = /^[^\s@<>"'(),:;\\[\]]{1,64}@[^\s@<>"'(),:;\\[\]]{1,190}$/;
/** Auth0's own rule for phone numbers is `^\+[0-9]{1,15}$`; people also write spaces, hyphens, brackets. */
const PHONE = /^\+[0-9][0-9 ().-]{4,28}$/;
const LONGEST_DIALLING_CODE = 4;

/**
 * Reads the request's `login_hint`: an email address for the email field, or a phone number with its
 * dialling code for the phone field. Anything else, such as a user name, fills nothing in.
 *
 * @param hint - `internalOptions.login_hint`, whatever its type
 * @param defaultCountry - preferred among countries that share a dialling code (`CA` for `+1`)
 */
export function prefill(hint: unknown, defaultCountry?: string): Prefill {
  if (typeof hint !== 'string') return {};
  const text = hint.trim();
  if (EMAIL.test(text)) return { email: text };
  const phone = PHONE.test(text) ? splitPhone(text.replace(/\D/g, ''), defaultCountry) : null;
  return phone === null ? {} : { phone };
}

function splitPhone(digits: string, defaultCountry?: string): Phone | null {
  if (digits.length > 15) return null;
  for (let length = LONGEST_DIALLING_CODE; length > 0; length--) {
    const countries = diallingCodes.get(digits.slice(0, length));
    const number = digits.slice(length);
    if (countries === undefined || number === '') continue;
    const preferred = countries.find((country) => country === defaultCountry) ?? countries[0];
    return preferred === undefined ? null : { number, country: preferred };
  }
  return null;
}
