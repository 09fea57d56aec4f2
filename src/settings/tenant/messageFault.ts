import { type LiquidMistake, renderLiquid } from './liquid.ts';
import { CODE_MARKER } from './messageProblem.ts';
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
 * the visitor's language is this one. `condition`: it brings something in some logins only, by another condition, such
 * as the application's name. `macro`: `@@password@@` in Liquid, or in an email, which Auth0 does not document. `syntax`:
 * it holds the code as the other syntax writes it. `method`: it brings the other one. `missing`: it brings neither.
 */
export type MessageFault =
  | { is: 'mistake'; mistake: LiquidMistake }
  | { is: 'language'; language: string }
  | { is: 'condition' | 'macro' | 'syntax' | 'method' | 'missing' };

/** Without letters, so that no filter for upper or lower case changes them. */
const BROUGHT = { code: '48291375', link: '//73915284' };
/** What a condition may compare with: a language, an application's name. */
const TAG = /\{%[\s\S]*?%\}/g;
const QUOTED = /(["'])(.+?)\1/g;

/** Renders the message, in each language and for each other text that it tells apart, and looks for what it must bring. */
export function messageFault(message: ConnectionMessage): MessageFault | null {
  const { strategy, text, syntax, method } = message;
  if (syntax !== 'liquid') {
    if (method === 'code' && text.includes(CODE_MARKER)) return strategy === 'sms' ? null : { is: 'macro' };
    if (prints(message, 'code') || prints(message, 'link')) return { is: 'syntax' };
    return { is: text.includes(CODE_MARKER) ? 'method' : 'missing' };
  }
  const { text: rendered, mistakes } = render(message, {}, BROUGHT);
  const [mistake] = mistakes;
  if (rendered === null && mistake !== undefined) return { is: 'mistake', mistake };
  const compared = comparedIn(text);
  const inLanguage = ['', ...compared].map((language) => ({
    language,
    brings: prints(message, method, { request_language: language }),
  }));
  const without = inLanguage.find(({ brings }) => !brings);
  if (without !== undefined && inLanguage.some(({ brings }) => brings)) {
    return { is: 'language', language: without.language };
  }
  // `x`: what a condition finds that asks whether there is an organization, for example.
  const elsewhere = ['x', ...compared].map((it) => prints(message, method, allVariables(strategy, it)));
  if (elsewhere.includes(without !== undefined)) return { is: 'condition' };
  if (without === undefined) return null;
  if (method === 'code' && text.includes(CODE_MARKER)) return { is: 'macro' };
  return { is: prints(message, method === 'code' ? 'link' : 'code') ? 'method' : 'missing' };
}

const comparedIn = (text: string): string[] => [
  ...new Set((text.match(TAG) ?? []).flatMap((tag) => [...tag.matchAll(QUOTED)].map(([, , it = '']) => it))),
];

/** Every variable of a message that is a text has this one. */
function allVariables(strategy: ConnectionMessage['strategy'], text: string): object {
  const values: Record<string, unknown> = {};
  for (const path of strategy === 'sms' ? smsVariables : emailVariables) {
    const names = path.split('.');
    const last = names.pop() ?? '';
    let at = values;
    for (const name of names) {
      const inside = (at[name] ?? {}) as Record<string, unknown>;
      at[name] = inside;
      at = inside;
    }
    at[last] = text;
  }
  return { ...values, request_language: '' };
}

function render({ strategy, text, method }: ConnectionMessage, values: object, brought: typeof BROUGHT) {
  const given = { request_language: '', ...values };
  return strategy === 'sms'
    ? renderLiquid(text, { ...given, code: brought.code, password: brought.code }, smsVariables)
    : renderLiquid(text, { ...given, ...brought, send: method }, emailVariables);
}

/** Whether the message shows it: in one piece, or in groups and boxes, where each digit still changes the message. */
function prints(message: ConnectionMessage, what: 'code' | 'link', values: object = {}): boolean {
  const { text } = render(message, values, BROUGHT);
  if (text === null) return false;
  const whole = BROUGHT[what];
  if (text.includes(whole)) return true;
  const first = whole.search(/\d/);
  // A code has four digits at the least, and boxes for no more than it has.
  return [0, 1, 2, 3].every((place) => {
    const other = `${whole.slice(0, first + place)}0${whole.slice(first + place + 1)}`;
    return render(message, values, { ...BROUGHT, [what]: other }).text !== text;
  });
}
