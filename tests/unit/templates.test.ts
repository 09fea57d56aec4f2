import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blockProblem } from '../../src/pipeline/blockProblem.ts';
import { buildPage } from '../../src/pipeline/buildPage.ts';
import { loadTemplates } from '../../src/pipeline/Templates.ts';
import { defineLoginPage } from '../../src/settings/defineLoginPage.ts';
import { parseSettings } from '../../src/settings/parseSettings.ts';
import { stock } from '../support/paths.ts';

let templates: string;

beforeEach(() => {
  templates = mkdtempSync(join(tmpdir(), 'templates-'));
  cpSync(join(stock, 'templates'), templates, { recursive: true });
});
afterEach(() => rmSync(templates, { recursive: true }));

type Change = [file: string, from: string | RegExp, to: string];

function change([file, from, to]: Change): void {
  const path = join(templates, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
}

/** Builds with a script that ends a comment, as Lock's does. */
async function build() {
  const [settings] = parseSettings(
    defineLoginPage({
      brand: { termsUrl: 'https://example.com/terms', supportUrl: 'https://example.com/help' },
    }),
  );
  if (settings === undefined) throw new Error('There are no settings.');
  const bundle = { script: 'for (i = 3; i--> 0; );', firstScript: 'first()', contributors: [] };
  return buildPage(settings, { bundle, templates: await loadTemplates(templates), logo: null });
}

async function problems(): Promise<string[]> {
  const message = await build().then(
    ({ warnings }) => warnings.map(({ what }) => what).join('\n'),
    (error: Error) => error.message,
  );
  return message.split('\n').filter((line) => !/^ {4}|^The page/.test(line));
}

describe('what is wrong in a template is told by its file and line', () => {
  const shell = 'partials/shell.hbs';
  const links = 'partials/links.hbs';

  it('has nothing to say of the templates as they are', async () => {
    expect(await problems()).toEqual(['']);
  });

  it.each<[name: string, change: Change, problem: string]>([
    [
      'an element in a partial',
      [shell, '  <div class="shell-header">', '\n  <aside>\n  <div class="shell-header">'],
      'templates/partials/shell.hbs, line 4, column 3: <aside> is not closed.',
    ],
    [
      'an element around a partial',
      [shell, /^/, '<div>'],
      'templates/partials/shell.hbs, line 1, column 1: <div> is not closed.',
    ],
    [
      'the element of a partial',
      ['partials/failure.hbs', '</section>', ''],
      'templates/partials/failure.hbs, line 1, column 1: <section> is not closed.',
    ],
    [
      'an element in the page',
      ['login.hbs', '      </div>\n', ''],
      'templates/login.hbs, line 15, column 7: <div> is not closed.',
    ],
    [
      'a heading',
      [shell, '</h1>', ''],
      'templates/partials/shell.hbs, line 7, column 5: <h1> is not closed.',
    ],
    [
      'an element in a loop',
      [shell, /^/, '{{#each words.code.lateHint}}\n<div>\n{{/each}}\n'],
      'templates/partials/shell.hbs, line 2, column 1: <div> is not closed.',
    ],
    [
      'an end tag too many',
      [shell, '</section>', '</section></div>'],
      'templates/partials/shell.hbs, line 22, column 11: </div> closes the <div> at templates/login.hbs, line 15, column 7.',
    ],
    [
      'a title, which takes the rest for text',
      ['login.hbs', '</title>', ''],
      'templates/login.hbs, line 6, column 5: <title> is not closed.',
    ],
    [
      'a noscript',
      [links, '</noscript>', ''],
      'templates/partials/links.hbs, line 1, column 1: <noscript> is not closed.',
    ],
    [
      'a comment, which ends within the script',
      ['partials/failure.hbs', /^/, '<!-- x '],
      'templates/partials/failure.hbs, line 1, column 1: <!-- is not closed.',
    ],
    [
      'a script',
      ['partials/first-script.hbs', '{{{firstScript}}}</script>', '{{{firstScript}}}'],
      'templates/partials/first-script.hbs, line 4, column 1: <script> is not closed.',
    ],
  ])('only: %s', async (_name, it, problem) => {
    change(it);
    expect(await problems()).toEqual([`  error html: ${problem}`]);
  });

  it.each<[name: string, change: Change, problem: string]>([
    [
      'invalid HTML',
      [links, '<li class="support">', '<li class="support"><img src="https://example.com/x.png">'],
      'error html: templates/partials/links.hbs, line 11, column 24: <img> is missing required "alt" attribute.',
    ],
    [
      'HTML after a value',
      ['login.hbs', '<title>{{title}}', '<title>{{title}}{{title}}</title><b>'],
      'templates/login.hbs, line 6, column',
    ],
    [
      'a placeholder',
      [links, '<li class="support">', '<li class="support">##FOO##'],
      'error placeholders: ##FOO## at templates/partials/links.hbs, line 11, column 23 looks like',
    ],
    [
      'a second marker',
      [links, '<li class="support">', '<li class="support">@@config@@'],
      '@@config@@ stands 2 times: templates/partials/first-script.hbs, line 2, column 46; templates/partials/links.hbs, line 11, column 23.',
    ],
    [
      'template syntax',
      [links, '<li class="support">', '<li class="support">\\{{x}}'],
      '"{{" at templates/partials/links.hbs, line 11, column 24 looks like template syntax',
    ],
    [
      'a handler',
      [links, '<li class="support">', '<li onclick="x()">'],
      'templates/partials/links.hbs, line 11, column 3: <li onclick="…"> is never run',
    ],
    [
      'a script before the policy',
      ['login.hbs', '{{> policy}}', '<script>x()</script>\n{{> policy}}'],
      'templates/login.hbs, line 5, column 5: A <script> stands before',
    ],
    [
      'an id twice',
      [links, '<li class="support">', '<li id="lock">'],
      '2 elements have the id "lock" (<div> at templates/partials/form.hbs, line 2, column 1; <li> at templates/partials/links.hbs, line 11, column 3)',
    ],
    [
      'a picture that the policy stops',
      [links, '<li class="support">', '<li class="support"><img alt="" src="http://example.com/x.png">'],
      'templates/partials/links.hbs, line 11, column 23: <img src="http://example.com/x.png"> is not loaded',
    ],
    [
      'a partial that is not there',
      ['login.hbs', '{{> shell}}', '{{> shel}}'],
      'templates/login.hbs cannot be rendered: there is no partial templates/partials/shel.hbs (line 16, column 13). Did you mean "shell"?',
    ],
    [
      'a name in a block that is not there',
      [shell, /^/, '{{#with brand}}\n{{nam}}\n{{/with}}'],
      'templates/partials/shell.hbs cannot be rendered: line 2, column 3: there is no "nam".',
    ],
    [
      'a helper that is not there',
      [shell, /^/, '{{shout title}}'],
      'templates/partials/shell.hbs cannot be rendered: line 1, column 3: there is no "shout".',
    ],
    [
      'a name within a text',
      [shell, /^/, '\n{{title.short}}'],
      'templates/partials/shell.hbs cannot be rendered: line 2, column 3: there is no "title.short".',
    ],
  ])('%s', async (_name, it, problem) => {
    change(it);
    expect((await problems()).join('\n')).toContain(problem);
  });

  it('renders the same with line ends of Windows and byte order marks', async () => {
    const { html } = await build();
    for (const file of ['login.hbs', 'login.css', 'lock.css', shell, links]) {
      const text = readFileSync(join(templates, file), 'utf8');
      writeFileSync(join(templates, file), `\uFEFF${text.replaceAll('\n', '\r\n')}`);
    }
    expect((await build()).html).toBe(html);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['UTF-16 (little-endian)', (text) => Buffer.from(text, 'utf16le')],
    ['UTF-16 (little-endian)', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 (big-endian)', (text) => Buffer.from(text, 'utf16le').swap16()],
    ['UTF-16 (big-endian)', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
    ['another encoding than UTF-8, such as Windows-1252', (text) => Buffer.from(`${text}é`, 'latin1')],
  ])('says that a template is in %s', async (encoding, encoded) => {
    const path = join(templates, shell);
    writeFileSync(path, encoded(readFileSync(path, 'utf8')));
    expect((await problems())[0]).toBe(`${path} is in ${encoding}; expected UTF-8.`);
  });

  it('leaves what an editor writes beside a partial alone', async () => {
    const { html } = await build();
    writeFileSync(join(templates, 'partials', '.#shell.hbs'), '{{broken');
    writeFileSync(join(templates, 'partials', 'shell.hbs~'), '{{broken');
    expect((await build()).html).toBe(html);
  });
});

describe('blockProblem', () => {
  it.each<[source: string, problem: string | null]>([
    ['{{#if a}}{{else if b}}{{^}}{{/if}}{{^c}}{{/c}}{{#> layout}}{{/layout}}', null],
    ['{{#*inline "x"}}{{/inline}}\\{{#if a}}{{!-- {{#if b}} --}}{{! {{/if}}', null],
    ['{{{{raw}}}}{{#if a}}{{{{/raw}}}}', null],
    ['\n{{#if a}}\n{{#if b}}\n{{/if}}\n', 'line 2: {{#if a}} is not closed. Add {{/if}}.'],
    ['{{~#each a as |b|~}}\n', 'line 1: {{~#each a as |b|~}} is not closed. Add {{/each}}.'],
    [
      '{{#each a}}\n{{#if b}}\n{{/each}}',
      'line 2: {{#if b}} is not closed: {{/each}} on line 3 comes first. Add {{/if}} before it.',
    ],
    ['{{#if a}}{{/if}}\n{{/if}}', 'line 2: {{/if}} closes nothing.'],
  ])('%j', (source, problem) => expect(blockProblem(source)).toBe(problem));
});
