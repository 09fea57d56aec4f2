import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findChromium } from '../../src/chromium/findChromium.ts';
import { DEPLOY } from '../../src/tenant/data/addDefaults.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { root } from '../support/paths.ts';
import { type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';
import { runScript } from '../support/runScript.ts';

let tenant: Tenant;
let copy: Project;

beforeAll(async () => {
  tenant = await startTenant({ limits: { managementPerMinute: 100_000 } });
  copy = project();
  cpSync(join(root, 'ci'), join(copy.folder, 'ci'), { recursive: true });
  copy.write('ca.pem', tenant.certificate);
  expect((await runBuild(copy.folder)).code).toBe(0);
});
beforeEach(() => setLive('', false));
afterEach(() => {
  tenant.reset();
  for (const name of ['kept', 'reports', 'deploy.json']) {
    rmSync(join(copy.folder, name), { recursive: true, force: true });
  }
});
afterAll(async () => {
  await tenant?.close();
  copy?.remove();
});

const built = () => readFileSync(join(copy.folder, 'dist', 'login.html'), 'utf8');
const report = (name: string) => readFileSync(join(copy.folder, 'reports', name), 'utf8');
const live = () => tenant.data.applications.get('global');

function setLive(html: string, isOn = true): void {
  const application = live();
  if (application === undefined) throw new Error('The tenant has no global application.');
  application.custom_login_page = html;
  application.custom_login_page_on = isOn;
}

/** Runs a script as CI does; its output must not tell the secret. */
async function run(name: string, args: readonly string[] = [], over: Readonly<Record<string, string>> = {}) {
  const result = await runScript(join(copy.folder, 'ci', name), args, {
    AUTH0_DOMAIN: tenant.host,
    AUTH0_CLIENT_ID: DEPLOY.id,
    AUTH0_CLIENT_SECRET: DEPLOY.secret,
    NODE_EXTRA_CA_CERTS: join(copy.folder, 'ca.pem'),
    CHROMIUM_PATH: findChromium(),
    // npm's cache, and Chromium's profile.
    HOME: process.env['HOME'] ?? copy.folder,
    // What npm says of its own new versions is no matter of these tests.
    npm_config_update_notifier: 'false',
    ...over,
  });
  expect(result.stdout + result.stderr).not.toContain(DEPLOY.secret);
  return result;
}

describe('ci/deploy', { timeout: 120_000 }, () => {
  it('puts the page live without a question, opens a login, and keeps what was live', async () => {
    setLive('<!DOCTYPE html>before', false);
    // Further options are handed on.
    const { code, stdout, stderr } = await run('deploy', ['--backups', 'kept']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(live()).toMatchObject({ custom_login_page: built(), custom_login_page_on: true });
    expect(stdout).toContain('shows its input');
    const [page = ''] = readdirSync(join(copy.folder, 'kept')).filter((it) => it.endsWith('.html'));
    expect(readFileSync(join(copy.folder, 'kept', page), 'utf8')).toBe('<!DOCTYPE html>before');
    expect(report('deploy.html')).toContain('<!DOCTYPE html>');
    expect(stdout).not.toContain('::stop-commands::');
  });

  it('lets no line of the live page be a command of GitHub’s log', async () => {
    setLive('<!DOCTYPE html>\n::error::made up\n');
    const { code, stdout } = await run('deploy', ['--apply'], { GITHUB_ACTIONS: 'true' });
    expect(code).toBe(1);
    const [, stop, shown = ''] = /::stop-commands::([0-9a-f]{32})\n(.*)$/s.exec(stdout) ?? [];
    expect(shown).toContain('needs --force');
    expect(shown.trimEnd().endsWith(`::${stop}::`)).toBe(true);
  });

  it('refuses a page that the sources do not build, whatever its manifest says', async () => {
    const kept = built();
    try {
      copy.write('dist/login.html', kept.replace('</body>', '<p>More</p></body>'));
      const { code, stderr } = await run('deploy');
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('dist/login.html') });
      expect(live()?.custom_login_page).toBe('');
    } finally {
      copy.write('dist/login.html', kept);
    }
  });

  it('does what deploy.json says where there is one', async () => {
    writeFileSync(
      join(copy.folder, 'deploy.json'),
      JSON.stringify({
        tenants: { acme: { domain: tenant.host, applications: { 'No such app': 'login' } } },
      }),
    );
    const { code, stderr } = await run('deploy');
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('No such app') });
  });
});

describe('ci/nightly', { timeout: 120_000 }, () => {
  const summary = () => readFileSync(join(copy.folder, 'summary.md'), 'utf8');
  const nightly = (over = {}) => {
    rmSync(join(copy.folder, 'summary.md'), { force: true });
    return run('nightly', [], { GITHUB_STEP_SUMMARY: join(copy.folder, 'summary.md'), ...over });
  };

  it('is content with the page that this commit builds', async () => {
    setLive(built());
    const { code, stderr } = await nightly();
    // What the local tenant leaves open for doctor is another test's.
    expect(stderr).not.toMatch(/Failed:.*drift/);
    expect(JSON.parse(report('drift.json'))).toMatchObject({ drift: false });
    expect(summary()).toContain('✅ No drift.');
    const { failed } = JSON.parse(report('doctor.json')).summary;
    expect(code).toBe(failed > 0 ? 1 : 0);
  });

  it('fails with both reports when another page is live', async () => {
    setLive('<!DOCTYPE html>@@config@@');
    const { code, stderr } = await nightly();
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^Failed: drift/m) });
    expect(JSON.parse(report('drift.json'))).toMatchObject({ drift: true });
    expect(JSON.parse(report('doctor.json'))).toMatchObject({ domain: tenant.host });
    expect(existsSync(join(copy.folder, 'reports', 'drift.html'))).toBe(true);
    expect(summary()).toContain('❌ A live page is not the one that this commit builds.');
    expect(tenant.requests.filter(({ method }) => !['GET', 'POST'].includes(method))).toEqual([]);
  });

  it('fails, and says so in the summary, where the tenant cannot be asked', async () => {
    const { code, stderr } = await nightly({ AUTH0_CLIENT_SECRET: 'wrong-secret' });
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('Failed: drift doctor.') });
    expect(stderr).not.toContain('wrong-secret');
    expect(summary()).toContain('could not be compared; the log says why');
    expect(summary()).toContain('could not be examined; the log says why');
  });
});
