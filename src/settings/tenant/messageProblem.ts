import { originBound } from '../originBound.ts';
import { liquidProblem } from './liquid.ts';
import { smsVariables } from './messageVariables.ts';
import { placeholders } from './placeholders.ts';

/** What Auth0 puts the code in place of. */
export const CODE_MARKER = '@@password@@';

export const LONGEST_MESSAGE = 5_120;

/** The same in Liquid. */
const LIQUID_CODE = /\{\{-?\s*(?:code|password)\s*(?:\||-?\}\})/;

export const CODE_MISSING = `a text with ${CODE_MARKER} in it, which Auth0 puts the code in place of`;

/**
 * What a message must be that `message` is not, in words that follow "expected"; `null` where nothing is wrong. Whether
 * its syntax is that of its code is another question.
 */
export function messageProblem(message: string): string | null {
  if (!message.includes(CODE_MARKER) && !LIQUID_CODE.test(message)) return CODE_MISSING;
  if (message.length > LONGEST_MESSAGE) return 'at most 5,120 characters';
  if (originBound(message)?.host === null) {
    return `"@login.example.com #${CODE_MARKER}", with your host, as the last line by itself, or no such line`;
  }
  const other = placeholders(message).find((marker) => marker !== CODE_MARKER);
  return other === undefined
    ? null
    : `no ${other}, in place of which auth0-deploy-cli could put something else`;
}

/** The same of a text that becomes a part of Liquid which chooses by language. */
export function partProblem(message: string): string | null {
  const problem = messageProblem(message);
  if (problem !== null) return problem;
  if (message.includes('{%')) {
    return 'no "{%", or one text in message with syntax "liquid": this one becomes a part of Liquid which chooses by language';
  }
  const rest = message.replace(/\{\{[^{}]*\}\}/g, '');
  return rest.includes('{{') || rest.includes(CODE_MARKER) !== message.includes(CODE_MARKER)
    ? `a value of Liquid's such as "{{ application.name }}" where there is "{{", and ${CODE_MARKER} outside of it`
    : liquidProblem(message, smsVariables);
}
