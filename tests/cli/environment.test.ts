import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { loadEnvironmentFile } from '../../src/commands/environmentFile.ts';
import { root } from '../support/paths.ts';
import { type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';

let copy: Project;
beforeAll(() => {
  const fixture = (name: string) =>
    readFileSync(join(root, 'tests/fixtures/brands', name), 'utf8').replace('../../../', './');
  copy = project(fixture('login.config.ts'));
  copy.write('common.ts', fixture('common.ts'));
});
afterEach(() => rmSync(join(copy.folder, '.env'), { recursive: true, force: true }));
afterAll(() => copy.remove());

/** What the file sets where `SET` is set already. */
function read(text: string | Buffer): Record<string, string | undefined> {
  writeFileSync(join(copy.folder, '.env'), text);
  const env: Record<string, string | undefined> = { SET: 'already', EMPTY: '' };
  loadEnvironmentFile(copy.folder, env);
  return env;
}

const title = (page: string) =>
  /<title>(.*?)<\/title>/.exec(readFileSync(join(copy.folder, 'dist', `${page}.html`), 'utf8'))?.[1];

describe('.env', () => {
  it('sets what is not set, and nothing else', () => {
    expect(read('SET=no\nEMPTY=no\nNEW=yes')).toEqual({ SET: 'already', EMPTY: '', NEW: 'yes' });
  });

  it.each<[what: string, text: string | Buffer, value: string]>([
    ['spaces', ' A = b ', 'b'],
    ['quotes', 'A="b c"', 'b c'],
    ['a comment behind', "A='b' # c", 'b'],
    ['export', 'export A=b', 'b'],
    ['a value of several lines', 'B="x\ny z\n"\nA=b', 'b'],
    ['Windows line ends', 'B=c\r\nA=b\r\n', 'b'],
    ['a byte order mark', '\ufeffA=b', 'b'],
    ['an apostrophe', "A=it's", "it's"],
    ['an equals sign', 'A=b==', 'b=='],
    ['no value', 'A=', ''],
    ['a quote in a comment', '# B="x\nA="b"', 'b'],
    ['a quote within a value', 'B=https://x/?q="y\nA="b"', 'b'],
    ['letters beyond ASCII', 'A=Zürich', 'Zürich'],
  ])('may hold %s', (_what, text, value) => {
    expect(read(text)['A']).toBe(value);
  });

  it.each<[what: string, text: string | Buffer, says: string]>([
    ['a line that sets nothing', 'A=b\n\nsecret-token', '.env, line 3: this is not NAME=value'],
    ['a name with a hyphen', 'MY-SECRET=secret-token', '.env, line 1'],
    ['an open quote', 'B="x\ny"\nA="secret-token\nC=d', '.env, line 3'],
    [
      'UTF-16',
      Buffer.from('\ufeffA=secret-token', 'utf16le'),
      '.env is not UTF-8 text (it looks like UTF-16)',
    ],
    ['Latin-1', Buffer.from('A=secret-token-é', 'latin1'), '.env is not UTF-8 text. Save'],
  ])('with %s ends the command, which shows no value', (_what, text, says) => {
    const act = () => read(text);
    expect(act).toThrow(says);
    expect(act).not.toThrow('secret-token');
  });

  it('that is a folder is no stack', async () => {
    mkdirSync(join(copy.folder, '.env'));
    const { code, stderr } = await runBuild(copy.folder);
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr:
        '.env cannot be read (EISDIR). Make it a readable file, or remove it and set the variables in the environment.\n',
    });
  });

  it('reaches the settings, and settings shared by brands build', async () => {
    copy.write('.env', 'BRAND_NAME=From the file\n');
    expect(await runBuild(copy.folder)).toMatchObject({ code: 0 });
    expect([title('acme'), title('globex'), title('eu')]).toEqual([
      'Log in to From the file',
      'Log in to Globex',
      'Log in to eu',
    ]);
    const inShell = { BRAND_NAME: 'From the shell' };
    expect(await runBuild(copy.folder, ['--page', 'acme'], copy.folder, inShell)).toMatchObject({ code: 0 });
    expect(title('acme')).toBe('Log in to From the shell');
  });

  it('is read from the project, not from where the command runs', async () => {
    const elsewhere = join(copy.folder, 'templates');
    writeFileSync(join(elsewhere, '.env'), 'BRAND_NAME=Elsewhere');
    copy.write('.env', 'BRAND_NAME=Project');
    const run = await runBuild(
      copy.folder,
      ['--page', 'acme', '--out', join(copy.folder, 'dist')],
      elsewhere,
    );
    expect(run).toMatchObject({ code: 0 });
    rmSync(join(elsewhere, '.env'));
    expect(title('acme')).toBe('Log in to Project');
  });

  it('gives a command its credentials', async () => {
    copy.write('.env', 'AUTH0_DOMAIN=localhost:1\nAUTH0_CLIENT_ID=id\nAUTH0_CLIENT_SECRET=from-the-file\n');
    const { code, stdout, stderr } = await runBuild(copy.folder, ['drift', '--page', 'acme'], copy.folder, {
      ...{ AUTH0_CLIENT_ID: 'of-the-shell', BRAND_NAME: 'Acme' },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Read from \.env: AUTH0_CLIENT_SECRET, AUTH0_DOMAIN\.\nlocalhost:1: /);
    expect(stdout + stderr).not.toContain('from-the-file');
  });
});

describe('.env.example', () => {
  it('names every variable that the program reads, and no other', () => {
    const sources = ['src', 'tests/page']
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          join(folder, file),
        ),
      )
      .filter((file) => file.endsWith('.ts') && !file.startsWith(join('src', 'page')))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .filter((text) => /\benv(?:ironment)?\[/.test(text));
    const names = sources.flatMap((text) =>
      [
        ...text.matchAll(/\benv(?:ironment)?\[['"](\w+)['"]\]/g),
        // Where the name comes in a variable. The end of a tenant's is put to those of variableNames().
        ...text.matchAll(/['"`]([A-Z][A-Z\d]*(?:_[A-Z\d]+)+)(?:['"`]|\$\{end\})/g),
      ].map(([, name]) => name ?? ''),
    );
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    const listed = [...example.matchAll(/^#?([A-Z][A-Z\d_]+)=/gm)].map(([, name]) => name ?? '');
    // The program warns of the second, which no one should set. The third is of the tests alone.
    const others = ['PATH', 'NODE_TLS_REJECT_UNAUTHORIZED', 'TEST_REPORT'];
    expect(new Set(names.filter((name) => !others.includes(name)))).toEqual(
      new Set(listed.filter((name) => !/_ACME_PROD$/.test(name)).concat('AUTH0_CLIENT_SECRET_ACME_PROD')),
    );
  });
});
