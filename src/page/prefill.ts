import { diallingCodes } from './diallingCodes.ts';
import { plainEmail } from './markup/plainEmail.ts';
import { visibleText } from './markup/visibleText.ts';

type Phone = { number: string; country: string };

/** What the visitor need not type. */
export interface Prefill {
  email?: string;
  /** The number without its dialling code, and the country that has this code. */
  phone?: Phone;
}

/** As Lock takes it (auth0-lock 14.3.0, `src/field/email.js`), but for what could be markup. */
const EMAIL = /^(?:"[^\s"<>]{1,62}"|[^\s@<>]{1,64})@[^\s@<>]{1,190}$/;
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
  const email = emailIn(text);
  if (EMAIL.test(email)) return { email };
  const phone = PHONE.test(text) ? splitPhone(text.replace(/\D/g, ''), defaultCountry) : null;
  return phone === null ? {} : { phone };
}

/** The address in a hint: a `+` that was put into a query as it is has arrived as a space. */
function emailIn(hint: string): string {
  if (/^mailto:|[<>]/i.test(hint)) return plainEmail(hint);
  const at = hint.lastIndexOf('@');
  if (at === -1) return hint;
  const local = visibleText(hint.slice(0, at)).trim().replace(/ /g, '+');
  return `${local}@${visibleText(hint.slice(at + 1)).trim()}`;
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
