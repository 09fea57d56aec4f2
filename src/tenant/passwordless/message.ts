import type { StartRequest } from './startRequest.ts';

const DEFAULT_TEMPLATE = 'Your verification code is: @@password@@';

/**
 * What the person reads. `@@password@@` is Auth0's own placeholder in these templates.
 *
 * @param language - what the page asks for, in `x-request-language`, or else the browser, in `accept-language`
 */
export function messageText(
  { connection, strategy, identifier }: StartRequest,
  {
    code,
    link,
    application,
    language,
  }: { code: string; link: string | null; application: string; language: string },
): string {
  if (link !== null) return `Click this link to log in: ${link}`;
  const { template, syntax } = connection.options;
  const text = strategy === 'sms' && typeof template === 'string' ? template : DEFAULT_TEMPLATE;
  const read =
    syntax === 'liquid'
      ? withValues(withLanguage(text, language), {
          code,
          password: code,
          phone_number: identifier,
          'application.name': application,
          request_language: language,
        })
      : text;
  return read.split('@@password@@').join(code);
}

const CHOICE = /\{%-?\s*if\s.*?%\}.*?\{%-?\s*endif\s*-?%\}/gs;
const BRANCH = /\{%-?\s*(?:else|(?:els)?if\s+request_language\s+contains\s+(?:'([^']*)'|"([^"]*)"))\s*-?%\}/;

/**
 * Of Liquid, what Auth0's documentation chooses a language by: `{% if request_language contains 'fr' %}`, with
 * `elsif` and `else`. Everything else stays as it is.
 */
function withLanguage(text: string, language: string): string {
  return text.replace(CHOICE, (choice) => {
    const [, ...parts] = choice.replace(/\{%-?\s*endif\s*-?%\}$/, '').split(BRANCH);
    if (parts.length === 0) return choice;
    // Three at a time: what `contains` names, in one kind of quotes or the other, and the text.
    for (let at = 0; at + 2 < parts.length; at += 3) {
      const wanted = parts[at] ?? parts[at + 1];
      if (wanted === undefined || language.includes(wanted)) return parts[at + 2] ?? '';
    }
    return '';
  });
}

const withValues = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{-?\s*([\w.]+)\s*-?\}\}/g, (whole, name: string) => values[name] ?? whole);

/**
 * The link of an email, as Auth0 makes it: the address that a login page goes to with a code, with the
 * parameters of the login transaction.
 */
export function magicLink(
  origin: string,
  { clientId, connection, identifier, authParams }: StartRequest,
  code: string,
): string {
  const query = new URLSearchParams({
    ...authParams,
    verification_code: code,
    connection: connection.name,
    client_id: clientId,
    email: identifier,
  });
  return `${origin}/passwordless/verify_redirect?${query}`;
}
