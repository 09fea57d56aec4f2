import vm from 'node:vm';
import { transformSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeInlineScript } from '../../src/pipeline/escapeInlineScript.ts';
import { inlineJson } from '../../src/pipeline/inlineJson.ts';
import { readPage } from '../../src/pipeline/inspect/readPage.ts';

const nasty = [
  '</script>',
  '</SCRIPT',
  '<!--',
  '<!-- <script>',
  '-->',
  '@@config@@',
  '@@@',
  '@@__IMMUTABLE_LIST__@@',
  '##SID##',
  '###',
  '$&',
  '$1',
  '$$',
  '\\',
  '"',
  '\n',
  '\u2028',
  'é',
  '{{x}}',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ maxLength: 5 })), { maxLength: 12 })
  .map((parts) => parts.join(''));

/** What a browser would run or read from the element. */
const readBack = (element: string) => readPage(`<!DOCTYPE html><title>x</title>${element}<p>after</p>`);

describe('escapeInlineScript', () => {
  it('keeps the value of every string, template and pattern', async () => {
    await fc.assert(
      fc.asyncProperty(text, async (value) => {
        const pattern = value.replace(/[\\^$.*+?()[\]{}|/\n\r\u2028\u2029]/g, '');
        const source = `[${JSON.stringify(value)}, \`${value.replace(/[\\`$]/g, '')}\`, ${pattern === '' ? '/x/' : `/${pattern}/`}.source]`;
        const { code } = transformSync(`globalThis.result = ${source}`, { minify: true, target: 'es2020' });
        const script = escapeInlineScript(code);
        const page = await readBack(`<script>${script}</script>`);
        expect(page.scripts[0]?.text).toBe(script);
        expect(script).not.toMatch(/@@|##|<!--|<\/script/i);
        const run = (it: string) => {
          const sandbox: { result?: unknown } = {};
          vm.runInNewContext(it, sandbox);
          return JSON.stringify(sandbox.result);
        };
        // A pattern's source shows how it was written; what it matches is the same.
        const plain = (it: string) =>
          it
            .replace(/\\\\x40/g, '@')
            .replace(/\\\\x23/g, '#')
            .replace(/\\\\x3C/g, '<');
        expect(plain(run(script))).toBe(plain(run(code)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('inlineJson', () => {
  it('reads back as what went in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(text, text), async (value) => {
        const json = inlineJson(value);
        const page = await readBack(`<script type="application/json">${json}</script>`);
        expect(page.scripts[0]?.text).toBe(json);
        expect(json).not.toMatch(/@@|##|</);
        expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
      { numRuns: 300 },
    );
  });
});
