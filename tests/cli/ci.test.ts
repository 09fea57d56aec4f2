import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { root } from '../support/paths.ts';
import { project } from '../support/project.ts';
import { runScript } from '../support/runScript.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ci-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const script = (name: string) => join(root, 'ci', name);
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe('ci/build', () => {
  it('fails where a page that it builds breaks a rule', async () => {
    const copy = project();
    try {
      cpSync(join(root, 'ci'), join(copy.folder, 'ci'), { recursive: true });
      // The build knows nothing of it; whatever lies in dist/ would be deployed, so it is inspected.
      mkdirSync(join(copy.folder, 'dist'));
      copy.write('dist/old.html', '<!DOCTYPE html><title>Without a marker</title>');
      const { code, stdout } = await runScript(join(copy.folder, 'ci', 'build'));
      expect(code).not.toBe(0);
      expect(stdout).toContain('dist/login.html\n');
      expect(stdout).toMatch(/dist\/old\.html[\s\S]*marker/);
    } finally {
      copy.remove();
    }
  });
});

describe('ci/verify-artifact.mjs', () => {
  const html = '<!DOCTYPE html>';
  const sha256 = createHash('sha256').update(html).digest('hex');
  const manifest = (over: object = {}) => JSON.stringify({ page: 'acme', sha256, ...over });
  const verify = () => runScript(script('verify-artifact.mjs'), [folder]);

  it('takes pages that are what their manifests say, and leaves folders alone', async () => {
    write('acme.html', html);
    write('acme.json', manifest());
    mkdirSync(join(folder, 'tenant'));
    expect(await verify()).toEqual({ code: 0, stdout: 'acme.html  as its manifest says\n', stderr: '' });
  });

  it.each<[string, Readonly<Record<string, string>>, string]>([
    ['no page', {}, 'there is no page in it'],
    ['a page without a manifest', { 'acme.html': html }, 'acme.html has no manifest'],
    [
      'a manifest without a page',
      { 'acme.json': manifest() },
      'acme.json describes a page that is not there',
    ],
    ['a manifest that is cut off', { 'acme.html': html, 'acme.json': '{"page":' }, 'acme.json is not JSON'],
    [
      'a manifest of null',
      { 'acme.html': html, 'acme.json': 'null' },
      'acme.json is the manifest of undefined',
    ],
    [
      'another page’s manifest',
      { 'acme.html': html, 'acme.json': manifest({ page: 'globex' }) },
      'acme.json is the manifest of "globex"',
    ],
    [
      'a page that was changed by one byte',
      { 'acme.html': `${html}\n`, 'acme.json': manifest() },
      `and its manifest says "${sha256}"`,
    ],
    [
      'a manifest without a hash',
      { 'acme.html': html, 'acme.json': manifest({ sha256: undefined }) },
      'and its manifest says undefined',
    ],
  ])('refuses %s', async (_, files, problem) => {
    for (const [name, text] of Object.entries(files)) write(name, text);
    const { code, stderr } = await verify();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(problem) });
    expect(stderr).toContain(`${folder} is not an artifact to deploy`);
  });

  it('says that there is no such folder', async () => {
    const { code, stderr } = await runScript(script('verify-artifact.mjs'), [join(folder, 'none')]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('cannot be read (ENOENT)') });
  });
});

describe('ci/verify-provenance', () => {
  const run = {
    GITHUB_REPOSITORY: 'acme/login',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_REF: 'refs/tags/login-page-v1.0.0',
  };

  /** A `gh` that writes down how it was called, and does not know of `bad.html`. */
  function verify(environment: Readonly<Record<string, string>>) {
    write('gh', `#!/bin/sh\necho "$*" >> '${folder}/calls'\ncase "$3" in *bad.html) exit 1 ;; esac\n`);
    chmodSync(join(folder, 'gh'), 0o755);
    const PATH = `${folder}${delimiter}${process.env['PATH']}`;
    return runScript(script('verify-provenance'), [folder], { ...environment, PATH });
  }
  const calls = () => readFileSync(join(folder, 'calls'), 'utf8').trimEnd().split('\n');

  it('asks of every file: this repository, this workflow, this commit and tag, GitHub’s machine', async () => {
    for (const name of ['acme.html', 'acme.json', 'globex.html']) write(name, '');
    expect(await verify(run)).toMatchObject({ code: 0, stderr: '' });
    const question = [
      '--repo acme/login',
      '--signer-workflow acme/login/.github/workflows/login-page.yml',
      `--source-digest ${run.GITHUB_SHA}`,
      '--source-ref refs/tags/login-page-v1.0.0',
      '--deny-self-hosted-runners',
    ].join(' ');
    expect(calls()).toEqual(
      ['acme.html', 'globex.html', 'acme.json'].map(
        (name) => `attestation verify ${folder}/${name} ${question}`,
      ),
    );
  });

  it('fails with the first file that is not attested', async () => {
    for (const name of ['bad.html', 'good.html', 'good.json']) write(name, '');
    expect((await verify(run)).code).toBe(1);
    expect(calls()).toHaveLength(1);
  });

  it.each(Object.keys(run))('asks nothing without %s', async (name) => {
    write('acme.html', '');
    const { code, stderr } = await verify({ ...run, [name]: '' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining(`${name}: is not set`) });
  });
});

describe('ci/checkout-release', () => {
  const author: NodeJS.ProcessEnv = {
    ...{ GIT_AUTHOR_NAME: 'Acme', GIT_AUTHOR_EMAIL: 'acme@example.com' },
    ...{ GIT_COMMITTER_NAME: 'Acme', GIT_COMMITTER_EMAIL: 'acme@example.com' },
  };
  afterEach(() => {
    delete author['GIT_COMMITTER_DATE'];
  });
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, encoding: 'utf8', env: { ...process.env, ...author } }).trim();
  const commit = (text: string) => {
    write('text', text);
    git('add', '.');
    git('commit', '-qm', text);
  };

  beforeEach(() => {
    mkdirSync(join(folder, 'ci'));
    cpSync(script('checkout-release'), join(folder, 'ci', 'checkout-release'));
    git('init', '-q', '-b', 'main');
    commit('first');
  });
  const checkout = () => runScript(join(folder, 'ci', 'checkout-release'));

  it('goes to the highest version, not the newest tag, a candidate or the branch', async () => {
    git('tag', 'login-page-v1.9.0');
    // A release of which the script itself is no part.
    git('rm', '-q', 'ci/checkout-release');
    commit('second');
    git('tag', '-am', 'The second', 'login-page-v1.10.0');
    git('tag', 'login-page-v1.10.0-rc.1', 'login-page-v1.9.0');
    // The project's own release, and one that only begins alike.
    git('tag', 'v9.0.0');
    git('tag', 'login-page-w9');
    author['GIT_COMMITTER_DATE'] = '2099-01-01T00:00:00Z';
    git('tag', '-am', 'Mended later', 'login-page-v1.8.1', 'login-page-v1.9.0');
    git('checkout', '-q', 'login-page-v1.9.0');
    git('branch', '-f', 'login-page-v1.10.0');
    expect(await checkout()).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^At login-page-v1\.10\.0, commit /),
    });
    expect(readFileSync(join(folder, 'text'), 'utf8')).toBe('second');
  });

  it('stays where it is as long as there is no release', async () => {
    const { code, stdout } = await checkout();
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining(`staying at ${git('rev-parse', '--short', 'HEAD')}`),
    });
  });
});

describe('ci/summary.mjs', () => {
  const live = { on: true, bytes: 1, sha256: 'a', origin: "someone else's page" };
  const page = {
    domain: 'acme.eu.auth0.com',
    application: null,
    page: 'login',
    drift: false,
    live,
    difference: null,
  };
  const doctor = { domain: 'acme.eu.auth0.com', summary: { ok: 2, warning: 0, failed: 1 } };
  const failed = {
    id: 'page-on',
    subject: 'My app',
    result: 'failed',
    reason: 'The page is off.',
    fix: { dashboard: 'Branding', command: 'npm run deploy', note: null },
  };

  /** What is added to the summary of a job, or, with `''`, printed. */
  async function summarize(drift: unknown, diagnosis: unknown, to = join(folder, 'summary.md')) {
    write('drift.json', typeof drift === 'string' ? drift : JSON.stringify(drift));
    write('doctor.json', JSON.stringify(diagnosis));
    const files = ['drift.json', 'doctor.json'].map((name) => join(folder, name));
    const result = await runScript(script('summary.mjs'), files, { GITHUB_STEP_SUMMARY: to });
    expect(result).toMatchObject({ code: 0, stderr: '', ...(to === '' ? {} : { stdout: '' }) });
    return to === '' ? result.stdout : readFileSync(to, 'utf8');
  }

  it('tells the drift of each page, and what is not well', async () => {
    const pages = [
      page,
      {
        ...page,
        application: 'My app',
        drift: true,
        difference: { script: 'the same', settings: '2 lines' },
      },
    ];
    const text = await summarize(
      { drift: true, pages },
      { ...doctor, results: [failed, { ...failed, id: 'ok-one', result: 'ok' }] },
    );
    expect(text).toContain('❌ A live page is not the one that this commit builds.');
    expect(text.match(/^\| ✅ \|/gm)).toHaveLength(1);
    expect(text).toMatch(/^\| ❌ \| .*My app \| login \| .*settings&#58; 2 lines \|$/m);
    expect(text).toContain('✅ 2 ok, ⚠️ 0 warning, ❌ 1 failed');
    expect(text).toMatch(
      /^\| ❌ \| page&#45;on \| My app \| The page is off&#46; \| Branding \| npm run deploy \|$/m,
    );
    expect(text).not.toContain('ok-one');
  });

  it('says so where all is well', async () => {
    const text = await summarize({ drift: false, pages: [page] }, { ...doctor, results: [] });
    expect(text).toContain('✅ No drift.');
    expect(text).not.toContain('| Check |');
  });

  it('shows names of a tenant as text, whatever they hold', async () => {
    const application = 'a | b\n# <img src=x> [x](https://example.com) `y` **z**';
    const text = await summarize({ drift: false, pages: [{ ...page, application }] }, null);
    const row = text.split('\n').find((line) => line.startsWith('| ✅')) ?? '';
    expect(row.split('|')).toHaveLength(8);
    expect(row.replace(/&#\d+;/g, '')).not.toMatch(/[<>[\]()`*#]/);
  });

  it('says that a command has left nothing', async () => {
    const text = await summarize('', null);
    expect(text).toContain('could not be compared; the log says why');
    expect(text).toContain('could not be examined; the log says why');
  });

  it('leaves what other steps have said', async () => {
    write('summary.md', 'before\n');
    expect(await summarize({ drift: false, pages: [] }, null)).toMatch(/^before\n## Drift/);
  });

  it('prints for people where there is no such summary', async () => {
    const application = 'My\napp: \u001b[31m#1';
    const text = await summarize({ drift: false, pages: [{ ...page, application }] }, null, '');
    expect(text).toContain('| acme.eu.auth0.com | My app: [31m#1 | login |');
  });
});
