import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TenantLock } from '../../src/deploy/TenantLock.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { aroundWrites, edit, livePage, writes } from '../support/deployed.ts';
import { page } from '../support/page.ts';
import { type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';
import { type Around, credentialsFor, printed, runMain } from '../support/runMain.ts';

const MINE = '<!DOCTYPE html><title>Mine</title>@@config@@';
const SECRETS = ['local-deploy-secret', 'eyJ'];

let tenant: Tenant;
let copy: Project;

beforeAll(async () => {
  tenant = await startTenant({ limits: { managementPerMinute: 100_000 } });
  tenant.data.addApplication({ client_id: 'shop', name: 'Shop' });
  for (const client_id of ['twin-1', 'twin-2']) tenant.data.addApplication({ client_id, name: 'Twin' });
  // Lock from the CDN: small pages, which are built anew by every deploy, to compare.
  const lock = "lock: { delivery: 'cdn' }";
  const config = `import { defineLoginPages } from './src/settings/defineLoginPage.ts';
export default defineLoginPages({ acme: { brand: { name: 'Acme' }, ${lock} }, globex: { brand: { name: 'Globex' }, ${lock} } });\n`;
  copy = project(config);
  const { code, stderr } = await runBuild(copy.folder);
  expect([code, stderr]).toEqual([0, '']);
});
beforeEach(() => {
  for (const client of tenant.data.applications.keys()) edit(tenant, '', false, client);
});
afterEach(() => {
  tenant.reset();
  for (const name of ['backups', 'deploy.json', 'report.html']) {
    rmSync(join(copy.folder, name), { recursive: true, force: true });
  }
});
afterAll(async () => {
  await tenant.close();
  copy.remove();
});

const run = (args: string, around?: Around) =>
  runMain(copy.folder, tenant, args.split(' ').filter(Boolean), around);
const built = (name: string) => readFileSync(join(copy.folder, 'dist', `${name}.html`), 'utf8');
const saved = () =>
  readdirSync(join(copy.folder, 'backups')).flatMap((it) => (it.endsWith('.json') ? [it.slice(0, -5)] : []));

describe('a deploy', () => {
  it('shows what would change, writes when it is told to, and then finds nothing to do', async () => {
    const dry = await run('deploy --page acme');
    expect(dry).toMatchObject({ code: 0, stderr: '' });
    expect(dry.stdout).toContain('the first page there');
    expect(dry.stdout).toContain('Dry run: nothing was written.');
    expect(writes(tenant)).toBe(0);

    const applied = await run('deploy --page acme --apply');
    expect(applied).toMatchObject({ code: 0, stderr: '' });
    expect(applied.stdout).toContain(`Write this page to ${tenant.host}, the tenant's page?`);
    expect(applied.stdout).toMatch(/done, read back and the same\. Saved before: backups\/\S+\.html/);
    expect(livePage(tenant)).toEqual({ html: built('acme'), isOn: true });

    const again = await run('deploy --page acme --apply');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('Nothing to do.');
    expect(writes(tenant)).toBe(1);
  });

  it("goes to an application's own page by name or id, and nowhere else", async () => {
    expect((await run('deploy --page globex --client Shop --apply --yes')).code).toBe(0);
    expect(livePage(tenant, 'shop').html).toBe(built('globex'));
    expect(livePage(tenant)).toEqual({ html: '', isOn: false });
    expect((await run('deploy --page globex --client shop')).stdout).toContain('nothing to do');
  });

  it('says what differs from a page of ours, and which it is', async () => {
    edit(tenant, built('globex'));
    const { stdout } = await run('deploy --page acme --report report.html');
    expect(stdout).toContain('(ours: dist/globex.html)');
    expect(stdout).toContain('-     "name": "Globex",');
    expect(stdout).toContain('+     "name": "Acme",');
    expect(stdout).toContain('script    the same');
    expect(readFileSync(join(copy.folder, 'report.html'), 'utf8')).toContain('&#34;Globex&#34;');
    await run('deploy --page acme --apply --yes');
    edit(tenant, built('acme'), false);
    expect((await run('deploy --page acme')).stdout).toContain('turns it on');
  });

  it('knows a build that it has deployed before', async () => {
    const file = join(copy.folder, 'dist', 'acme.json');
    const manifest = readFileSync(file, 'utf8');
    await run('deploy --page acme --apply --yes');
    // As after the next build.
    rmSync(file);
    const { stdout } = await run('deploy --page globex');
    writeFileSync(file, manifest);
    expect(stdout).toMatch(/live .*\(ours: dist\/acme\.html, deployed \S+ \S+ UTC\)/);
  });

  it("does not replace someone else's page, but with --force, and saves it", async () => {
    edit(tenant, MINE);
    for (const args of ['deploy --page acme', 'deploy --page acme --apply --yes']) {
      const { code, stdout, stderr } = await run(args);
      expect([code, stderr]).toEqual([1, expect.stringMatching(/^Refused: .*add --force/s)]);
      expect(stdout).toContain("someone else's page");
    }
    expect(writes(tenant)).toBe(0);
    expect((await run('deploy --page acme --apply --yes --force')).code).toBe(0);
    const [id = ''] = saved();
    expect(readFileSync(join(copy.folder, 'backups', `${id}.html`), 'utf8')).toBe(MINE);
  });

  it('does not replace a page that was edited since it was built, but with --force, and shows the edit', async () => {
    const edited = built('globex').replace(/(?=<\/body>\s*<\/html>\s*$)/, '<p>Edited by Bob</p>');
    edit(tenant, edited);
    for (const args of ['deploy --page acme', 'deploy --page acme --apply --yes']) {
      const { code, stdout, stderr } = await run(args);
      expect([code, stderr]).toEqual([
        1,
        expect.stringMatching(/^Refused: a page that was changed since it was built is live .*add --force/s),
      ]);
      expect(stdout).toContain('(one of ours, changed since it was built)');
      expect(stdout).toMatch(/^ {2}- .*Edited by Bob/m);
    }
    expect(writes(tenant)).toBe(0);
    const drift = await run('drift --page globex');
    expect(drift).toMatchObject({ code: 1, stdout: expect.stringContaining('changed since it was built') });
    expect((await run('deploy --page acme --apply --yes --force')).code).toBe(0);
    const [id = ''] = saved();
    expect(readFileSync(join(copy.folder, 'backups', `${id}.html`), 'utf8')).toBe(edited);

    // On the way back, too.
    edit(tenant, built('acme').replace(/(?=<\/body>\s*<\/html>\s*$)/, '<p>Edited by Eve</p>'));
    const refused = await run(`restore ${id} --apply --yes`);
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('changed since it was built') });
    expect((await run(`restore ${id} --apply --yes --force`)).code).toBe(0);
    expect(livePage(tenant).html).toBe(edited);
  });

  it.each([
    ['other line ends', (html: string) => html.replace(/\n/g, '\r\n')],
    ['its last line end lost', (html: string) => html.trimEnd()],
  ])('knows a page that was pasted with %s', async (_, paste) => {
    edit(tenant, paste(built('globex')));
    const { code, stdout } = await run('deploy --page acme --apply --yes');
    expect([code, stdout]).toEqual([
      0,
      expect.stringContaining('(ours: dist/globex.html, except for its line endings)'),
    ]);
  });

  it('needs no force where the page of someone else is off', async () => {
    edit(tenant, MINE, false);
    expect((await run('deploy --page acme --apply --yes')).code).toBe(0);
  });

  it.each<[string, string, Around, number, RegExp]>([
    ['not confirmed', '--apply', { answer: false }, 1, /Not confirmed: nothing was written/],
    ['Ctrl-C at the question', '--apply', { answer: 'interrupt' }, 130, /Interrupted: nothing was written/],
    ['nobody to ask', '--apply', { answer: null }, 2, /no terminal to ask at: add --yes/],
    ['the wrong tenant', '--tenant other.eu.auth0.com --apply --yes', {}, 1, /The wrong tenant/],
    ['no such application', '--client Shap', {}, 1, /no application .*"Shap"\. Did you mean "Shop"\?/],
    ['two applications', '--client Twin', {}, 1, /2 applications with the name "Twin".*twin-1, twin-2/s],
    [
      'no credentials',
      '',
      { env: {} },
      1,
      /AUTH0_DOMAIN and AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET are not/,
    ],
    ['no deploy.json', '--all', {}, 2, /there is none/],
    ['no terminal for two things', '--yes', {}, 2, /--yes answers what --apply asks/],
    [
      'a report that cannot be written',
      '--report no/such/folder.html',
      {},
      1,
      /The report cannot be written/,
    ],
  ])('(%s) writes nothing', async (_, args, around, code, message) => {
    const all = args.includes('--all') ? '' : '--page acme';
    const result = await run(`deploy ${all} ${args}`, around);
    expect([result.code, result.stdout + result.stderr]).toEqual([code, expect.stringMatching(message)]);
    expect(writes(tenant)).toBe(0);
  });

  it.runIf(process.platform === 'linux')('ends with 130 at Ctrl-C in a terminal', async () => {
    copy.write('ca.pem', tenant.certificate);
    const shell = spawn(
      'script',
      ['-qec', `${process.execPath} build.mjs deploy --page acme --apply`, '/dev/null'],
      {
        cwd: copy.folder,
        env: { ...process.env, ...credentialsFor(tenant), NODE_EXTRA_CA_CERTS: join(copy.folder, 'ca.pem') },
      },
    );
    let shown = '';
    shell.stdout.on('data', (chunk) => {
      shown += chunk;
    });
    const ended = new Promise((resolve) => shell.on('close', resolve));
    await expect.poll(() => shown, { timeout: 30_000 }).toContain('[y/N]');
    shell.stdin.write('\x03');
    expect(await ended).toBe(130);
    expect(shown).toContain('Interrupted: nothing was written.');
    expect(writes(tenant)).toBe(0);
  });

  it('asks which of several pages', async () => {
    expect(await run('deploy')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--page: acme, globex'),
    });
  });

  it('takes an expired token for what it is', async () => {
    const env = { AUTH0_DOMAIN: tenant.host, AUTH0_ACCESS_TOKEN: 'eyJhbGciOiJSUzI1NiJ9.e30.x' };
    const { code, stderr } = await run('deploy --page acme', { env });
    expect([code, stderr]).toEqual([1, expect.stringContaining('AUTH0_ACCESS_TOKEN has expired')]);
  });

  it('refuses an artifact that was changed by hand, or is not what the sources build', async () => {
    const file = join(copy.folder, 'dist', 'acme.html');
    const before = readFileSync(file, 'utf8');
    writeFileSync(file, before.replace('Acme', 'Akme'));
    const changed = await run('deploy --page acme --apply --yes');
    expect(changed).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('is not the page that was built'),
    });
    writeFileSync(file, before);

    const style = join(copy.folder, 'templates', 'login.css');
    const css = readFileSync(style, 'utf8');
    try {
      writeFileSync(style, `${css}\n.more { color: red }\n`);
      const stale = await run('deploy --page acme --apply --yes');
      expect(stale).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('is not what the sources build now'),
      });
      expect(writes(tenant)).toBe(0);
      // As it is, when that is what is wanted.
      expect((await run('deploy --page acme --from dist --apply --yes')).code).toBe(0);
    } finally {
      writeFileSync(style, css);
    }
  });

  it('does not begin while another has the tenant, and takes over from one that has died', async () => {
    const lock = await TenantLock.take(tenant.host);
    const held = await run('deploy --page acme --apply --yes');
    expect(held).toMatchObject({ code: 1, stderr: expect.stringContaining('Another deploy to') });
    expect(writes(tenant)).toBe(0);
    await lock.release();
    expect((await run('deploy --page acme --apply --yes')).code).toBe(0);
  });

  it('stops where the page was edited between the plan and the write', async () => {
    let asked = 0;
    const { code, stderr } = await runMain(copy.folder, tenant, ['deploy', '--page', 'acme', '--apply'], {
      fetch: aroundWrites(tenant, {
        before: () => {
          asked++;
        },
      }),
      get answer() {
        edit(tenant, MINE);
        return true;
      },
    });
    expect([code, asked, livePage(tenant).html]).toEqual([1, 0, MINE]);
    expect(stderr).toContain('Refused');
  });
});

describe('--all', () => {
  const write = (applications: object, page?: string) =>
    copy.write(
      'deploy.json',
      JSON.stringify({ tenants: { local: { domain: tenant.host, page, applications } } }),
    );

  it('deploys every page of deploy.json', async () => {
    write({ Shop: 'globex', 'twin-1': 'acme' }, 'acme');
    const { code, stdout } = await run('deploy --all --apply');
    expect(code).toBe(0);
    expect(stdout).toContain(`Write 3 pages to ${tenant.host}?`);
    expect(stdout).toContain('3 done, 0 failed, 0 not begun.');
    expect(['global', 'twin-1', 'shop'].map((id) => livePage(tenant, id).html)).toEqual(
      ['acme', 'acme', 'globex'].map(built),
    );
    expect(saved()).toHaveLength(3);
    expect((await run('drift --all')).stdout).toContain('all 3 live pages are the ones');
  });

  it('writes nothing at all when one of them cannot be', async () => {
    edit(tenant, MINE, true, 'shop');
    write({ Shop: 'globex', 'twin-1': 'acme' });
    expect((await run('deploy --all --apply --yes')).code).toBe(1);
    write({ Shap: 'globex', 'twin-1': 'acme', Twin: 'acme' });
    expect((await run('deploy --all --apply --yes')).stderr).toMatch(/"Shap".*with the name "Twin"/s);
    write({ Shop: 'globex', shop: 'acme' });
    expect((await run('deploy --all --apply --yes --force')).stderr).toContain('named twice');
    expect(writes(tenant)).toBe(0);
  });

  it('loses no page and writes none twice where a rate limit is met', async () => {
    const names = Array.from({ length: 30 }, (_, index) => `app-${index}`);
    const limited = await startTenant({
      limits: { managementPerSecond: 20, managementPerMinute: Number.POSITIVE_INFINITY },
    });
    for (const client_id of names) limited.data.addApplication({ client_id, name: client_id });
    const applications = Object.fromEntries(names.map((name) => [name, 'acme']));
    copy.write('deploy.json', JSON.stringify({ tenants: { local: { domain: limited.host, applications } } }));
    const { code } = await runMain(copy.folder, limited, ['deploy', '--all', '--apply', '--yes']);
    const taken = limited.requests.filter(({ status }) => status === 200);
    const written = taken.filter(({ method }) => method === 'PATCH').map(({ path }) => path);
    await limited.close();
    expect(code).toBe(0);
    expect(names.filter((name) => livePage(limited, name).html !== built('acme'))).toEqual([]);
    expect(written.sort()).toEqual(names.map((name) => `/api/v2/clients/${name}`).sort());
  });

  it('begins no more when it is interrupted', async () => {
    write({ Shop: 'globex', 'twin-1': 'acme' });
    const { code, stdout } = await run('deploy --all --apply --yes', { interrupted: Promise.resolve() });
    expect([code, stdout]).toEqual([
      130,
      expect.stringContaining('Interrupted: 0 done, 0 failed, 2 not begun.'),
    ]);
    expect(writes(tenant)).toBe(0);
  });

  it('begins no more after a failure, and goes on when it is run again', async () => {
    write(Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`app-${index}`, 'acme'])));
    for (let index = 0; index < 12; index++) {
      tenant.data.addApplication({
        client_id: `app-${index}`,
        name: `App ${index}`,
        custom_login_page_on: false,
      });
    }
    const body = { message: 'Insufficient scope, expected any of: update:clients' };
    tenant.faults.set({
      path: '/api/v2/clients/*',
      method: 'PATCH',
      answer: { status: 403, body },
      times: 1,
    });
    const first = await run('deploy --all --apply --yes');
    expect(first.code).toBe(1);
    expect(first.stdout).toMatch(/12 pages\n +12 {2}the first page there/);
    expect(first.stdout).toMatch(/\d done, 1 failed, [1-9]\d? not begun\. Run the command again to go on\./);
    expect((await run('deploy --all --apply --yes')).code).toBe(0);
    const pages = Array.from({ length: 12 }, (_, index) => livePage(tenant, `app-${index}`).html);
    expect(new Set(pages)).toEqual(new Set([built('acme')]));
  });
});

describe('restore', () => {
  it('lists what was saved, shows the difference, and puts it back', async () => {
    expect((await run('restore')).stdout).toContain('No page has been saved yet');
    edit(tenant, MINE);
    await run('deploy --page acme --apply --yes --force');
    const [id = ''] = saved();
    const list = await run('restore');
    expect(list.stdout).toContain(`${id}  ${tenant.host}, the tenant's page`);
    expect(list.stdout).toContain('saved before dist/acme.html was written');
    expect((await run('restore --tenant other.eu.auth0.com')).stdout).not.toContain(id);

    const dry = await run(`restore ${id}`);
    expect(dry).toMatchObject({ code: 0, stdout: expect.stringContaining(`(saved page ${id})`) });
    expect(livePage(tenant).html).toBe(built('acme'));
    expect((await run(`restore ${id} --apply`)).code).toBe(0);
    expect(livePage(tenant)).toEqual({ html: MINE, isOn: true });

    // Once more, in the other direction: what was restored over was saved, too.
    const [back = ''] = saved().filter((it) => it !== id);
    expect((await run(`restore ${back} --apply --yes`)).stderr).toMatch(/^Refused/);
    expect((await run(`restore ${back} --apply --yes --force`)).code).toBe(0);
    expect(livePage(tenant).html).toBe(built('acme'));
  });

  it('takes a page away where there was none', async () => {
    await run('deploy --page acme --client Shop --apply --yes');
    const [id = ''] = saved();
    expect((await run(`restore ${id} --apply --yes`)).code).toBe(0);
    expect(livePage(tenant, 'shop').html).toBe('');
  });

  it.each<[string, (id: string) => string, RegExp, Around?]>([
    ['an unknown page', () => 'restore 20200101-000000-000000', /no saved page with the id or hash/],
    ['--apply without one', () => 'restore --apply', /--apply needs the id/],
    [
      'a page of another tenant',
      (id) => `restore ${id} --apply --yes`,
      /The wrong tenant: the page was saved from localhost/,
      { env: { AUTH0_DOMAIN: 'other.eu.auth0.com', AUTH0_ACCESS_TOKEN: 'x' } },
    ],
  ])('refuses %s', async (_, args, message, around) => {
    await run('deploy --page acme --apply --yes');
    const count = writes(tenant);
    const { code, stderr } = await run(args(saved()[0] ?? ''), around);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(message);
    expect(writes(tenant)).toBe(count);
  });

  it('refuses a saved page that is not what was saved', async () => {
    edit(tenant, MINE);
    await run('deploy --page acme --apply --yes --force');
    const [id = ''] = saved();
    writeFileSync(join(copy.folder, 'backups', `${id}.html`), `${MINE} `);
    expect((await run(`restore ${id} --apply --yes`)).stderr).toContain('is not what was saved');
  });
});

describe('drift', () => {
  it('is none when the live page is the one that the sources build', async () => {
    edit(tenant, built('acme'));
    expect(await run('drift --page acme')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('No drift'),
    });
  });

  it.each<[string, string, boolean, RegExp]>([
    ['another build', 'globex', true, /- {5}"name": "Globex",(?:.|\n)*Drift: 1 of 1 live pages is not/],
    ['a page that is off', 'acme', false, /live {6}off, .*\n {2}new {7}on, /],
    ["someone else's", '', true, /someone else's page/],
  ])('is found: %s', async (_, name, isOn, message) => {
    edit(tenant, name === '' ? MINE : built(name), isOn);
    const { code, stdout } = await run('drift --page acme');
    expect([code, stdout]).toEqual([1, expect.stringMatching(message)]);
    expect(writes(tenant)).toBe(0);
  });

  it('is told as JSON', async () => {
    edit(tenant, built('globex'));
    const { code, stdout } = await run('drift --page acme --json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      drift: true,
      pages: [
        {
          domain: tenant.host,
          clientId: 'global',
          application: null,
          page: 'acme',
          drift: true,
          live: { on: true, origin: 'one of ours, of another build' },
          difference: { style: 'the same', script: 'the same' },
        },
      ],
    });
  });

  it('is not found where the tenant cannot be asked', async () => {
    tenant.faults.set({ path: '/api/v2/*', answer: { status: 403, body: { message: 'No: read:clients' } } });
    expect(await run('drift --page acme')).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('the scope read:clients'),
    });
  });
});

it('prints no secret, and saves none', async () => {
  edit(tenant, page('open'));
  await run('deploy --page acme --apply --yes', { env: { ...credentialsFor(tenant) } });
  const files = ['backups', 'dist'].flatMap((name) =>
    readdirSync(join(copy.folder, name)).map((file) => readFileSync(join(copy.folder, name, file), 'utf8')),
  );
  expect(files.length).toBeGreaterThan(4);
  for (const secret of SECRETS.slice(0, 1)) {
    expect(files.filter((text) => text.includes(secret))).toEqual([]);
  }
  // Of all that every command of this file has printed.
  expect(printed.length).toBeGreaterThan(100);
  for (const secret of SECRETS) expect(printed.filter((text) => text.includes(secret))).toEqual([]);
});
