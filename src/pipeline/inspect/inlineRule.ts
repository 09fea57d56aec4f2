import type { Finding } from './Finding.ts';
import type { Expectation, InspectedPage } from './InspectedPage.ts';
import { isDataBlock } from './isDataBlock.ts';
import { placeOfOffset } from './placeOf.ts';
import type { Problem, Rule } from './Rule.ts';

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
function differences(
  { scripts }: InspectedPage,
  expected: Expectation['inlineScripts'],
): Omit<Finding, 'rule'>[] {
  const found = scripts.filter(({ src }) => src === undefined);
  let from = 0;
  for (const [index, { text, runs }] of expected.entries()) {
    const name = `inline script ${index + 1} of ${expected.length}`;
    const at = found.findIndex((script, place) => place >= from && script.text === text);
    const script = found[at];
    if (script === undefined) {
      return [
        {
          severity: 'error',
          what: `The page does not parse back to what went in: ${name} differs ${difference(text, found[from]?.text)}.`,
          fix: 'Keep the scripts in the templates as they are ({{marker}}, {{{firstScript}}}, {{{pageSettings}}}, {{{script}}}, in this order), each directly between <script> and </script>, and nothing else inside.',
        },
      ];
    }
    if (isDataBlock(script) === runs) {
      return [
        {
          severity: 'error',
          what: `A browser ${runs ? 'does not run' : 'runs'} ${name}, as its type is ${JSON.stringify(script.type)}.`,
          fix: runs
            ? 'Take the type off the script.'
            : 'Give the data block a type such as "application/json".',
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
  return `at ${placeOfOffset({}, expected, at)}: ${JSON.stringify(expected.slice(at, at + 30))} became ${JSON.stringify(found.slice(at, at + 30))}`;
}

/** What no author can have meant, in scripts from elsewhere too. */
function suspects({ scripts }: InspectedPage): Problem[] {
  return scripts
    .filter(({ text }) => /<!--[\s\S]*<script/i.test(text))
    .map(({ text }) => ({
      severity: 'error',
      what: `An inline script holds "<!--" before "<script" (${JSON.stringify(text.slice(text.indexOf('<!--'), text.indexOf('<!--') + 30))}), so the browser takes what follows it, up to the second </script>, as part of it.`,
      fix: 'Write \\x3C!-- in the script.',
      hidesOthers: true,
    }));
}
