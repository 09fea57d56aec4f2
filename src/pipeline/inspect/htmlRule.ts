import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';
import type { Rule } from './Rule.ts';

/**
 * html-validate's recommended rules, less those that are a matter of taste or that a login page has reason
 * to break: `no-inline-style` and `script-element` style rules are for pages whose files can stand beside.
 */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      'require-sri': 'off',
      'no-inline-style': 'off',
      'void-style': 'off',
      'attr-quotes': 'off',
      'attribute-boolean-style': 'off',
    },
  }),
);

/** Valid HTML. Script and style texts are another rule's, and are left out: they are most of the page. */
export const htmlRule: Rule = {
  code: 'html',
  async check({ html }) {
    const report = await validator.validateString(withoutCode(html));
    return report.results.flatMap(({ messages }) =>
      messages.map(({ line, column, message, ruleId, ruleUrl, severity }) => ({
        severity: severity === 2 ? ('error' as const) : ('warning' as const),
        what: `Line ${line}, column ${column}: ${message}.`,
        fix: ruleUrl === undefined ? `Rule ${ruleId} of html-validate.` : `${ruleId}: see ${ruleUrl}`,
      })),
    );
  },
};

/** Scripts and styles emptied of all but their line ends, so that lines in messages are the page's own. */
function withoutCode(html: string): string {
  return html.replace(
    /(<(script|style)\b[^>]*>)([\s\S]*?)(<\/\2\s*>)/gi,
    (_whole, open: string, _name: string, code: string, close: string) =>
      open + (code.trim() === '' ? '' : ` ${code.replace(/[^\n]+/g, '')} `) + close,
  );
}
