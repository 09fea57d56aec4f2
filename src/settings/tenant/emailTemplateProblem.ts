import { liquidMistakes, mistakeText } from './liquid.ts';
import { messageFault } from './messageFault.ts';
import { emailVariables } from './messageVariables.ts';
import { placeholders } from './placeholders.ts';

/**
 * What is wrong with the body of the email, or `null`.
 *
 * @param html - in Liquid's syntax
 * @param method - what the email brings
 */
export function emailTemplateProblem(html: string, method: 'code' | 'link'): string | null {
  const fault = messageFault({ strategy: 'email', text: html, syntax: 'liquid', method });
  // Which applications and organizations there are, the author knows.
  if (fault !== null && fault.is !== 'mistake' && fault.is !== 'condition') {
    const where =
      fault.is === 'language'
        ? `does not print {{ ${method} }} in every language`
        : `nowhere prints {{ ${method} }}`;
    return `${where}, so that nobody could log in with it (emailMethod is "${method}")`;
  }
  const [mistake] = liquidMistakes(html, emailVariables);
  if (mistake !== undefined) return `has a mistake in its Liquid, ${mistakeText(mistake)}`;
  const [marker] = placeholders(html);
  return marker === undefined
    ? null
    : `holds ${marker}, in place of which auth0-deploy-cli could put something else`;
}
