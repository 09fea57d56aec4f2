import { sourceHash } from '../../pipeline/policy/sourceHash.ts';
import { count } from '../../settings/count.ts';
import { focused } from './focused.ts';
import type { PartDifference } from './PartDifference.ts';
import { partSummary } from './partSummary.ts';
import { shownLine } from './shownLine.ts';

/** A section of the report: one page at one place. */
export interface ReportEntry {
  title: string;
  /** Name and value, a row each. */
  facts: readonly (readonly [name: string, value: string])[];
  /** `null` where there is nothing to compare, or it is not shown. */
  differences: readonly PartDifference[] | null;
}

/** Of one part, so that a browser can still show the whole. */
const MOST_LINES = 2_000;
const MOST_CHARACTERS = 400;

const STYLE = `
  :root { color-scheme: light dark; }
  body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
  h2 { border-top: 1px solid #8886; margin-top: 2.5rem; padding-top: 1.5rem; font-size: 1.15rem; }
  th { text-align: start; padding-inline-end: 1.5rem; font-weight: 500; vertical-align: top; }
  td, pre { overflow-wrap: anywhere; }
  summary { cursor: pointer; margin-top: .75rem; }
  summary b { display: inline-block; min-width: 6rem; }
  pre { background: #8881; border-radius: 6px; margin: .5rem 0; padding: .75rem; white-space: pre-wrap; font-size: 12.5px; }
  ins, del { display: block; text-decoration: none; }
  ins { background: #2da44e33; }
  del { background: #cf222e33; }
  .at { color: #777; display: block; }
`;

/**
 * The report: an HTML file that needs no other, runs nothing and loads nothing. What it shows of a live page
 * is anybody's text, so all of it is escaped, and the report's own policy forbids everything but its style.
 */
export function reportPage(title: string, entries: readonly ReportEntry[]): string {
  const policy = `default-src 'none'; style-src '${sourceHash(STYLE)}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeText(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeText(title)}</h1>
${entries.map(section).join('\n')}
</body>
</html>
`;
}

function section({ title, facts, differences }: ReportEntry): string {
  const rows = facts.map(
    ([name, value]) => `<tr><th>${escapeText(name)}</th><td>${escapeText(value)}</td></tr>`,
  );
  const parts = (differences ?? []).map(partSection);
  return `<section>\n<h2>${escapeText(title)}</h2>\n<table>${rows.join('')}</table>\n${parts.join('\n')}\n</section>`;
}

function partSection(difference: PartDifference): string {
  const { part, hunks } = difference;
  const summary = `<b>${part}</b> ${escapeText(partSummary(difference) ?? 'the same')}`;
  if (hunks === null || hunks.length === 0) return `<p>${summary}</p>`;
  let left = MOST_LINES;
  const shown = hunks.map((hunk) => {
    const { newStart, lines } = hunk;
    const some = focused(hunk, part).slice(0, Math.max(0, left));
    left -= lines.length;
    if (some.length === 0) return '';
    const rows = some.map(({ sign, text }) => {
      const line = escapeText(`${sign} ${shownLine(text, MOST_CHARACTERS)}`);
      return sign === '+' ? `<ins>${line}</ins>` : sign === '-' ? `<del>${line}</del>` : `${line}\n`;
    });
    return `<span class="at">line ${newStart}</span>${rows.join('')}`;
  });
  const more = left < 0 ? `<p>${count(-left)} more lines are not shown.</p>` : '';
  return `<details${part === 'script' ? '' : ' open'}><summary>${summary}</summary><pre>${shown.join('')}</pre>${more}</details>`;
}

const escapeText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
