import { elementsOf } from './elementsOf.ts';
import type { Finding } from './Finding.ts';
import type { Rule } from './Rule.ts';

const error = (what: string, fix: string): Omit<Finding, 'rule'> => ({ severity: 'error', what, fix });

/** Title, language and viewport: what a screen reader says first, and what a phone needs. */
export const documentRule: Rule = {
  code: 'document',
  check({ document }) {
    const elements = elementsOf(document);
    const attribute = (tag: string, name: string, where: [string, string] | null = null) =>
      elements
        .find(
          (it) =>
            it.tagName === tag &&
            (where === null || it.attrs.some((attr) => attr.name === where[0] && attr.value === where[1])),
        )
        ?.attrs.find((attr) => attr.name === name)?.value ?? '';
    const title = elements.find(({ tagName }) => tagName === 'title')?.childNodes[0];
    const viewport = attribute('meta', 'content', ['name', 'viewport']);
    return [
      ...(title !== undefined && 'value' in title && title.value.trim() !== ''
        ? []
        : [error('The page has no title.', 'Add <title>…</title>.')]),
      ...(attribute('html', 'lang') !== ''
        ? []
        : [error('The page names no language.', 'Add lang="…" to <html>.')]),
      ...(viewport.includes('width=device-width')
        ? []
        : [
            error(
              'The page has no viewport, so a phone shows it as a small picture of a wide one.',
              'Add <meta name="viewport" content="width=device-width, initial-scale=1">.',
            ),
          ]),
      ...(/user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*[01](?:\.\d+)?\s*(?:,|$)/.test(viewport)
        ? [
            error(
              `The viewport "${viewport}" keeps people from zooming in.`,
              'Take user-scalable and maximum-scale out.',
            ),
          ]
        : []),
    ];
  },
};
