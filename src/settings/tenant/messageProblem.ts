import { placeholders } from './placeholders.ts';

/** What Auth0 puts the code in place of. */
export const CODE_MARKER = '@@password@@';

/** What a message must be that `message` is not, in words that follow "expected"; `null` where nothing is wrong. */
export function messageProblem(message: string): string | null {
  if (!message.includes(CODE_MARKER)) {
    return `a text with ${CODE_MARKER} in it, which Auth0 puts the code in place of`;
  }
  if (message.length > 5_120) return 'at most 5,120 characters';
  const other = placeholders(message).find((marker) => marker !== CODE_MARKER);
  return other === undefined
    ? null
    : `no ${other}, in place of which auth0-deploy-cli could put something else`;
}
