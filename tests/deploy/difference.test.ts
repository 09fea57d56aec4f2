import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { comparePages } from '../../src/deploy/difference/comparePages.ts';
import { comparePart } from '../../src/deploy/difference/comparePart.ts';
import { differenceText, summaryLines } from '../../src/deploy/difference/differenceText.ts';
import { partSummary } from '../../src/deploy/difference/partSummary.ts';
import { reportPage } from '../../src/deploy/difference/reportPage.ts';
import { shownLine } from '../../src/deploy/difference/shownLine.ts';
import { withoutMinifiedNames } from '../../src/deploy/difference/withoutMinifiedNames.ts';
import { elementsOf } from '../../src/pipeline/inspect/elementsOf.ts';
import { sourceHash } from '../../src/pipeline/policy/sourceHash.ts';
import { page } from '../support/page.ts';
import { payloads } from '../support/payloads.ts';

const script = (text: string) => ({ lines: text.split('\n'), bytes: text.length });

describe('two pages', () => {
  it('that are the same', async () => {
    const sealedOtherwise = page().replace(/"seal":"\w+"/, '"seal":"0123456789abcdef"');
    expect(sealedOtherwise).not.toBe(page());
    expect(summaryLines(await comparePages(page(), sealedOtherwise))).toEqual([
      '  template  the same',
      '  style     the same',
      '  settings  the same',
      '  script    the same',
    ]);
  });

  it('of ours with other settings differ in a few lines that can be read', async () => {
    const [template, style, settings, code] = await comparePages(page('open'), page('fixed'));
    expect(style && partSummary(style)).toBeNull();
    const changed = settings?.hunks?.flatMap(({ lines }) => lines.filter(({ sign }) => sign !== ' '));
    expect(changed).toContainEqual({ sign: '-', text: '    "choose": "request"' });
    expect(changed).toContainEqual({ sign: '+', text: '    "choose": "fixed"' });
    // Of the script of 400 KB only what the icons that were left out have changed.
    expect(code?.lines.added).toBeLessThan(20);
    expect(template?.hunks?.length).toBeGreaterThan(0);
  });

  it('with one word of the script changed show that word', async () => {
    const was = page();
    const is = was.replace('"too_many_attempts"', '"too_many_attempted"');
    expect(is).not.toBe(was);
    const text = differenceText(await comparePages(was, is));
    expect(text.split('\n').filter((line) => /^ {2}[-+]/.test(line))).toEqual([
      expect.stringMatching(/^ {2}- .*"too_many_attempts"/),
      expect.stringMatching(/^ {2}\+ .*"too_many_attempted"/),
    ]);
  });

  it('that have nothing in common say so', async () => {
    const [, , , code] = await comparePages(page('plain'), page());
    expect(code && partSummary(code)).toMatch(/^another one, [\d,]+ lines in place of [\d,]+/);
  });

  it('of which one is none, or nonsense', async () => {
    expect(await comparePages('', '')).toHaveLength(4);
    const nonsense =
      '<script>}{ not code</script><style>}}</style><script type="application/json">{</script><p';
    expect(summaryLines(await comparePages('', nonsense)).join('\n')).toMatch(/script {4}\+3 -0 lines/);
  });
});

describe('a script', () => {
  it('counts the functions in which lines differ', () => {
    const was = 'function a() {\n  one();\n}\nfunction b() {\n  two();\n}\nconst c = () => {\n  three();\n};';
    const is = was.replace('one', 'uno1').replace('three', 'tres');
    const difference = comparePart('script', script(was), script(is));
    expect(partSummary(difference)).toBe('2 functions changed, +2 -2 lines');
  });

  it('whose names alone are others says so', () => {
    const difference = comparePart(
      'script',
      script('var a = fetch(b);\nx();'),
      script('var c = fetch(d);\nx();'),
    );
    expect(partSummary(difference)).toBe('1 lines differ in minified names alone');
  });

  it.each([
    ['var Ab = e.to("of", $);', 'var _ = _.to("of", _);'],
    ['if (a) for (let b in c) new d();', 'if (_) for (let _ in _) new _();'],
    ["case 'sms': return [...ab];", "case 'sms': return [..._];"],
    ['longer.x = 12e3', 'longer.x = 12e3'],
  ])('%s without its names', (line, expected) => expect(withoutMinifiedNames(line)).toBe(expected));
});

it.each([
  ['\u001b[31mred\u001b[0m', 200, '\ufffd[31mred\ufffd[0m'],
  ['a\u202eb\u2028c\rd', 200, 'a\ufffdb\ufffdc\ufffdd'],
  ['\tx', 200, '  x'],
  ['abcdef', 3, 'abc… (3 more)'],
])('%j is shown as text', (line, most, expected) => expect(shownLine(line, most)).toBe(expected));

const ITS_ELEMENTS =
  'b body details h1 h2 head html ins meta p pre section span style summary table tbody td th title tr'.split(
    ' ',
  );

describe('the report', () => {
  it('is its text and nothing else, whatever a live page holds', async () => {
    const hostile = payloads.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    const entries = await Promise.all(
      hostile.map(async (text) => ({
        title: text,
        facts: [['live', text]] as const,
        differences: await comparePages(
          '',
          `<title>${text}</title><p x="${text}">${text}</p><script>${text}</script>`,
        ),
      })),
    );
    const elements = elementsOf(parse(reportPage(hostile[0] ?? '', entries)));
    const names = [...new Set(elements.map(({ tagName }) => tagName))].sort();
    expect(names).toEqual(ITS_ELEMENTS);
    const attributes = [...new Set(elements.flatMap(({ attrs }) => attrs.map(({ name }) => name)))].sort();
    expect(attributes).toEqual(['charset', 'class', 'content', 'http-equiv', 'lang', 'name', 'open']);
    expect(hostile.length).toBeGreaterThan(100);
  });

  it('has a policy that forbids everything but its own style', () => {
    const html = reportPage('x', []);
    const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? '';
    expect(html).toContain(
      `content="default-src 'none'; style-src '${sourceHash(style)}'; base-uri 'none'; form-action 'none'"`,
    );
  });
});
