// Many pages to one tenant under a rate limit: npm run bench:deploy
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { project } from '../../tests/support/project.ts';
import { runBuild } from '../../tests/support/runBuild.ts';

const COUNT = Number(process.argv[3] ?? 500);
const PER_SECOND = 10;

const names = Array.from({ length: COUNT }, (_, index) => `brand-${String(index + 1).padStart(3, '0')}`);
const settings = Object.fromEntries(names.map((name) => [name, { brand: { name } }]));
const copy = project(
  `import { defineLoginPages } from './src/settings/defineLoginPage.ts';\nexport default defineLoginPages(${JSON.stringify(settings)});\n`,
);
const scratch = mkdtempSync(join(tmpdir(), 'bench-deploy-'));
const tenant = await startTenant({
  limits: { managementPerSecond: PER_SECOND, managementPerMinute: Number.POSITIVE_INFINITY },
});
try {
  for (const name of names) tenant.data.addApplication({ client_id: name, name: `App of ${name}` });
  const applications = Object.fromEntries(names.map((name) => [`App of ${name}`, name]));
  copy.write('deploy.json', JSON.stringify({ tenants: { local: { domain: tenant.host, applications } } }));
  const certificate = join(scratch, 'ca.pem');
  writeFileSync(certificate, tenant.certificate);
  await command('', []);
  const begun = performance.now();
  let asked = begun;
  const watch = setInterval(() => {
    if (tenant.requests.length === 0) asked = performance.now();
  }, 50);
  await command('deploy', ['--all', '--apply', '--yes', '--backups', join(scratch, 'backups')]);
  clearInterval(watch);
  const seconds = (performance.now() - asked) / 1000;
  const before = (asked - begun) / 1000;

  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const isRight = (name: string) =>
    hash(tenant.data.applications.get(name)?.custom_login_page ?? '') ===
    hash(readFileSync(join(copy.folder, 'dist', `${name}.html`), 'utf8'));
  const calls = tenant.requests.filter(({ path }) => path.startsWith('/api/v2/'));
  const refused = calls.filter(({ status }) => status === 429).length;
  const written = (name: string) =>
    calls.filter((it) => it.method === 'PATCH' && it.path.endsWith(`/${name}`) && it.status === 200).length;
  const lost = names.filter((name) => !isRight(name)).length;
  const doubled = names.filter((name) => written(name) > 1).length;
  const saved = readdirSync(join(scratch, 'backups')).filter((it) => it.endsWith('.html')).length;
  const taken = calls.length - refused;
  process.stdout.write(
    `${COUNT} pages to one tenant that takes ${PER_SECOND} requests a second:\n` +
      `  ${Math.round(seconds)} s, ${(taken / seconds).toFixed(1)} requests a second of ${PER_SECOND}, ` +
      `after ${Math.round(before)} s of building them once more to compare\n` +
      `  ${taken} requests, ${refused} more refused with 429, ${tenant.sent('/oauth/token').length} token\n` +
      `  ${lost} lost, ${doubled} doubled, ${saved} saved before\n`,
  );
  process.exitCode = lost + doubled === 0 ? 0 : 1;

  async function command(name: string, args: readonly string[]): Promise<void> {
    const { code, stdout, stderr } = await runBuild(
      copy.folder,
      [...(name === '' ? [] : [name]), ...args],
      copy.folder,
      {
        NODE_EXTRA_CA_CERTS: certificate,
        AUTH0_CLIENT_ID_LOCAL: 'deploy',
        AUTH0_CLIENT_SECRET_LOCAL: 'local-deploy-secret',
      },
      3_600_000,
    );
    if (code !== 0) throw new Error(`${name} ended with ${code}:\n${stdout}\n${stderr}`);
  }
} finally {
  await tenant.close();
  copy.remove();
  rmSync(scratch, { recursive: true, force: true });
}
