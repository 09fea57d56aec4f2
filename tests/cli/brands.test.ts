import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';

/** Brands with two bundles between them, and one that shares nothing but Lock. */
const config = (brands: number) => `import { defineLoginPages } from './src/settings/defineLoginPage.ts';
const pages = Array.from({ length: ${brands} }, (_, index) => ['brand-' + index, {
  connections: { allow: index % 3 === 0 ? ['sms', 'github'] : ['sms', 'email'] },
  brand: { name: 'Brand ' + index, supportUrl: 'https://example.com/' + index },
}]);
export default defineLoginPages(Object.fromEntries(pages));
`;

let copy: Project;
beforeAll(() => {
  copy = project(config(7));
});
afterAll(() => copy.remove());

/** Every file of a folder, by its name. */
function filesOf(folder: string): Record<string, string> {
  const names = readdirSync(join(copy.folder, folder));
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(copy.folder, folder, name), 'utf8')]),
  );
}

describe('--shard', () => {
  it('builds parts that are together what one run builds, byte for byte', async () => {
    await runBuild(copy.folder, ['--out', 'whole']);
    await runBuild(copy.folder, ['--out', 'parts', '--shard', '2/3']);
    expect(Object.keys(filesOf('parts')).filter((name) => name.endsWith('.html'))).toEqual([
      'brand-1.html',
      'brand-4.html',
    ]);
    await runBuild(copy.folder, ['--out', 'parts', '--shard', '1/3']);
    await runBuild(copy.folder, ['--out', 'parts', '--shard', '3/3']);
    expect(Object.keys(filesOf('parts'))).toHaveLength(14);
    expect(filesOf('parts')).toEqual(filesOf('whole'));
  });

  it('has nothing to do where there are more parts than pages', async () => {
    const { code, stdout } = await runBuild(copy.folder, ['--out', 'none', '--shard', '9/9']);
    expect(code).toBe(0);
    expect(stdout).toBe('There are fewer pages than parts: this part has none.\n');
  });

  it.each<[args: string[], what: string]>([
    [['--shard', '0/2'], '--shard takes a part and the number of parts'],
    [['--shard', '3/2'], 'received "3/2"'],
    [['--shard', '1'], 'received "1"'],
    [['--shard', 'a/b'], 'received "a/b"'],
    [['--shard', '1/2', '--page', 'brand-1'], '--shard is a part of all pages'],
    [['--shard', '1/2', '--watch'], '--shard is a part of all pages'],
  ])('refuses %j', async (args, what) => {
    const { code, stderr } = await runBuild(copy.folder, args);
    expect(code).toBe(2);
    expect(stderr).toContain(what);
  });
});

describe('many brands', () => {
  it('are each as they are alone, and told of together', async () => {
    copy.write('login.config.ts', config(40));
    const { code, stdout } = await runBuild(copy.folder, ['--out', 'many']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^40 pages in many\n {2}size {6}[\d,]+ bytes, [\d,]+ to [\d,]+ each, [\d,]+ to [\d,]+ gzipped\n {2}api body {2}[\d,]+ to [\d,]+ bytes\n$/,
    );
    const { 'brand-30.html': html, 'brand-30.json': manifest } = filesOf('many');
    await runBuild(copy.folder, ['--out', 'alone', '--page', 'brand-30']);
    expect(filesOf('alone')).toEqual({ 'brand-30.html': html, 'brand-30.json': manifest });
  });

  it('share the constant script', () => {
    const scripts = Object.entries(filesOf('many'))
      .filter(([name]) => name.endsWith('.html'))
      .map(([, html]) => [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].at(-1)?.[1]);
    expect(scripts).toHaveLength(40);
    expect(new Set(scripts).size).toBe(2);
  });

  it('leave nothing behind when the build is interrupted', async () => {
    copy.write('login.config.ts', config(600));
    const out = join(copy.folder, 'interrupted');
    const child = spawn(process.execPath, [join(copy.folder, 'build.mjs'), '--out', out], {
      stdio: 'ignore',
    });
    const ended = new Promise<number | null>((done) => child.on('close', (code) => done(code)));
    await expect
      .poll(() => existsSync(out) && readdirSync(out).length, { timeout: 20_000 })
      .toBeGreaterThan(10);
    child.kill('SIGINT');
    expect(await ended).toBe(130);
    expect(existsSync(out)).toBe(false);
  });

  it('with a warning have it told once', async () => {
    copy.write('login.config.ts', config(12).replaceAll('brand: {', "lock: { delivery: 'cdn' }, brand: {"));
    const { stdout } = await runBuild(copy.folder, ['--out', 'cdn']);
    expect(stdout.match(/warning external-scripts/g)).toHaveLength(1);
    expect(stdout).toMatch(/in brand-\d+, brand-\d+, brand-\d+ and 9 more pages\n$/);
  });
});
