import { CODE_MARKER } from './messageProblem.ts';
import type { SmsSettings } from './TenantSettings.ts';

type MessageSettings = Pick<SmsSettings, 'message' | 'syntax' | 'autofill'>;

/** Auth0's own. */
export const DEFAULT_MESSAGE = `Your verification code is: ${CODE_MARKER}`;
/** The code in Liquid, where Auth0 documents no other placeholder. */
const LIQUID_CODE = '{{ password }}';

/**
 * The message as Auth0 takes it, and its syntax. Texts of several languages become Liquid that chooses by
 * `request_language`, which is what the page asks for; the first is for every other one.
 *
 * @param host - `tenant.loginHost`, for `autofill`
 * @see https://auth0.com/docs/authenticate/passwordless/authentication-methods/sms-otp
 */
export function smsTemplate(
  { message = DEFAULT_MESSAGE, syntax = 'md_with_macros', autofill = false }: MessageSettings,
  host: string | undefined,
): { template: string; syntax: 'md_with_macros' | 'liquid' } {
  const isOne = typeof message === 'string';
  const isLiquid = syntax === 'liquid' || !isOne;
  const code = isLiquid ? LIQUID_CODE : CODE_MARKER;
  const text = isOne ? (isLiquid ? inLiquid(message) : message) : byLanguage(message);
  // The last line, by itself: https://wicg.github.io/sms-one-time-codes/
  const bound = autofill && host !== undefined ? `\n\n@${host} #${code}` : '';
  return { template: text + bound, syntax: isLiquid ? 'liquid' : 'md_with_macros' };
}

/** Auth0 does not document its macros in Liquid. Within Liquid's own signs a text stays as it is. */
const inLiquid = (text: string): string =>
  text
    .split(/(\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\})/)
    .map((part, index) => (index % 2 === 0 ? part.split(CODE_MARKER).join(LIQUID_CODE) : part))
    .join('');

function byLanguage(texts: Readonly<Record<string, string | undefined>>): string {
  const all = Object.entries(texts).flatMap(([language, text]): [string, string][] =>
    text === undefined ? [] : [[language, inLiquid(text)]],
  );
  const [[, first] = ['', ''], ...others] = all;
  if (others.length === 0) return first;
  const choices = others.map(
    ([language, text], index) =>
      `{% ${index === 0 ? 'if' : 'elsif'} request_language contains '${language}' %}${text}`,
  );
  return `${choices.join('')}{% else %}${first}{% endif %}`;
}
