import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cuts } from '../../src/settings/cuts.ts';
import { configText, type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';

let copy: Project;
beforeAll(() => {
  copy = project(configText({ connections: { allow: ['sms', 'email'] } }));
});
afterAll(() => copy.remove());

/** The numbers of a table's row: bytes, gzip, brotli. */
function row(text: string, name: string): number[] {
  const line = text.split('\n').find((it) => it.trim().startsWith(`${name} `)) ?? '';
  return (line.match(/[\d,]+/g) ?? []).slice(-3).map((it) => Number(it.replaceAll(',', '')));
}

describe('--explain', () => {
  it('shows what each cut saves and what remains, and draws it', async () => {
    const { code, stdout } = await runBuild(copy.folder, ['--explain']);
    expect(code).toBe(0);
    // Nothing imports what `sideChannel` replaces where qs itself is gone.
    for (const cut of ['preact', ...cuts.filter((it) => it !== 'sideChannel')]) {
      const [bytes = 0, gzip = 0] = row(stdout, cut);
      expect([cut, bytes > 0, gzip > 0]).toEqual([cut, true, true]);
    }
    const [whole = 0] = row(stdout, 'login');
    const [lock = 0] = row(stdout, 'auth0-lock');
    expect(lock).toBeLessThan(whole);
    expect(lock).toBeGreaterThan(whole / 4);
    const picture = readFileSync(join(copy.folder, 'explain', 'login.html'), 'utf8');
    expect(picture).toMatch(/<title>auth0-lock: [\d,]+ bytes<\/title>/);
    expect(existsSync(join(copy.folder, 'dist'))).toBe(false);
  }, 90_000);

  it('has no cuts to show of Lock on the CDN', async () => {
    copy.write('login.config.ts', configText({ lock: { delivery: 'cdn' } }));
    const { code, stdout } = await runBuild(copy.folder, ['--explain']);
    expect(code).toBe(0);
    expect(stdout).not.toContain('What each cut saves');
    expect(row(stdout, 'src/page')[0]).toBeGreaterThan(10_000);
  });

  it.each([
    [['--explain', '--watch'], '--explain looks at a bundle once'],
    [['--explain', '--page', 'acme'], 'There is no page called "acme"'],
  ])('refuses %j', async (args, what) => {
    const { code, stderr } = await runBuild(copy.folder, args);
    expect(code).toBe(2);
    expect(stderr).toContain(what);
  });
});
