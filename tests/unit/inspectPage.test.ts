import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/pipeline/inspect/InspectedPage.ts';
import { inspect } from '../../src/pipeline/inspect/inspect.ts';
import { inspectPage } from '../../src/pipeline/inspect/inspectPage.ts';
import { readPage } from '../../src/pipeline/inspect/readPage.ts';
import { page as builtPage } from '../support/page.ts';

const html = builtPage();

/** What the build expects of the artifact. */
function expectation(page: string): Expectation {
  const scripts = [...page.matchAll(/<script(?: id="[\w-]+" type="([^"]+)")?>([\s\S]*?)<\/script>/g)];
  return {
    inlineScripts: scripts.map(([, type, text = '']) => ({ text, runs: type === undefined })),
    primaryColor: null,
    policy: null,
    lockScript: null,
    budget: { gzip: 1_000_000, apiBody: 1_000_000 },
    contributors: [],
  };
}

const expected = expectation(html);

/** Changes that rules find something about, in front of the script, behind it, and within. */
const changes: [name: string, change: (page: string) => string][] = [
  ['nothing', (page) => page],
  ['another title', (page) => page.replace(/<title>.*?<\/title>/, '<title>Another</title>')],
  ['no title', (page) => page.replace(/<title>.*?<\/title>/, '')],
  ['a second marker behind the script', (page) => page.replace('</body>', '<p>@@config@@</p></body>')],
  ['a placeholder in front', (page) => page.replace('<main', '<p>##NAME##</p><main')],
  ['a placeholder behind', (page) => page.replace('</body>', '<p>@@NAME@@</p></body>')],
  ['an element that is missing', (page) => page.replace('id="try-again"', 'id="again"')],
  ['invalid markup behind', (page) => page.replace('</body>', '<b><p>x</p></b></body>')],
  ['template syntax', (page) => page.replace('</main>', '{{name}}</main>')],
  [
    'a script from elsewhere',
    (page) => page.replace('</body>', '<script src="https://example.com/x.js"></script></body>'),
  ],
  ['a script that ends early', (page) => page.replace('lockBundle=', 'x="</script>";lockBundle=')],
  ['the marker within the script', (page) => page.replace('lockBundle=', 'x="@@config@@";lockBundle=')],
];

describe('inspectPage', () => {
  it.each(changes)('finds what all rules find in the whole page: %s', async (_name, change) => {
    const changed = change(html);
    const whole = await readPage(changed, expected);
    const { findings, sizes } = await inspectPage(changed, expected);
    expect(findings).toEqual(await inspect(whole));
    expect(sizes).toEqual({ gzipBytes: whole.gzipBytes, apiBodyBytes: whole.apiBodyBytes });
  });

  it.each(['##NAME##', '@@NAME@@', '@@config@@', '<!-- <script>', '</script >', '</SCRIPT>'])(
    'goes through a script that holds %s',
    async (text) => {
      const script = expected.inlineScripts.at(-1)?.text ?? '';
      const changed = html.replace(script, () => `x="${text}";${script}`);
      const inlineScripts = expected.inlineScripts.map((it) =>
        it.text === script ? { ...it, text: `x="${text}";${script}` } : it,
      );
      const { findings } = await inspectPage(changed, { ...expected, inlineScripts });
      expect(findings).toEqual(await inspect(await readPage(changed, { ...expected, inlineScripts })));
      expect(findings).not.toEqual([]);
    },
  );
});
