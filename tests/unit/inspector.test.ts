import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/pipeline/inspect/InspectedPage.ts';
import { Inspector } from '../../src/pipeline/inspect/Inspector.ts';
import { inspect } from '../../src/pipeline/inspect/inspect.ts';
import { readPage } from '../../src/pipeline/inspect/readPage.ts';
import { root } from '../support/paths.ts';

const html = readFileSync(join(root, 'dist', 'login.html'), 'utf8');

/** What the build expects of the artifact. */
function expectation(page: string): Expectation {
  const scripts = [...page.matchAll(/<script(?: id="[\w-]+" type="([^"]+)")?>([\s\S]*?)<\/script>/g)];
  return {
    inlineScripts: scripts.map(([, type, text = '']) => ({ text, runs: type === undefined })),
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

describe('Inspector', () => {
  it.each(changes)(
    'finds, after a page with the same script, what all rules find: %s',
    async (_name, change) => {
      const inspector = new Inspector();
      expect((await inspector.inspect(html, expected)).findings).toEqual([]);
      const changed = change(html);
      const whole = await readPage(changed, expected);
      const { findings, sizes } = await inspector.inspect(changed, expected);
      expect(findings).toEqual(await inspect(whole));
      expect(sizes).toMatchObject({ gzipBytes: whole.gzipBytes, apiBodyBytes: whole.apiBodyBytes });
    },
  );

  it('knows a new script from one that has passed', async () => {
    const inspector = new Inspector();
    await inspector.inspect(html, expected);
    const other = html.replace('lockBundle=', 'x="##NAME##";lockBundle=');
    const { findings } = await inspector.inspect(other, expectation(other));
    expect(findings.map(({ rule }) => rule)).toEqual(['placeholders']);
  });
});
