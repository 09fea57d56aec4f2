import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksOf } from '../support/guide/blocksOf.ts';
import { root } from '../support/paths.ts';
import { configText, type Project, pagesText, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';
import { type Run, runCommand } from '../support/runCommand.ts';

let copy: Project;

beforeAll(() => {
  copy = project();
  mkdirSync(join(copy.folder, 'tests'));
  for (const part of ['tests/page', 'tests/support', 'tsconfig.base.json']) {
    cpSync(join(root, part), join(copy.folder, part), { recursive: true });
  }
});
afterAll(() => copy.remove());

/** `npm run test:page`, without npm. */
function testPage(...args: string[]): Promise<Run> {
  const program = ['tests/support/runTs.mjs', 'tests/page/run.ts', ...args];
  return runCommand(process.execPath, program, {
    cwd: copy.folder,
    // Not of the run that this test is a part of.
    environment: { NO_COLOR: '1', VITEST: '', TEST_REPORT: '', PAGE: '' },
    timeout: 240_000,
  });
}

async function build(config: string): Promise<void> {
  copy.write('login.config.ts', config);
  const { code, stderr } = await runBuild(copy.folder);
  expect([code, stderr]).toEqual([0, '']);
}

/** In one place of a file, another text. */
function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(copy.folder, path), 'utf8');
  expect(text.split(from)).toHaveLength(2);
  copy.write(path, text.replace(from, to));
}

describe('npm run test:page', { timeout: 300_000 }, () => {
  it('tests the shipped page, and runs the file of docs/testing.md with the rest', async () => {
    const guide = readFileSync(join(root, 'docs', 'testing.md'), 'utf8');
    const { text = '' } = blocksOf(guide).find(({ language }) => language === 'ts') ?? {};
    copy.write('tests/page/applications.test.ts', text);
    expect((await runBuild(copy.folder)).code).toBe(0);
    const { code, stdout, stderr } = await testPage();
    rmSync(join(copy.folder, 'tests', 'page', 'applications.test.ts'));
    expect({ code, stderr, failed: stdout.match(/✗.*/g) }).toEqual({ code: 0, stderr: '', failed: null });
    for (const line of [
      'application A logs in by sms',
      'application B logs in by email',
      'login: is within its budget',
      'login: a login by SMS, with a code',
      'login: a login by email, with a code',
      'login: in es: words, a narrow screen, accessibility',
      'login: an application that asks for allowedConnections "email,sms"',
    ]) {
      expect(stdout).toContain(`  ✓ ${line} (`);
    }
  });

  it('is content with pages of other settings', async () => {
    await build(
      pagesText({
        globex: {
          connections: { allow: ['acme-mail', 'sms-nz', 'google-oauth2'], choose: 'fixed' },
          ...{ emailMethod: 'link', consent: 'required', countries: ['NZ', 'FJ'], languages: ['ar', 'de'] },
          brand: { name: 'Globex', termsUrl: 'https://example.com/terms' },
        },
        initech: {
          connections: { allow: ['sms'] },
          contentSecurityPolicy: false,
          lock: { delivery: 'cdn', integrity: `sha384-${'A'.repeat(64)}` },
        },
      }),
    );
    const { code, stdout, stderr } = await testPage();
    expect({ code, stderr, failed: stdout.match(/✗.*/g) }).toEqual({ code: 0, stderr: '', failed: null });
    for (const line of [
      'globex: a login by SMS, with a code',
      'globex: a login by email, with a link',
      'globex: in ar: words, a narrow screen, accessibility',
      'globex: an application that asks for connection "sms-nz"',
      'initech: a login by SMS, with a code',
    ]) {
      expect(stdout).toContain(`  ✓ ${line} (`);
    }
    expect(stdout).not.toContain('initech: a login by email');
    expect(stdout).toMatch(/\n\d\d passed, 0 failed\n$/);
  });

  it('says that dist/ is missing, stale, or of settings with a mistake', async () => {
    rmSync(join(copy.folder, 'dist'), { recursive: true });
    copy.write('login.config.ts', configText({ connections: { allow: ['sms'] } }));
    expect(await testPage()).toMatchObject({
      code: 1,
      stderr: 'dist/login.html is not there.\nBuild it, and test again: npm run build\n',
    });
    await build(configText({ connections: { allow: ['sms'] } }));
    copy.write('login.config.ts', configText({ connections: { allow: ['email'] } }));
    expect(await testPage()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^dist\/login\.html is not what .* make of it now\.\nBuild it/),
    });
    copy.write('login.config.ts', configText({ conections: {} }));
    expect(await testPage()).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^The page does not build, .*\n.*has a problem/),
    });
    expect(await testPage('--pge', 'x')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("Unknown option '--pge'"),
    });
  });

  it('tells its author what a visitor would see, and where to look', async () => {
    change('templates/login.hbs', '<main ', '{{> banner}}\n    <main ');
    change(
      'templates/login.hbs',
      '    {{> scripts}}',
      `    {{> scripts}}
    <script>
      document.getElementById('button').innerHTML = '<button type="button" onclick="greet()">Hello</button>';
      document.title = 'Acme';
    </script>`,
    );
    copy.write(
      'templates/partials/banner.hbs',
      `<header><p class="long">${'Donaudampfschiff'.repeat(4)}</p><p class="pale">Good to see you</p><span id="button"></span></header>\n`,
    );
    appendFileSync(
      join(copy.folder, 'templates', 'login.css'),
      `.pale { background: #fff; color: #bbb; font-family: Own }
@font-face { font-family: Own; src: url('data:font/woff2;base64,d09GMgABAAAAAA==') }\n`,
    );
    await build(configText({ connections: { allow: ['sms'] } }));
    const { code, stdout } = await testPage('--page', 'login');
    expect(code).toBe(1);
    for (const problem of [
      /On a screen 320 px wide the page is \d+ px wide.*\n.*Too wide: <p class="long">Donau.*\n.*templates\/login\.css/,
      /color-contrast.*\n.*<p class="pale">Good to see you<\/p>\n.*1\.91.*\n.*in your templates/,
      /The browser says: Loading the font .*\n.*contentSecurityPolicy: \{ fontSrc: \['data:'\] \}/,
      /The browser says: Executing inline event handler violates script-src\.\n.*onclick/,
    ]) {
      expect(stdout).toMatch(problem);
    }
    expect(stdout).not.toMatch(/^ +at /m);
    expect(stdout.match(/^✗ On a screen/gm)).toHaveLength(1);
  });
});
