import { type LiquidMistake, renderLiquid } from './liquid.ts';
import { emailVariables, smsVariables } from './messageVariables.ts';

/** A message as a connection has it. */
export interface ConnectionMessage {
  strategy: 'sms' | 'email';
  text: string;
  /** `md_with_macros`: Auth0 replaces `@@password@@` and nothing else. */
  syntax: 'liquid' | 'md_with_macros';
  /** What it must bring: an SMS always brings a code. */
  method: 'code' | 'link';
}

/**
 * Why no one can log in with what is sent. `mistake`: its Liquid cannot be rendered. `language`: it brings nothing where
 * the visitor's language is this one. `macro`: `@@password@@` in Liquid, which Auth0 does not document. `syntax`: it
 * holds the code as the other syntax writes it. `method`: it brings the other one. `missing`: it brings neither.
 */
export type MessageFault =
  | { is: 'mistake'; mistake: LiquidMistake }
  | { is: 'language'; language: string }
  | { is: 'macro' | 'syntax' | 'method' | 'missing' };

/** Without letters, so that no filter for upper or lower case changes them. */
const BROUGHT = { code: '48291375', link: '//73915284' } as const;
const MACRO = '@@password@@';
/** Texts that a condition compares the visitor's language with. */
const LANGUAGES = /\brequest_language\b[^%}]*?(?:contains|==)\s*(["'])([\w-]+)\1/g;

/** Renders the message, in each language that it tells apart, and looks for what it must bring. */
export function messageFault(message: ConnectionMessage): MessageFault | null {
  const { text, syntax, method } = message;
  if (syntax !== 'liquid') {
    if (method === 'code' && text.includes(MACRO)) return null;
    if (prints(message, 'code') || prints(message, 'link')) return { is: 'syntax' };
    return { is: text.includes(MACRO) ? 'method' : 'missing' };
  }
  const { text: rendered, mistakes } = render(message, '');
  const [mistake] = mistakes;
  if (rendered === null && mistake !== undefined) return { is: 'mistake', mistake };
  const languages = ['', ...[...text.matchAll(LANGUAGES)].map(([, , language = '']) => language)];
  const without = languages.find((language) => !prints(message, method, language));
  if (without === undefined) return null;
  // With the language that a condition names, or without any, there is one.
  if (languages.some((language) => prints(message, method, language))) {
    return { is: 'language', language: without };
  }
  if (method === 'code' && text.includes(MACRO)) return { is: 'macro' };
  return { is: prints(message, method === 'code' ? 'link' : 'code') ? 'method' : 'missing' };
}

function render({ strategy, text, method }: ConnectionMessage, language: string) {
  const { code, link } = BROUGHT;
  const both = { code, link, send: method, request_language: language };
  return strategy === 'sms'
    ? renderLiquid(text, { code, password: code, request_language: language }, smsVariables)
    : renderLiquid(text, both, emailVariables);
}

const prints = (message: ConnectionMessage, what: 'code' | 'link', language = ''): boolean =>
  render(message, language).text?.includes(BROUGHT[what]) === true;
