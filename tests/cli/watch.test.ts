import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
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

/** Waits until the page holds all of these. */
async function holds(...texts: string[]): Promise<void> {
  const missing = () => texts.filter((text) => !html().includes(text));
  await expect
    .poll(missing, { timeout: 20_000, interval: 10 })
    .toEqual([])
    .catch(() => expect.fail(`${missing()} did not come:\n${watcher.output.slice(-2_000)}`));
}

/** How editors save a file. */
const editors: Record<string, (file: string, text: string) => void> = {
  vim(file, text) {
    renameSync(file, `${file}~`);
    writeFileSync(file, text);
    unlinkSync(`${file}~`);
  },
  vscode(file, text) {
    truncateSync(file);
    writeFileSync(file, text, { flag: 'r+' });
  },
  'vscode, atomically'(file, text) {
    const beside = join(dirname(file), `.${basename(file)}.${process.pid}`);
    writeFileSync(beside, text);
    renameSync(beside, file);
  },
  jetbrains(file, text) {
    writeFileSync(`${file}___jb_tmp___`, text);
    renameSync(file, `${file}___jb_old___`);
    renameSync(`${file}___jb_tmp___`, file);
    unlinkSync(`${file}___jb_old___`);
  },
};

describe('node build.mjs --watch, round after round,', () => {
  const ROUNDS = 50;

  it('follows every editor', async () => {
    const logo = readFileSync(path('brand/acme.svg'), 'utf8');
    const kinds: [file: string, edited: (text: string, mark: string) => string][] = [
      ['login.config.ts', (text, mark) => text.replace("name: 'Acme'", `name: '${mark}'`)],
      ['templates/login.hbs', (text, mark) => text.replace('name="robots"', `name="${mark}"`)],
      [
        'templates/partials/shell.hbs',
        (text, mark) => text.replace('class="shell"', `class="shell ${mark}"`),
      ],
      ['brand/acme.svg', (_text, mark) => logo.replace('>Acme<', `>${mark}<`)],
    ];
    const texts = kinds.map(([file]) => readFileSync(path(file), 'utf8'));
    const ways = Object.entries(editors);
    for (let round = 0; round < ROUNDS; round++) {
      const marks = kinds.map(([file, edited], index) => {
        // Each file by each editor in turn.
        const [, save] = ways[(index + round) % ways.length] ?? expect.unreachable();
        const mark = `m${index}r${round}m`;
        save(path(file), edited(texts[index] ?? '', mark));
        return mark;
      });
      await holds(...marks);
    }
    expect(readdirSync(path('templates')).sort()).toEqual(['lock.css', 'login.css', 'login.hbs', 'partials']);
  });

  it('follows git, which takes files away and brings them back', async () => {
    const git = (...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'gc.auto=0', ...args],
        {
          cwd: copy.folder,
          stdio: 'pipe',
        },
      );
    git('init', '-q', '-b', 'main');
    git('add', 'login.config.ts', 'templates', 'brand');
    git('commit', '-qm', 'As it is shipped');
    git('checkout', '-qb', 'globex');
    change('login.config.ts', "name: 'Acme'", "name: 'Globex'");
    change('templates/partials/shell.hbs', 'class="shell"', 'class="shell globex"');
    git('mv', 'templates/partials/links.hbs', 'templates/partials/below.hbs');
    change('templates/login.hbs', '{{> links}}', '{{> below}}');
    git('commit', '-qam', 'Globex');
    for (let round = 0; round < ROUNDS / 2; round++) {
      git('checkout', '-q', 'main');
      await holds('Log in to Acme', 'class="shell"');
      git('checkout', '-q', 'globex');
      await holds('Log in to Globex', 'class="shell globex"');
    }
    for (let round = 0; round < ROUNDS; round++) {
      change('templates/login.hbs', /name="(?:robots|r\d+)"/.exec(html())?.[0] ?? '', `name="r${round}"`);
      git('stash', '-q');
      git('stash', 'pop', '-q');
      await holds(`name="r${round}"`);
      if (round % 5 > 0) continue;
      git('stash', '-q');
      await holds('name="robots"');
      git('stash', 'pop', '-q');
      await holds(`name="r${round}"`);
    }
  });

  it('follows folders that are replaced', async () => {
    const [templates, other] = [path('templates'), path('other')];
    for (let round = 0; round < ROUNDS; round++) {
      cpSync(templates, other, { recursive: true });
      const text = readFileSync(join(other, 'login.hbs'), 'utf8');
      writeFileSync(join(other, 'login.hbs'), text.replace(/name="(?:robots|r\d+)"/, `name="r${round}"`));
      rmSync(templates, { recursive: true });
      if (round % 10 === 0) await watcher.line(/templates.login\.\w+ cannot be read/);
      if (round % 2 === 0) renameSync(other, templates);
      else {
        cpSync(other, templates, { recursive: true });
        rmSync(other, { recursive: true });
      }
      await holds(`name="r${round}"`);
    }
    // The folders that came last are watched like the first ones.
    change('templates/partials/shell.hbs', 'class="shell"', 'class="shell last"');
    await holds('class="shell last"');
  });

  it('ends a burst in one build with what was written last', async () => {
    const text = readFileSync(path('templates/login.hbs'), 'utf8');
    for (let save = 0; save < ROUNDS; save++) {
      // Half of the file first, as a slow writer leaves it.
      writeFileSync(path('templates/login.hbs'), text.slice(0, text.length / 2));
      writeFileSync(path('templates/login.hbs'), text.replace('name="robots"', `name="s${save}"`));
      await new Promise((done) => setTimeout(done, 10));
    }
    await watcher.line(/built in/);
    expect(html()).toContain(`name="s${ROUNDS - 1}"`);
    // Longer than it takes to notice a change.
    await new Promise((done) => setTimeout(done, 1_500));
    expect(watcher.output.match(/after a change/g)).toHaveLength(1);
    expect(watcher.output).not.toContain('Not built');
  });
});

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

  it('notices a file that the settings import and that comes later', async () => {
    change('login.config.ts', 'export default', "import './settings/brands';\nexport default");
    await watcher.line(/Could not resolve "\.\/settings\/brands"/);
    mkdirSync(path('settings'));
    writeFileSync(path('settings/brands.ts'), 'export {};');
    await watcher.line(/built in \d+ ms, after a change of settings\/brands\.ts/);
  });

  it('notices that what the settings import is mended, also from the start', async () => {
    await watcher.end();
    writeFileSync(path('brand.ts'), "export const name = '';");
    change('login.config.ts', "name: 'Acme'", 'name');
    change('login.config.ts', 'export default', "import { name } from './brand';\nexport default");
    watcher = new Watcher(copy.folder);
    await watcher.line(/brand\.name: expected/);
    await watcher.line(/Watching for changes/);
    writeFileSync(path('brand.ts'), "export const name = 'Globex';");
    await watcher.line(/built in \d+ ms, after a change of brand\.ts/);
    writeFileSync(
      path('brand.ts'),
      'export const name: string = (() => { throw new Error("no name today"); })();',
    );
    await watcher.line(/no name today/);
    await watcher.line(/Not built/);
    writeFileSync(path('brand.ts'), "export const name = 'Globex';");
    await watcher.line(/built in \d+ ms, after a change of brand\.ts/);
  });

  it('shows warnings, as a build does', async () => {
    change('login.config.ts', '#0059d6', '#ffd400');
    await watcher.line(/warning contrast: White text on brand\.primaryColor/);
    await watcher.line(/built in/);
  });

  it('ends with exit code 0', async () => {
    expect(await watcher.end()).toBe(0);
  });
});
