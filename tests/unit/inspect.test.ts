import { describe, expect, it } from 'vitest';
import type { Expectation } from '../../src/pipeline/inspect/InspectedPage.ts';
import { inspect, rules } from '../../src/pipeline/inspect/inspect.ts';
import { readPage } from '../../src/pipeline/inspect/readPage.ts';

const script = 'console.log("<\\x21-- \\x3C/script> $& $1 $$")';
const settings = '{"a":"$& \\u003c/script>"}';

/** What went into the page, with `script` the one that runs. */
const inline = (text: string) => [
  { text: '@@config@@', runs: false },
  { text: settings, runs: false },
  { text, runs: true },
];

/** A page that satisfies every rule, with parts to put others in the place of. */
function html(
  parts: Partial<
    Record<'head' | 'body' | 'config' | 'settings' | 'script' | 'html' | 'title' | 'viewport', string>
  > = {},
) {
  const config = parts.config ?? '<script id="hosted-config" type="text/plain">@@config@@</script>';
  return `<!DOCTYPE html>
<html ${parts.html ?? 'lang="en"'}>
<head>
<meta charset="utf-8">
${parts.title ?? '<title>Log in</title>'}
<meta name="viewport" content="${parts.viewport ?? 'width=device-width, initial-scale=1'}">
${parts.head ?? ''}
</head>
<body>
${parts.body ?? '<main id="login"><div id="lock"></div><button id="method-switch" type="button">Email</button><p id="announcement"></p><div id="failure"><p id="failure-text">x</p><button id="try-again" type="button">x</button></div></main>'}
${config}
<script id="page-settings" type="application/json">${parts.settings ?? settings}</script>
<script>${parts.script ?? script}</script>
</body>
</html>
`;
}

const expected: Expectation = {
  inlineScripts: inline(script),
  primaryColor: null,
  policy: null,
  lockScript: 'https://cdn.auth0.com/js/lock/14.3.0/lock.min.js',
  budget: { gzip: 100_000, apiBody: 200_000 },
  contributors: [
    { name: 'auth0-lock', bytes: 1234 },
    { name: 'auth0-js', bytes: 99 },
  ],
};

const findings = async (page: string, over: Partial<Expectation> | null = {}) =>
  inspect(await readPage(page, over === null ? undefined : { ...expected, ...over }));

/** What stands in the body before the scripts. */
function mainOf(page: string): string {
  return page.split('<body>')[1]?.split('<script')[0] ?? '';
}

/** As many characters as it takes, without a placeholder in them, and none that gzip makes small. */
function noise(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48271) % 2147483647;
    return String.fromCharCode(97 + (seed % 26));
  }).join('');
}

describe('inspect', () => {
  it('has nothing to say of a good page', async () => {
    expect(await findings(html())).toEqual([]);
    expect(await findings(html(), null)).toEqual([]);
  });

  it.each<
    [rule: string, severity: 'error' | 'warning', name: string, page: string, what: string, fix?: string]
  >([
    [
      'first-paint',
      'warning',
      'a shell behind a large logo',
      html({
        head: `<style>${noise(30_000)}</style>`,
        body: `<section id="shell"></section>${mainOf(html())}`,
      }),
      'The shell ends after about',
      'Make the logo',
    ],
    [
      'marker',
      'error',
      'no marker',
      html({ config: '<script id="hosted-config" type="text/plain"></script>' }),
      'The page has no @@config@@',
      'Put it into a data block',
    ],
    [
      'marker',
      'error',
      'two markers',
      html({ head: '<!-- @@config@@ -->' }),
      '@@config@@ stands 2 times: line 7, column 6; line ',
    ],
    [
      'marker',
      'error',
      'in markup',
      html({ config: '<p>@@config@@</p><script id="hosted-config" type="text/plain"></script>' }),
      'outside of a data block',
    ],
    [
      'marker',
      'error',
      'in an attribute',
      html({ config: '<script id="hosted-config" type="text/plain" data-x="@@config@@"></script>' }),
      'outside of a data block',
    ],
    [
      'marker',
      'error',
      'in a script',
      html({ config: '<script id="hosted-config">var c = "@@config@@"</script>' }),
      'in a script that runs',
      'Move it into a data block',
    ],
    [
      'marker',
      'error',
      'in a module',
      html({ config: '<script id="hosted-config" type="module">let c = "@@config@@"</script>' }),
      'in a script that runs',
    ],
    [
      'inline-scripts',
      'error',
      'a script that ends early',
      html({ script: 'x = "</script>"' }),
      'does not parse back to what went in: inline script 3 of 3 differs at line 1, column 1',
    ],
    [
      'inline-scripts',
      'error',
      'a swallowed page',
      html({ script: 'x = "<!-- <script>"' }),
      'does not parse back',
    ],
    [
      'inline-scripts',
      'error',
      'a replaced pattern',
      html({ settings: settings.replace('$&', () => 'x') }),
      'inline script 2 of 3 differs at line 1, column 7: "$& ',
    ],
    ['inline-scripts', 'error', 'white space added', html({ script: `${script} ` }), 'inline script 3 of 3'],
    [
      'placeholders',
      'error',
      '@@NAME@@',
      html({ head: '<!-- @@TITLE@@ -->' }),
      '@@TITLE@@ at line 7, column 6 looks like a placeholder: auth0-deploy-cli replaces it',
      '\\x40@ for @@',
    ],
    ['placeholders', 'error', '##NAME##', html({ head: '<!-- ##sid## -->' }), '##sid## at line 7'],
    [
      'placeholders',
      'error',
      'Immutable’s strings',
      html({ head: '<!-- @@__IMMUTABLE_LIST__@@ -->' }),
      '@@__IMMUTABLE_LIST__@@',
    ],
    [
      'external-scripts',
      'error',
      'a script from elsewhere',
      html({ head: '<script src="https://example.com/x.js"></script>' }),
      'https://example.com/x.js is loaded without an integrity hash',
      'sha384',
    ],
    [
      'external-scripts',
      'error',
      'another Lock',
      html({ head: '<script src="https://cdn.auth0.com/js/lock/14.3/lock.min.js"></script>' }),
      'without an integrity hash',
    ],
    [
      'external-scripts',
      'error',
      'a hash that is none',
      html({ head: '<script src="https://example.com/x.js" integrity="foo"></script>' }),
      'https://example.com/x.js is loaded without an integrity hash',
    ],
    [
      'external-scripts',
      'error',
      'an import in a module',
      html({ head: '<script type="module">import x from "https://example.com/x.js"</script>' }),
      'https://example.com/x.js is loaded without an integrity hash',
    ],
    [
      'external-scripts',
      'error',
      'a script in a drawing',
      html({ body: `${mainOf(html())}<svg><script href="https://example.com/x.js"></script></svg>` }),
      'https://example.com/x.js is loaded without an integrity hash',
    ],
    [
      'inline-scripts',
      'error',
      'a script that never runs',
      html().replace(`<script>${script}`, () => `<script type="text/plain">${script}`),
      'A browser does not run inline script 3 of 3',
      'Take the type off',
    ],
    [
      'external-scripts',
      'warning',
      'the CDN that the settings chose',
      html({ head: '<script src="https://cdn.auth0.com/js/lock/14.3.0/lock.min.js"></script>' }),
      'has no integrity hash',
      'lock.integrity',
    ],
    [
      'api-body',
      'error',
      'over the budget',
      html({ head: `<!-- ${'x'.repeat(200_000)} -->` }),
      'over the budget of 200,000. The most bytes are in auth0-lock (1,234), auth0-js (99).',
      'raise budget.apiBody',
    ],
    [
      'api-body',
      'error',
      'over the limit',
      html({ head: `<!-- ${'"'.repeat(530_000)} -->` }),
      'Auth0 takes at most 1,048,576.',
      'lock.renderer',
    ],
    [
      'gzip',
      'error',
      'over the budget',
      html({ head: `<!-- ${noise(180_000)} -->` }),
      'bytes gzipped, over the budget of 100,000. The most bytes are in',
      'raise budget.gzip',
    ],
    [
      'html',
      'error',
      'an element that is not closed',
      html({ head: '<style>' }),
      'Line 7, column 1: <style> is not closed.',
      'Add </style>.',
    ],
    [
      'html',
      'error',
      'an id twice',
      html({ head: '<meta id="lock" name="a" content="b">' }),
      'Duplicate ID "lock"',
    ],
    [
      'html',
      'error',
      'an image without alt',
      html({ head: '', body: `${mainOf(html())}<img src="data:,">` }),
      'missing required "alt" attribute',
    ],
    ['document', 'error', 'no title', html({ title: '' }), 'The page has no title.'],
    ['document', 'error', 'an empty title', html({ title: '<title> </title>' }), 'The page has no title.'],
    ['document', 'error', 'no language', html({ html: '' }), 'The page names no language.'],
    ['document', 'error', 'no viewport', html({ viewport: 'initial-scale=1' }), 'The page has no viewport'],
    [
      'document',
      'error',
      'no zoom',
      html({ viewport: 'width=device-width, user-scalable=no' }),
      'keeps people from zooming in',
    ],
    [
      'document',
      'error',
      'little zoom',
      html({ viewport: 'width=device-width, maximum-scale=1' }),
      'keeps people from zooming in',
    ],
    [
      'page-elements',
      'error',
      'an element that is gone',
      html({ body: '<main id="login"></main>' }),
      'No element has the id "lock"',
      'git diff templates',
    ],
    [
      'page-elements',
      'error',
      'another element',
      html({
        body: mainOf(html()).replace(
          /<button id="method-switch" type="button">Email<\/button>/,
          '<p id="method-switch">Email</p>',
        ),
      }),
      'Line 11, column 39: The element with the id "method-switch" is <p>, not <button>',
    ],
    [
      'template-syntax',
      'warning',
      'Handlebars',
      html({ head: '<!-- {{title}} -->' }),
      '"{{" at line 7, column 6 looks like template syntax',
    ],
    ['template-syntax', 'warning', 'Liquid', html({ head: '<!-- {% if %} -->' }), '"{%" at line 7'],
  ])('%s: %s for %s', async (rule, severity, _name, page, what, fix = '') => {
    const found = (await findings(page)).filter((finding) => finding.rule === rule);
    expect(found).toContainEqual({
      rule,
      severity,
      what: expect.stringContaining(what),
      fix: expect.stringContaining(fix),
    });
  });

  const policy = "default-src 'none'";
  const policyMeta = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  it.each([
    [
      'a policy that is not there',
      html(),
      "The page's Content Security Policy is not in it.",
      'Put {{> policy}}',
    ],
    [
      'a policy in the body',
      html({ body: policyMeta + mainOf(html()) }),
      'is in its body',
      'Put {{> policy}}',
    ],
    [
      'a style before it',
      html({ head: `<style>p{color:red}</style>${policyMeta}` }),
      'Line 7, column 1: A <style> stands before',
      'Move {{> policy}}',
    ],
    [
      'a handler',
      html({ head: policyMeta, body: `<p onclick="x()"></p>${mainOf(html())}` }),
      'Line 10, column 1: <p onclick="…"> is never run',
      'Use addEventListener',
    ],
  ])('content-security-policy: error for %s', async (_name, page, what, fix) => {
    const found = (await findings(page, { policy })).filter(({ rule }) => rule === 'content-security-policy');
    expect(found).toEqual([
      {
        rule: 'content-security-policy',
        severity: 'error',
        what: expect.stringContaining(what),
        fix: expect.stringContaining(fix),
      },
    ]);
  });

  it.each([
    ["script-src 'sha256-abc='", 1],
    ["default-src 'self'", 1],
    ["script-src 'unsafe-inline'", 0],
    ["img-src 'self'", 0],
  ])('of a page from elsewhere, finds what %s stops', async (content, scripts) => {
    const meta = `<meta http-equiv="content-security-policy" content="${content}">`;
    const found = (await findings(html({ head: meta }), null)).filter(
      ({ rule }) => rule === 'content-security-policy',
    );
    expect(found).toHaveLength(scripts);
  });

  it('leaves braces in a script alone', async () => {
    const text = '/{{[\\w\\W]*|^[\\w\\W]*}}/g.test("{% x %}")';
    expect(await findings(html({ script: text }), { inlineScripts: inline(text) })).toEqual([]);
  });

  it('allows a script of the team’s beside ours', async () => {
    expect(await findings(html({ head: '<script>window.team = 1</script>' }))).toEqual([]);
  });

  it('suspects a swallowed page in a page from elsewhere', async () => {
    const found = await findings(html({ script: 'x = "<!-- <script>"' }), null);
    expect(found).toContainEqual(expect.objectContaining({ rule: 'inline-scripts', severity: 'error' }));
  });

  it('reports every rule that is broken at once', async () => {
    const page = html({
      html: '',
      title: '',
      config: '',
      head: '<script src="https://example.com/x.js"></script>##x##',
    });
    const broken = new Set((await findings(page)).map(({ rule }) => rule));
    expect([...broken]).toEqual(
      expect.arrayContaining([
        'marker',
        'inline-scripts',
        'placeholders',
        'external-scripts',
        'document',
        'page-elements',
      ]),
    );
  });

  it('has a code for each rule', () => {
    const codes = rules.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[a-z-]+$/.test(code))).toBe(true);
  });
});

describe('contrast', () => {
  it.each(['#0059d6', 'hsl(0, 0%, 46%)', 'black', null])('has nothing to say of %s', async (primaryColor) => {
    const found = await findings(html(), { primaryColor });
    expect(found.filter(({ rule }) => rule === 'contrast')).toEqual([]);
  });

  it('tells the ratio, what is needed, and the nearest colour that has it', async () => {
    const found = await findings(html(), { primaryColor: 'Orange' });
    expect(found.filter(({ rule }) => rule === 'contrast')).toEqual([
      {
        rule: 'contrast',
        severity: 'warning',
        what: 'White text on brand.primaryColor, "Orange", has a contrast of 1.97 : 1; people who see less well need 4.5 : 1 (WCAG 2.2, 1.4.3).',
        fix: 'The nearest darker colour that has it is "#a56a00".',
      },
    ]);
  });
});
