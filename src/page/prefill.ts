import { plainEmail } from './markup/plainEmail.ts';
import { visibleText } from './markup/visibleText.ts';

/** What the visitor need not type. */
export interface Prefill {
  email?: string;
}

/** As Lock takes it (auth0-lock 14.3.0, `src/field/email.js`), but for what could be markup. */
const EMAIL = /^(?:"[^\s"<>]{1,62}"|[^\s@<>]{1,64})@[^\s@<>]{1,190}$/;

/**
 * Reads the request's `login_hint` as an email address for the email field. Anything else, such as a user name, fills
 * nothing in; a phone number is read by `hintedNumber`.
 *
 * @param hint - `internalOptions.login_hint`, whatever its type
 */
export function prefill(hint: unknown): Prefill {
  if (typeof hint !== 'string') return {};
  const email = emailIn(hint.trim());
  return EMAIL.test(email) ? { email } : {};
}

/** The address in a hint: a `+` that was put into a query as it is has arrived as a space. */
function emailIn(hint: string): string {
  if (/^mailto:|[<>]/i.test(hint)) return plainEmail(hint);
  const at = hint.lastIndexOf('@');
  if (at === -1) return hint;
  const local = visibleText(hint.slice(0, at)).trim().replace(/ /g, '+');
  return `${local}@${visibleText(hint.slice(at + 1)).trim()}`;
}
