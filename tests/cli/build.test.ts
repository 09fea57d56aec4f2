import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shipped } from '../support/paths.ts';
import { configText, ownPackages, type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';
import { runCommand } from '../support/runCommand.ts';

let copy: Project;
beforeEach(() => {
  copy = project();
});
afterEach(() => copy.remove());

/** What a page’s own `<meta>` says. */
const policyOf = (html: string) =>
  /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(html)?.[1];
const dist = (name: string) => readFileSync(join(copy.folder, 'dist', name), 'utf8');

describe('node build.mjs', () => {
  it('prints what it wrote, and it is true', async () => {
    const { code, stdout, stderr } = await runBuild(copy.folder);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const html = dist('login.html');
    const sha256 = createHash('sha256').update(html).digest('hex');
    const apiBody = Buffer.byteLength(
      JSON.stringify({ custom_login_page: html, custom_login_page_on: true }),
    );
    const count = (bytes: number) => bytes.toLocaleString('en');
    expect(stdout).toBe(
      [
        'dist/login.html',
        `  size      ${count(Buffer.byteLength(html))} bytes, ${count(gzipSync(html, { level: 9 }).length)} gzipped`,
        `  api body  ${count(apiBody)} of 1,048,576 bytes (${Math.round((apiBody / 1_048_576) * 100)} %)`,
        '  lock      14.3.0, inline, auth0-js 10.2.1, preact 11.2.0',
        `  sha256    ${sha256}`,
        '  manifest  dist/login.json\n',
      ].join('\n'),
    );
    expect(apiBody).toBeLessThanOrEqual(700_000);
    expect(JSON.parse(dist('login.json'))).toEqual({
      page: 'login',
      sha256,
      bytes: { html: Buffer.byteLength(html), apiBody },
      versions: { 'auth0-lock': '14.3.0', 'auth0-js': '10.2.1', renderer: 'preact 11.2.0' },
      delivery: 'inline',
      emailMethod: 'code',
      languages: ['en', 'es'],
      connections: { allow: ['sms', 'email'], choose: 'request' },
      contentSecurityPolicy: { mode: 'enforce', policy: policyOf(dist('login.html')) },
      rules: expect.arrayContaining(['marker', 'inline-scripts', 'placeholders', 'api-body', 'html']),
    });
  });

  it('shares one script among brands, and builds one of several pages', async () => {
    copy.write(
      'login.config.ts',
      `import { defineLoginPages } from './src/settings/defineLoginPage.ts';
      export default defineLoginPages({
        acme: { connections: { allow: ['sms'] }, brand: { name: 'Acme' } },
        globex: { connections: { allow: ['email'] }, brand: { name: 'Globex', primaryColor: 'teal' }, languages: ['ar'] },
      });`,
    );
    const one = await runBuild(copy.folder, ['--page', 'globex']);
    expect(one.code).toBe(0);
    expect(readdirSync(join(copy.folder, 'dist')).sort()).toEqual(['globex.html', 'globex.json']);
    const all = await runBuild(copy.folder);
    expect(all.stdout).toMatch(/^dist\/acme\.html\n[\s\S]*\ndist\/globex\.html\n/);
    const script = (name: string) => /<script>([\s\S]*?)<\/script>/.exec(dist(name))?.[1];
    expect(script('acme.html')).toBe(script('globex.html'));
    expect(dist('globex.html')).toContain('<html lang="ar" dir="rtl">');
  });

  it('writes elsewhere, relative to where it was started', async () => {
    mkdirSync(join(copy.folder, 'elsewhere'));
    const { code, stdout } = await runBuild(
      copy.folder,
      ['--out', 'pages/new'],
      join(copy.folder, 'elsewhere'),
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^pages\/new\/login\.html\n/);
    expect(existsSync(join(copy.folder, 'elsewhere', 'pages', 'new', 'login.html'))).toBe(true);
  });

  it('loads Lock from the CDN in a few KB, and warns when there is no integrity hash', async () => {
    copy.write('login.config.ts', configText({ lock: { delivery: 'cdn' } }));
    const { code, stdout } = await runBuild(copy.folder);
    expect(code).toBe(0);
    expect(stdout).toContain("  lock      14.3.0, from Auth0's CDN\n");
    expect(stdout).toContain(
      'warning external-scripts: https://cdn.auth0.com/js/lock/14.3.0/lock.min.js has no integrity hash',
    );
    const script = [...dist('login.html').matchAll(/<script>([\s\S]*?)<\/script>/g)].at(-1)?.[1] ?? '';
    expect(script).toContain('Auth0LockPasswordless');
    expect(gzipSync(script).length).toBeLessThan(30_000);
    copy.write(
      'login.config.ts',
      configText({ lock: { delivery: 'cdn', integrity: `sha384-${'a'.repeat(64)}` } }),
    );
    const second = await runBuild(copy.folder);
    expect(second.stdout).not.toContain('warning');
    expect(dist('login.html')).toContain(`integrity="sha384-${'a'.repeat(64)}" crossorigin="anonymous"`);
  });

  it('keeps React within the limit', async () => {
    copy.write(
      'login.config.ts',
      configText({ connections: { allow: ['sms'] }, lock: { renderer: 'react' } }),
    );
    const { code, stdout } = await runBuild(copy.folder);
    expect(code).toBe(0);
    expect(stdout).toContain('react 18.3.1');
    expect(JSON.parse(dist('login.json')).bytes.apiBody).toBeLessThan(1_048_576);
  });

  it('takes a logo from a file of any kind, or leaves it at its address', async () => {
    writeFileSync(join(copy.folder, 'brand', 'x.png'), Buffer.from('\x89PNG', 'latin1'));
    copy.write('login.config.ts', configText({ brand: { logo: 'brand/x.png' } }));
    await runBuild(copy.folder);
    expect(dist('login.html')).toContain('src="data:image/png;base64,iVBORw&#x3D;&#x3D;"');
    copy.write('login.config.ts', configText({ brand: { logo: 'https://example.com/logo.svg?a=1&b=2' } }));
    await runBuild(copy.folder);
    expect(dist('login.html')).toContain('src="https://example.com/logo.svg?a&#x3D;1&amp;b&#x3D;2"');
  });

  it('ends although the settings have left something running', async () => {
    copy.write('login.config.ts', `setInterval(() => {}, 1000);\n${configText({})}`);
    expect((await runBuild(copy.folder)).code).toBe(0);
  });

  it('ends at once when it is interrupted', async () => {
    const begun = join(copy.folder, 'begun');
    copy.write(
      'login.config.ts',
      `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(begun)}, '');\nawait new Promise((done) => setTimeout(done, 60_000));\n${configText({})}`,
    );
    const child = spawn(process.execPath, [join(copy.folder, 'build.mjs')]);
    await expect.poll(() => existsSync(begun), { timeout: 20_000 }).toBe(true);
    const ended = new Promise((done) => child.on('close', done));
    child.kill('SIGTERM');
    // Before the settings are done with waiting: they would take the test's time.
    expect(await ended).toBe(130);
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });
});

describe('wrong usage', () => {
  it.each<[string[], string]>([
    [
      ['--wach'],
      'Wrong usage: there is no option --wach; did you mean --watch?\nnode build.mjs --help lists the options.\n',
    ],
    [['--xyzzy'], 'Wrong usage: there is no option --xyzzy.\n'],
    [['--page'], "Wrong usage: Option '--page <value>' argument missing.\n"],
    [['--page='], 'Wrong usage: --page needs a value.\n'],
    [
      ['login'],
      'Wrong usage: received "login", which is no command.\nnode build.mjs --help lists the options.\n',
    ],
    [['--watch=yes'], "Wrong usage: Option '--watch' does not take an argument.\n"],
    [
      ['--inspect', 'x.html', '--watch'],
      'Wrong usage: --inspect builds nothing, so --watch, --page and --out do not go with it.\n',
    ],
    [['--page', 'logn'], 'There is no page called "logn". Did you mean "login"? The pages are: login.\n'],
    [['--inspect', 'nowhere.html'], '--inspect nowhere.html: there is no such file.\n'],
  ])('%j', async (args, message) => {
    const { code, stdout, stderr } = await runBuild(copy.folder, args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr.startsWith(message)).toBe(true);
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });

  it('prints its usage when asked', async () => {
    const { code, stdout } = await runBuild(copy.folder, ['--help']);
    expect(code).toBe(0);
    for (const option of ['--page NAME', '--out DIR', '--watch', '--inspect FILE', '--help'])
      expect(stdout).toContain(option);
  });
});

describe('a build that fails', () => {
  type Break = (project: Project) => void;
  const template =
    (change: (text: string) => string): Break =>
    (it) =>
      it.write('templates/login.hbs', change(readFileSync(join(it.folder, 'templates/login.hbs'), 'utf8')));

  it.each<[string, Break, RegExp]>([
    [
      'a typo in the settings',
      (it) => it.write('login.config.ts', configText({ conections: {} })),
      /conections: unknown key.*Did you mean "connections"/,
    ],
    [
      'settings that do not compile',
      (it) => it.write('login.config.ts', 'export default {{'),
      /login\.config\.ts does not compile:[\s\S]*login\.config\.ts:1:16/,
    ],
    [
      'settings that throw',
      (it) => it.write('login.config.ts', '\nthrow new Error("no brand today");\nexport default 1;'),
      /login\.config\.ts throws when it is run \(login\.config\.ts:2:\d+\):\n {2}Error: no brand today/,
    ],
    [
      'settings that import nothing',
      (it) => it.write('login.config.ts', 'import x from "./nowhere.ts"; export default x;'),
      /login\.config\.ts does not compile:[\s\S]*Could not resolve "\.\/nowhere\.ts"/,
    ],
    [
      'settings that import a package that is not installed',
      (it) => it.write('login.config.ts', "\nimport x from '@acme/brand/x'; export default x;"),
      /There is no package "@acme\/brand"\. Install it: npm install @acme\/brand\n\n {4}login\.config\.ts:2:14:/,
    ],
    [
      'settings that await a package that is not installed',
      (it) => it.write('login.config.ts', '\nexport default await import("left-pad");'),
      /login\.config\.ts throws when it is run \(login\.config\.ts:2\):\n.*Cannot find package 'left-pad'/,
    ],
    [
      'settings that import what a package does not export',
      (it) => it.write('login.config.ts', '\nimport x from "valibot/none.js"; export default x;'),
      /login\.config\.ts throws when it is run \(login\.config\.ts:2\):\n.*subpath '\.\/none\.js' is not defined/,
    ],
    [
      'settings in UTF-16',
      (it) => writeFileSync(join(it.folder, 'login.config.ts'), Buffer.from(configText({}), 'utf16le')),
      /^login\.config\.ts is in UTF-16 \(little-endian\); expected UTF-8\.\nSave it as UTF-8/,
    ],
    [
      'an import of the settings in Windows-1252',
      (it) => {
        writeFileSync(join(it.folder, 'names.ts'), Buffer.from("export const name = 'Café';", 'latin1'));
        it.write('login.config.ts', 'import { name } from "./names"; export default name;');
      },
      /^names\.ts is in another encoding than UTF-8, such as Windows-1252; expected UTF-8\.\n/,
    ],
    [
      'settings without an export',
      (it) => it.write('login.config.ts', 'export const a = 1;'),
      /the default export is not a login page/,
    ],
    ['no settings', (it) => rmSync(join(it.folder, 'login.config.ts')), /There is no login\.config\.ts in/],
    [
      'a template that does not parse',
      template((text) => text.replace('{{title}}', '{{title')),
      /templates\/login\.hbs does not compile:\nParse error on line/,
    ],
    [
      'a template with a typo',
      template((text) => text.replace('{{title}}', '{{tilte}}')),
      /templates\/login\.hbs cannot be rendered: line 6, column \d+: there is no "tilte"\. Did you mean "title"\?\nA template can use: lang, dir, title, brand\.name,/,
    ],
    [
      'a partial with a typo',
      (it) => it.write('templates/partials/shell.hbs', '<p>{{brand.nam}}</p>'),
      /templates\/partials\/shell\.hbs cannot be rendered: line 1, column \d+: there is no "brand\.nam"\. Did you mean "brand\.name"\?/,
    ],
    [
      'a partial that is not there',
      template((text) => text.replace('{{> shell}}', '{{> shel}}')),
      /templates\/login\.hbs cannot be rendered: there is no partial templates\/partials\/shel\.hbs/,
    ],
    [
      'no template',
      (it) => rmSync(join(it.folder, 'templates/login.hbs')),
      /templates\/login\.hbs cannot be read: there is no such file/,
    ],
    [
      'a broken style',
      (it) => it.write('templates/login.css', '@import url("x.css'),
      /templates\/login\.css does not compile/,
    ],
    [
      'a broken source',
      (it) => it.write('src/page/pageTitle.ts', 'export const = 1;'),
      /The page’s script does not compile:[\s\S]*src\/page\/pageTitle\.ts:1:13/,
    ],
    [
      'a rule',
      template((text) => text.replace('<title>{{title}}</title>', '')),
      /The page "login" breaks \d+ rules?, so nothing was written:\n[\s\S]*error document: The page has no title/,
    ],
    [
      'a budget',
      (it) =>
        it.write('login.config.ts', configText({ connections: { allow: ['sms'] }, budget: { gzip: 1000 } })),
      /error gzip: The page has [\d,]+ bytes gzipped, over the budget of 1,000\. The most bytes are in auth0-lock/,
    ],
    [
      'a logo that is not there',
      (it) => it.write('login.config.ts', configText({ brand: { logo: 'brand/acne.svg' } })),
      /brand\.logo: "brand\/acne\.svg": there is no such file/,
    ],
    [
      'a logo of no kind',
      (it) => it.write('login.config.ts', configText({ brand: { logo: 'brand/acme.bmp' } })),
      /brand\.logo: expected an image file \(\.svg, /,
    ],
    [
      'a logo too large',
      (it) => {
        it.write('brand/big.svg', ' '.repeat(40_000));
        it.write('login.config.ts', configText({ brand: { logo: 'brand/big.svg' } }));
      },
      /has 40,000 bytes; at most 32,768 go into the page/,
    ],
  ])('for %s says so and leaves the artifact alone', async (_name, breakIt, message) => {
    mkdirSync(join(copy.folder, 'dist'));
    copy.write('dist/login.html', 'the previous page');
    breakIt(copy);
    const { code, stdout, stderr } = await runBuild(copy.folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    expect(readdirSync(join(copy.folder, 'dist'))).toEqual(['login.html']);
    expect(dist('login.html')).toBe('the previous page');
  });

  it.each<[string, string, RegExp]>([
    [
      'waits for ever',
      'await new Promise(() => {}); export default 1;',
      /has not finished: login\.config\.ts waits/,
    ],
    ['ends the process', 'process.exit(0);', /has not finished: login\.config\.ts waits/],
    [
      'throws from a getter',
      'export default { get loginPages() { throw new Error("boom"); } };',
      /the settings cannot be read:\n {2}Error: boom/,
    ],
    [
      'throws what has no text',
      'throw Object.create(null);',
      /throws when it is run:\n {2}something that cannot be shown/,
    ],
  ])('for a config that %s', async (_name, config, message) => {
    copy.write('login.config.ts', config);
    const { code, stderr } = await runBuild(copy.folder);
    expect(code).toBe(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  });

  it('for a name that only a block uses, and that is not there', async () => {
    const file = 'templates/partials/failure.hbs';
    copy.write(
      file,
      readFileSync(join(copy.folder, file), 'utf8').replace('#if brand.supportUrl', '#if brand.suportUrl'),
    );
    const { code, stderr } = await runBuild(copy.folder);
    expect(code).toBe(1);
    expect(stderr).toContain(
      'failure.hbs cannot be rendered: line 6, column 11: there is no "brand.suportUrl". Did you mean "brand.supportUrl"?',
    );
  });

  it('for the project’s own folder, whose files it could replace', async () => {
    const { code, stderr } = await runBuild(copy.folder, ['--out', '.']);
    expect(code).toBe(2);
    expect(stderr).toContain('--out is the project’s own folder');
  });

  it('for several pages tells of each, and of the same problem once', async () => {
    copy.write(
      'login.config.ts',
      `import { defineLoginPages } from './src/settings/defineLoginPage.ts';
      const names = Array.from({ length: 30 }, (_, index) => 'page-' + index);
      export default defineLoginPages(Object.fromEntries(names.map((name) => [name, { budget: { gzip: 1 } }])));`,
    );
    const { code, stderr } = await runBuild(copy.folder);
    expect(code).toBe(1);
    const told = stderr.match(/^The page "page-\d+" breaks a rule/gm) ?? [];
    expect(told.length).toBeGreaterThanOrEqual(10);
    expect(told.length).toBeLessThan(20);
    expect(stderr).toContain('There may be more: after 10 pages with problems it ends.');
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });

  it('for one page of several writes none', async () => {
    copy.write(
      'login.config.ts',
      `import { defineLoginPages } from './src/settings/defineLoginPage.ts';
      export default defineLoginPages({ acme: {}, globex: { budget: { gzip: 1 } } });`,
    );
    const { code, stderr } = await runBuild(copy.folder);
    expect(code).toBe(1);
    expect(stderr).toContain('The page "globex" breaks a rule');
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });

  it('for a folder that is a file', async () => {
    copy.write('taken', 'not a folder');
    const { code, stderr } = await runBuild(copy.folder, ['--out', 'taken']);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /taken cannot be written to \((EEXIST|ENOTDIR)\); the artifacts there are as they were/,
    );
  });

  it('for a folder without permission', async () => {
    // Root may write anywhere but where the kernel says no.
    const isRoot = process.getuid?.() === 0;
    const folder = isRoot ? '/sys/login-page' : join(copy.folder, 'locked');
    if (!isRoot) mkdirSync(folder, { mode: 0o500 });
    const { code, stderr } = await runBuild(copy.folder, ['--out', folder]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/ cannot be written to \((EACCES|ENOENT|EPERM)\)/);
  });

  it('for a cache without permission', async () => {
    ownPackages(copy);
    await runBuild(copy.folder);
    const folder = join(copy.folder, 'node_modules', '.cache', 'login-page');
    chmodSync(folder, 0o555);
    // Root may write anywhere: somebody else is made of it.
    const user = process.getuid?.() === 0 ? 65_534 : undefined;
    if (user !== undefined) chmodSync(dirname(copy.folder), 0o755);
    const { code, stderr } = await runCommand(process.execPath, ['build.mjs'], {
      cwd: copy.folder,
      user,
    });
    // So that it can be removed.
    chmodSync(folder, 0o755);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `${folder} cannot be written to (EACCES): make it writable.\n`,
    });
  });

  it('for a file that cannot be put in its place, with nothing half-written', async () => {
    mkdirSync(join(copy.folder, 'dist', 'login.json', 'taken'), { recursive: true });
    const { code, stderr } = await runBuild(copy.folder);
    expect(code).toBe(1);
    expect(stderr).toContain('cannot be written to');
    expect(readdirSync(join(copy.folder, 'dist'))).toEqual(['login.json']);
  });

  it('for a cut that no longer finds what it expects', async () => {
    const path = join(copy.folder, 'src/pipeline/lock-diet/lockStyle.ts');
    writeFileSync(path, readFileSync(path, 'utf8').replace('/^var css = ', '/^var styles = '));
    const { code, stderr } = await runBuild(copy.folder);
    expect(code).toBe(1);
    expect(stderr).toContain(
      `The cut "socialIcons" did not find Lock's style in lib/core.js. Lock has changed: look at src/pipeline/lock-diet/socialIcons.ts`,
    );
  });
});

describe('--inspect', () => {
  it('runs the rules over a built page', async () => {
    const { code, stdout } = await runBuild(copy.folder, ['--inspect', join(shipped, 'dist/login.html')]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/13 rules, 0 errors, 0 warnings\n$/);
  });

  it('judges line ends of Windows and a byte order mark as a browser does, and says that a page is in UTF-16', async () => {
    const html = readFileSync(join(shipped, 'dist/login.html'), 'utf8');
    copy.write('crlf.html', `\uFEFF${html.replaceAll('\n', '\r\n')}`);
    const { code, stdout } = await runBuild(copy.folder, ['--inspect', 'crlf.html']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/13 rules, 0 errors, 0 warnings\n$/);
    writeFileSync(join(copy.folder, 'utf16.html'), Buffer.from(html, 'utf16le'));
    expect(await runBuild(copy.folder, ['--inspect', 'utf16.html'])).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringMatching(
        /^--inspect utf16\.html is in UTF-16 \(little-endian\); expected UTF-8\.\n/,
      ),
    });
  });

  it('runs them over a page written by hand', async () => {
    copy.write(
      'mine.html',
      `<!DOCTYPE html><html><head><title>Log in</title></head><body>
      <script src="https://cdn.auth0.com/js/lock/14.3/lock.min.js"></script>
      <script>var config = JSON.parse(decodeURIComponent(escape(window.atob('@@config@@'))));</script></body></html>`,
    );
    const { code, stdout } = await runBuild(copy.folder, ['--inspect', 'mine.html']);
    expect(code).toBe(1);
    expect(stdout).toContain('error marker: @@config@@ stands at line 3');
    expect(stdout).toContain(
      'error external-scripts: https://cdn.auth0.com/js/lock/14.3/lock.min.js is loaded without an integrity hash',
    );
    expect(stdout).toContain('error document: The page names no language.');
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  });
});
