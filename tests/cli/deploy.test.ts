import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { edit, livePage, writes } from '../support/deployed.ts';
import { page } from '../support/page.ts';
import { shipped } from '../support/paths.ts';
import { type Run, runBuild } from '../support/runBuild.ts';
import { credentialsFor } from '../support/runMain.ts';

let tenant: Tenant;
let folder: string;
let environment: Record<string, string>;
const runs: Run[] = [];

beforeAll(async () => {
  tenant = await startTenant({ limits: { managementPerMinute: 10_000 } });
  folder = mkdtempSync(join(tmpdir(), 'deploy-'));
  const certificate = join(folder, 'ca.pem');
  writeFileSync(certificate, tenant.certificate);
  environment = { ...credentialsFor(tenant), NODE_EXTRA_CA_CERTS: certificate };
});
afterEach(() => tenant.reset());
afterAll(async () => {
  await tenant.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The real command line, as a process that checks the tenant's certificate. */
async function run(args: string, over: Readonly<Record<string, string>> = {}): Promise<Run> {
  const backups = /^(?:deploy|restore)/.test(args) ? ['--backups', join(folder, 'backups')] : [];
  const result = await runBuild(shipped, [...args.split(' '), ...backups], shipped, {
    ...environment,
    ...over,
  });
  runs.push(result);
  return result;
}

describe('the way to production and back', { timeout: 120_000 }, () => {
  it('deploys, looks at the login in a browser, finds no drift, and goes back', async () => {
    const old = page('open');
    edit(tenant, old);
    expect(await run('drift')).toMatchObject({ code: 1, stdout: expect.stringContaining('Drift: 1 of 1') });
    expect(await run('deploy')).toMatchObject({ code: 0, stdout: expect.stringContaining('Dry run') });
    const deployed = await run('deploy --apply --yes --smoke');
    expect([deployed.code, deployed.stderr]).toEqual([0, '']);
    expect(deployed.stdout).toContain('the login of "Sample app" shows its input.');
    expect(livePage(tenant)).toEqual({ html: page(), isOn: true });
    expect((await run('drift --json')).code).toBe(0);
    const id = /^\d{8}-\d{6}-[0-9a-f]{6}/m.exec((await run('restore')).stdout)?.[0];
    expect((await run(`restore ${id} --apply --yes`)).code).toBe(0);
    expect(livePage(tenant).html).toBe(old);
  });

  it('takes a page back whose login shows no input', async () => {
    const old = page('open');
    edit(tenant, old);
    // No client settings, no connections: the page can only say so.
    tenant.faults.set({ path: '/client/*', answer: { status: 404, body: 'no' } });
    const { code, stderr } = await run('deploy --apply --yes --smoke');
    expect([code, stderr]).toEqual([1, expect.stringMatching(/does not work: .*\nThe old page is back\./)]);
    expect(livePage(tenant)).toEqual({ html: old, isOn: true });
  });

  it('asks a terminal, and none is there', async () => {
    expect(await run('deploy --apply')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('add --yes'),
    });
  });

  it('knows no certificate that it was not told of', async () => {
    const { code, stderr } = await run('deploy', { NODE_EXTRA_CA_CERTS: '' });
    expect([code, stderr]).toEqual([1, expect.stringContaining('its certificate is not trusted')]);
  });

  it('keeps a second deploy out until the first has ended', async () => {
    edit(tenant, page('open'));
    tenant.faults.set({ path: '/api/v2/clients/global', method: 'PATCH', answer: 'hang', times: 1 });
    const first = run('deploy --apply --yes');
    await expect.poll(() => writes(tenant), { timeout: 60_000 }).toBe(1);
    const second = await run('deploy --apply --yes');
    expect(second).toMatchObject({ code: 1, stderr: expect.stringContaining('Another deploy to') });
    tenant.faults.clear();
    expect((await first).code).toBe(0);
    expect(livePage(tenant).html).toBe(page());
    expect(writes(tenant)).toBe(1);
  });

  it.skipIf(process.platform === 'win32')('goes on when nobody reads what it says', async () => {
    edit(tenant, page('open'));
    const command = `"$0" build.mjs deploy --apply --yes --backups "$1" | true; exit "\${PIPESTATUS[0]}"`;
    const code = await new Promise((resolve) => {
      execFile(
        'bash',
        ['-c', command, process.execPath, join(folder, 'unread')],
        { cwd: shipped, env: { ...process.env, ...environment } },
        (error) => resolve(error?.code ?? 0),
      );
    });
    expect([code, livePage(tenant).html]).toEqual([0, page()]);
  });

  it('ends what it has begun when it is interrupted, twice too, and says so', async () => {
    edit(tenant, page('open'));
    tenant.faults.set({ path: '/api/v2/clients/global', method: 'PATCH', delay: 3_000, times: 1 });
    const args = ['build.mjs', 'deploy', '--apply', '--yes', '--backups', join(folder, 'backups')];
    const child = spawn(process.execPath, args, { cwd: shipped, env: { ...process.env, ...environment } });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await expect.poll(() => writes(tenant), { timeout: 60_000 }).toBe(1);
    child.kill('SIGINT');
    await expect.poll(() => said).toContain('Interrupted: what was begun is written, checked');
    child.kill('SIGINT');
    await expect.poll(() => said).toContain('Once more ends at once');
    expect(await ended).toBe(0);
    expect(livePage(tenant).html).toBe(page());
  });

  it.runIf(process.platform === 'linux')(
    'writes nothing where the folder of backups cannot be made',
    async () => {
      const old = page('open');
      edit(tenant, old);
      const args = ['deploy', '--apply', '--yes', '--backups', '/proc/none/backups'];
      const { code, stderr } = await runBuild(shipped, args, shipped, environment);
      expect([code, stderr]).toEqual([
        1,
        expect.stringContaining('could not be saved in /proc/none/backups'),
      ]);
      expect(livePage(tenant).html).toBe(old);
    },
  );

  // The system itself refuses: no file of this process may be larger than 100 KiB.
  it.skipIf(process.platform === 'win32')('writes nothing where the live page cannot be saved', async () => {
    const old = page('open');
    edit(tenant, old);
    const backups = join(folder, 'full');
    const command = `ulimit -f 100 && exec "$0" build.mjs deploy --apply --yes --backups "$1"`;
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((resolve) => {
      execFile(
        'bash',
        ['-c', command, process.execPath, backups],
        { cwd: shipped, env: { ...process.env, ...environment } },
        (error, _stdout, text) => resolve({ code: error?.code ?? 0, stderr: text }),
      );
    });
    expect([code, stderr]).toEqual([
      1,
      expect.stringMatching(
        /could not be saved .*no file may be as large.*nothing was written to the tenant/,
      ),
    ]);
    expect(writes(tenant)).toBe(0);
    expect(livePage(tenant).html).toBe(old);
    // Not half a page either.
    expect(readdirSync(backups)).toEqual([]);
  });

  it('has printed, built and saved no secret', () => {
    const files = [join(folder, 'backups'), join(shipped, 'dist')].flatMap((it) =>
      readdirSync(it).map((name) => readFileSync(join(it, name), 'utf8')),
    );
    const texts = [...runs.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...files];
    expect(texts.length).toBeGreaterThan(20);
    for (const secret of ['local-deploy-secret', 'eyJ']) {
      const holding = secret === 'eyJ' ? texts.slice(0, runs.length * 2) : texts;
      expect(holding.filter((text) => text.includes(secret))).toEqual([]);
    }
  });
});
