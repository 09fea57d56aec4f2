import type { DefaultTreeAdapterTypes } from 'parse5';
import { elementsOf, nodesOf } from './elementsOf.ts';
import type { InspectedPage } from './InspectedPage.ts';
import { placeFirst, placeText } from './placeOf.ts';
import type { Problem } from './Rule.ts';

type Element = DefaultTreeAdapterTypes.Element;

/** An element or a comment, from its first character to where it ends. */
interface Span {
  name: string;
  start: readonly [line: number, column: number];
  /** `null` where nothing closes it. */
  end: readonly [line: number, column: number] | null;
}

/** Elements without an end tag, after the HTML standard. */
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;
/** Elements in which tags are text, to a browser that runs scripts. */
const SWALLOWS = /^(?:title|style|script|textarea|noscript)$/;

/**
 * What has no counterpart, for one of which html-validate has a problem with every tag after it. Where a template
 * closes what another one has opened, and one of the same kind has no counterpart, that is the cause.
 *
 * @param stray - names of end tags that close nothing
 */
export function unbalanced(page: InspectedPage, stray: readonly string[]): Problem[] {
  const swallowing = swallowingSpans(page).filter((it) => it.end === null || isClosedElsewhere(page, it));
  if (swallowing.length > 0) {
    return swallowing.slice(0, 1).map((it) => ({ ...notClosed(page, it), hidesOthers: true }));
  }
  const spans = elementsOf(page.document).flatMap((it) => spanOf(page, it));
  const crossing = spans.filter((it) => isClosedElsewhere(page, it));
  const open = spans.filter(({ end }) => end === null);
  const names = new Set(open.map(({ name }) => name));
  const problems = [...names].flatMap((name) => {
    const suspects = crossing.filter((it) => it.name === name);
    return (suspects.length > 0 ? suspects : open.filter((it) => it.name === name)).map((it) =>
      notClosed(page, it),
    );
  });
  const closing = crossing.filter(({ name }) => stray.includes(name) && !names.has(name));
  const all = [...problems, ...closing.map((it) => closesAnother(page, it))];
  // What is in a loop is there several times.
  return [...new Map(all.map((it) => [it.what, it])).values()];
}

const MORE = 'Other problems of the HTML may follow from this one, and are not shown.';

function notClosed(page: InspectedPage, { name, start }: Span): Problem {
  const [opening, closing] = name === '!--' ? ['<!--', '-->'] : [`<${name}>`, `</${name}>`];
  return {
    severity: 'error',
    what: `${placeFirst(page, ...start)}: ${opening} is not closed.`,
    fix: `Add ${closing}. ${MORE}`,
  };
}

function closesAnother(page: InspectedPage, { name, start, end }: Span): Problem {
  return {
    severity: 'error',
    what: `${placeFirst(page, ...(end ?? start))}: </${name}> closes the <${name}> at ${placeText(page, ...start)}.`,
    fix: `Take </${name}> out, or add what it is to close. ${MORE}`,
  };
}

/** Comments too: one that is not closed goes on to the next `-->`, in whatever script that is. */
function swallowingSpans(page: InspectedPage): Span[] {
  return nodesOf(page.document).flatMap((node): Span[] => {
    if ('tagName' in node) return SWALLOWS.test(node.tagName) ? spanOf(page, node) : [];
    const at = node.nodeName === '#comment' ? node.sourceCodeLocation : null;
    if (!at) return [];
    const isClosed = page.html.endsWith('-->', at.endOffset);
    return [
      { name: '!--', start: [at.startLine, at.startCol], end: isClosed ? [at.endLine, at.endCol - 1] : null },
    ];
  });
}

/** Nothing for what can't have an end tag, and for what only the parser has put there. */
function spanOf({ html }: InspectedPage, { tagName: name, sourceCodeLocation: at }: Element): Span[] {
  if (VOID.test(name) || !at?.startTag || html[at.startTag.endOffset - 2] === '/') return [];
  const { startTag, endTag } = at;
  return [
    {
      name,
      start: [startTag.startLine, startTag.startCol],
      end: endTag ? [endTag.startLine, endTag.startCol] : null,
    },
  ];
}

function isClosedElsewhere({ expected }: InspectedPage, { start, end }: Span): boolean {
  if (end === null || expected?.templatePlace === undefined) return false;
  const [from, to] = [expected.templatePlace(...start), expected.templatePlace(...end)];
  return from !== null && to !== null && (from.file !== to.file || !to.isText);
}
