import { placeOfOffset } from './placeOf.ts';
import type { Rule } from './Rule.ts';

/**
 * No template syntax left in the markup. No template language was seen to run on this page, but Terraform's
 * docs say that Liquid does: what looks like it is told. Scripts are left out, since DOMPurify's patterns
 * hold braces of this kind.
 */
export const templateSyntaxRule: Rule = {
  code: 'template-syntax',
  check(page) {
    const { markup } = page;
    const found = /\{\{|\{%/.exec(markup);
    if (found === null) return [];
    return [
      {
        severity: 'warning',
        what: `"${found[0]}" at ${placeOfOffset(page, markup, found.index)} looks like template syntax that was not rendered.`,
        fix: 'Render it in the template, or take it out.',
      },
    ];
  },
};
