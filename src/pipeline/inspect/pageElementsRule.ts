import { elementsOf } from './elementsOf.ts';
import { atElement, elementFirst } from './placeOf.ts';
import type { Rule } from './Rule.ts';

/** What the page's script looks for, by id, and the element that it must be. */
const REQUIRED: Readonly<Record<string, string | null>> = {
  login: null,
  lock: null,
  'method-switch': 'button',
  announcement: null,
  failure: null,
  'failure-text': null,
  'try-again': 'button',
  'hosted-config': 'script',
  'page-settings': 'script',
};

/** A template that was changed still has every element that the script works with, once. */
export const pageElementsRule: Rule = {
  code: 'page-elements',
  check(page) {
    if (page.expected === undefined) return [];
    const elements = elementsOf(page.document);
    return Object.entries(REQUIRED).flatMap(([id, tag]) => {
      const found = elements.filter(({ attrs }) =>
        attrs.some(({ name, value }) => name === 'id' && value === id),
      );
      const [element] = found;
      if (found.length === 1 && (tag === null || element?.tagName === tag)) return [];
      const what =
        element === undefined
          ? `No element has the id "${id}"`
          : found.length > 1
            ? `${found.length} elements have the id "${id}" (${found.map((it) => `<${it.tagName}>${atElement(page, it)}`).join('; ')})`
            : `${elementFirst(page, element)}The element with the id "${id}" is <${element.tagName}>, not <${tag}>`;
      return [
        {
          severity: 'error' as const,
          what: `${what}, which the page's script needs.`,
          fix: 'Compare with templates/ as it was: git diff templates.',
        },
      ];
    });
  },
};
