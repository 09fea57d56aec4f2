import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Project, project } from '../support/project.ts';
import { Watcher } from '../support/Watcher.ts';

let copy: Project;
let watcher: Watcher;

beforeEach(async () => {
  copy = project();
  watcher = new Watcher(copy.folder);
  await watcher.line(/built in \d+ ms/);
  await watcher.line(/Watching for changes\. Ctrl-C ends\./);
});
afterEach(async () => {
  await watcher.end();
  copy.remove();
});

const path = (name: string) => join(copy.folder, name);
const html = () => readFileSync(path('dist/login.html'), 'utf8');
const change = (name: string, from: string, to: string) =>
  writeFileSync(
    path(name),
    readFileSync(path(name), 'utf8').replace(from, () => to),
  );

describe('node build.mjs --watch', () => {
  it.each<[string, string, string, string, string]>([
    ['settings', 'login.config.ts', "name: 'Acme'", "name: 'Globex'", 'Log in to Globex'],
    ['the template', 'templates/login.hbs', 'name="robots"', 'name="googlebot"', 'name="googlebot"'],
    [
      'a partial',
      'templates/partials/shell.hbs',
      'class="shell"',
      'class="shell fresh"',
      'class="shell fresh"',
    ],
    ['the style', 'templates/login.css', 'min-height: 404px', 'min-height: 405px', 'min-height:405px'],
    [
      'the source',
      'src/page/failureScreen.ts',
      'Something went wrong. Please',
      'All is lost. Please',
      'All is lost. Please',
    ],
    ['the logo', 'brand/acme.svg', '<title>Acme</title>', '<title>Other</title>', 'title%3EOther%3C/title'],
  ])('builds again on a change of %s', async (_what, file, from, to, expected) => {
    change(file, from, to);
    expect(await watcher.line(/built in \d+ ms/)).toMatch(
      new RegExp(`built in \\d+ ms, after a change of ${file}`),
    );
    expect(html()).toContain(expected);
  });

  it.each([20, 400])('notices settings that are gone for %i ms, and every save after that', async (gone) => {
    const text = readFileSync(path('login.config.ts'), 'utf8');
    rmSync(path('login.config.ts'));
    await new Promise((done) => setTimeout(done, gone));
    for (const name of ['Globex', 'Another', 'A third']) {
      writeFileSync(path('login.config.ts'), text.replace("name: 'Acme'", `name: '${name}'`));
      await expect.poll(html, { timeout: 10_000 }).toContain(`Log in to ${name}`);
    }
  });

  it('notices a logo that comes after the settings that name it', async () => {
    change('login.config.ts', 'brand/acme.svg', 'brand/late.svg');
    await watcher.line(/late\.svg/);
    await watcher.line(/Not built/);
    writeFileSync(path('brand/late.svg'), readFileSync(path('brand/acme.svg')));
    await watcher.line(/built in \d+ ms/);
  });

  it('survives a broken file, and says so', async () => {
    const before = html();
    change('templates/login.hbs', '{{title}}', '{{title');
    await watcher.line(/templates\/login\.hbs does not compile/);
    await watcher.line(/Not built; the last good artifact is as it was\. Waiting for a change\./);
    expect(html()).toBe(before);
    change('templates/login.hbs', '{{title', '{{title}}');
    await watcher.line(/built in \d+ ms/);
    expect(html()).toBe(before);
  });

  it('survives broken settings and a broken source', async () => {
    appendFileSync(path('login.config.ts'), '}}');
    await watcher.line(/login\.config\.ts does not compile/);
    change('login.config.ts', '}}', '');
    await watcher.line(/built in/);
    const source = readFileSync(path('src/page/pageTitle.ts'), 'utf8');
    writeFileSync(path('src/page/pageTitle.ts'), 'export const = ;');
    await watcher.line(/The page’s script does not compile/);
    writeFileSync(path('src/page/pageTitle.ts'), source);
    await watcher.line(/built in/);
  });

  it('ends with exit code 0', async () => {
    expect(await watcher.end()).toBe(0);
  });
});
