import type { Finding } from './Finding.ts';
import type { InspectedPage } from './InspectedPage.ts';
import { lineOf } from './lineOf.ts';
import type { Rule } from './Rule.ts';

/**
 * What stands in `<script>` is read back by a browser as what went in. `</script` in a string ends the
 * element, `<!--` with a later `<script` swallows what follows.
 */
export const inlineRule: Rule = {
  code: 'inline-scripts',
  check(page) {
    return [...differences(page, page.expected?.inlineScripts ?? []), ...suspects(page)];
  },
};

/** Scripts that a team has added to a template stand beside ours; ours must all be there, in order. */
function differences({ scripts }: InspectedPage, expected: readonly string[]): Omit<Finding, 'rule'>[] {
  const found = scripts.filter(({ src }) => src === undefined).map(({ text }) => text);
  let from = 0;
  for (const [index, text] of expected.entries()) {
    const at = found.indexOf(text, from);
    if (at === -1) {
      return [
        {
          severity: 'error',
          what: `The page does not parse back to what went in: inline script ${index + 1} of ${expected.length} differs ${difference(text, found[from])}.`,
          fix: 'Keep the scripts in the templates as they are ({{{script}}}, {{{pageSettings}}}, {{marker}}), each directly between <script> and </script>, and nothing else inside.',
        },
      ];
    }
    from = at + 1;
  }
  return [];
}

function difference(expected: string, found: string | undefined): string {
  if (found === undefined) return 'from what went in: it is not there';
  let at = 0;
  while (at < expected.length && expected[at] === found[at]) at++;
  return `at ${lineOf(expected, at)}: ${JSON.stringify(expected.slice(at, at + 30))} became ${JSON.stringify(found.slice(at, at + 30))}`;
}

/** What no author can have meant, in scripts from elsewhere too. */
function suspects({ scripts }: InspectedPage): Omit<Finding, 'rule'>[] {
  return scripts
    .filter(({ text }) => /<!--[\s\S]*<script/i.test(text))
    .map(({ text }) => ({
      severity: 'error',
      what: `An inline script holds "<!--" before "<script" (${JSON.stringify(text.slice(text.indexOf('<!--'), text.indexOf('<!--') + 30))}), so the browser takes what follows it, up to the second </script>, as part of it.`,
      fix: 'Write \\x3C!-- in the script.',
    }));
}
