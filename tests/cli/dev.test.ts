import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { makeCertificate } from '../../src/tenant/certificate.ts';
import { configText, type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';
import { Visitor } from '../support/Visitor.ts';
import { Watcher } from '../support/Watcher.ts';

let copy: Project;
let dev: Watcher | null = null;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  browser = await launch();
});
beforeEach(() => {
  copy = project();
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
  await dev?.end();
  dev = null;
  copy.remove();
});
afterAll(() => browser.close());

/** Starts `dev` and waits until it is ready; returns its origin. */
async function start(...args: string[]): Promise<string> {
  dev = new Watcher(copy.folder, ['dev', '--port', '0', ...args]);
  const line = await dev.line(/Sample app\s+https:/);
  await dev.line(/Ready in [\d,]+ ms\. Watching for changes; Ctrl-C ends\./);
  return new URL(line.trim().split(/\s+/).at(-1) ?? '').origin;
}

async function arrive(): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser);
  visitors.push(visitor);
  return visitor;
}

const change = (name: string, from: string, to: string) => {
  const path = join(copy.folder, name);
  const before = readFileSync(path, 'utf8');
  expect(before).toContain(from);
  writeFileSync(
    path,
    before.replace(from, () => to),
  );
};

describe('npm run dev', () => {
  it('leads a newcomer from one address through a login by SMS', async () => {
    const origin = await start();
    expect(dev?.output).toContain('Not for production');
    const it = await arrive();
    await it.page.goto(origin);
    await it.page.getByRole('link', { name: 'Sample app' }).first().click();
    await it.page.locator('[data-ready]').waitFor();
    await it.page.getByRole('button', { name: 'Log in', exact: true }).click();
    await it.ready();
    await it.submit(it.phone, '412345678');
    const printed = await dev?.line(/SMS to \+61412345678: \d{6}/);
    await it.submit(it.code, printed?.slice(-6) ?? '');
    await it.page.locator('#claims').waitFor();
    expect(await it.page.locator('#claims').textContent()).toContain('+61412345678');
    expect(await dev?.end()).toBe(0);
    expect(dev?.output).not.toMatch(/\n\s+at /);
  });

  it('reloads the open page after a change, and keeps the login transaction', async () => {
    const origin = await start();
    const it = await arrive();
    await it.page.goto(`${origin}/tenant/scenarios/sms`);
    await it.ready();
    const address = it.page.url();
    change('login.config.ts', "name: 'Acme'", "name: 'Globex'");
    await dev?.line(/built in [\d,]+ ms, after a change of login\.config\.ts/);
    await it.page.locator('#lock').getByText('Log in to Globex').waitFor();
    await dev?.line(/reloaded [\d,]+ ms after the change/);
    expect(it.page.url()).toBe(address);
    await it.submit(it.phone, '412345678');
    const printed = await dev?.line(/SMS to \+61412345678: \d{6}/);
    await it.submit(it.code, printed?.slice(-6) ?? '');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('shows what is wrong over the last good page, until it is mended', async () => {
    const origin = await start();
    const it = await arrive();
    await it.page.goto(`${origin}/tenant/scenarios/sms`);
    await it.ready();
    change('login.config.ts', 'primaryColor:', 'primaryColour:');
    await dev?.line(/unknown key/);
    const alert = it.page.getByRole('alert').filter({ hasText: 'primaryColour' });
    await alert.waitFor();
    await alert.getByText('Did you mean "primaryColor"?').waitFor();
    expect(await it.phone.isVisible()).toBe(true);
    change('login.config.ts', 'primaryColour:', 'primaryColor:');
    await dev?.line(/built in/);
    await alert.waitFor({ state: 'detached' });
    await it.ready();
  });

  it('sends the messages of the settings, and those of a change from then on', async () => {
    const email = { from: 'Acme <login@example.com>', subject: 'Acme: {{ code }}' };
    const sms = { from: '+15005550006', message: { en: 'Hello @@password@@', es: 'Hola @@password@@' } };
    const tenant = { sms: { ...sms, codeLength: 8, allowSignUp: false }, email };
    copy.write('login.config.ts', configText({ languages: ['en', 'es'], tenant }));
    const origin = await start();
    const it = await arrive();
    const ask = async () => {
      await it.page.goto(`${origin}/tenant/scenarios/sms`);
      await it.ready();
      await it.submit(it.phone, '412345678');
      await it.code.waitFor();
      await it.page.goto(`${origin}/tenant/outbox`);
      return it.page.locator('.letter').first().textContent();
    };
    expect(await ask()).toMatch(/^Hello \d{8}$/);
    change('login.config.ts', 'Hello @@password@@', 'Changed @@password@@');
    await dev?.line(/built in/);
    expect(await ask()).toMatch(/^Changed \d{8}$/);
    // A mistake ends the build, not what was good.
    change('login.config.ts', 'Changed @@password@@', 'Changed {{ code | upcas }}');
    await dev?.line(/There is no filter called "upcas". Did you mean "upcase"\?/);
    expect(await ask()).toMatch(/^Changed \d{8}$/);
  });

  it('shows warnings in the terminal, as a build does', async () => {
    change('login.config.ts', '#0059d6', '#ffd400');
    await start();
    expect(dev?.output).toContain('warning contrast: White text on brand.primaryColor, "#ffd400"');
    change('login.config.ts', '#ffd400', '#ffd500');
    await dev?.line(/warning contrast: White text on brand\.primaryColor, "#ffd500"/);
  });

  it.each([
    ['stops', 'true'],
    ['would stop', '{ reportOnly: true }'],
  ])('says what the page’s policy %s, where it is %s', async (verb, policy) => {
    change('login.config.ts', 'languages:', `contentSecurityPolicy: ${policy},\n  languages:`);
    const origin = await start();
    const it = await arrive();
    await it.page.goto(`${origin}/tenant/scenarios/sms`);
    await it.ready();
    await it.page.evaluate(() => fetch('https://stats.example.com').catch(() => undefined));
    const line = await dev?.line(/Content Security Policy: connect-src/);
    expect(line).toContain(`: connect-src ${verb} https://stats.example.com`);
  });

  it('starts with broken settings too, and goes on once they are mended', async () => {
    change('login.config.ts', 'primaryColor:', 'primaryColour:');
    const origin = await start();
    const it = await arrive();
    await it.page.goto(`${origin}/tenant/scenarios/sms`);
    expect(await it.page.locator('main').textContent()).toContain('Did you mean "primaryColor"?');
    change('login.config.ts', 'primaryColour:', 'primaryColor:');
    await it.phone.waitFor();
  });

  it('reloads a page of an earlier run, and writes nothing where it was started', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'elsewhere-'));
    const origin = await start();
    const it = await arrive();
    await it.page.goto(`${origin}/tenant/scenarios/sms`);
    await it.ready();
    await dev?.end();
    const reloaded = it.page.waitForEvent('load', { timeout: 20_000 });
    const { port } = new URL(origin);
    dev = new Watcher(copy.folder, ['dev', '--port', port], elsewhere);
    await dev.line(/Ready in/);
    await reloaded;
    await it.page.getByText('You may have pressed the back button').waitFor();
    expect(readdirSync(elsewhere)).toEqual([]);
    rmSync(elsewhere, { recursive: true });
  });

  it('keeps its certificate, and takes one of the user’s own', async () => {
    await start();
    await dev?.end();
    const kept = join(copy.folder, 'node_modules/.cache/login-page/certificate/cert.pem');
    const first = readFileSync(kept, 'utf8');
    expect(statSync(kept.replace('cert.pem', 'key.pem')).mode & 0o077).toBe(0);
    await start();
    await dev?.end();
    expect(readFileSync(kept, 'utf8')).toBe(first);
    const { cert, key } = await makeCertificate();
    copy.write('mine.pem', cert);
    copy.write('mine-key.pem', key);
    await start('--cert', 'mine.pem', '--key', 'mine-key.pem');
  });

  it.each<[string, string[], RegExp, number]>([
    [
      'no such certificate',
      ['--cert', 'none.pem', '--key', 'none.pem'],
      /--cert .*none\.pem: there is no such file\.\nmkcert/,
      2,
    ],
    ['a certificate without a key', ['--cert', 'x'], /Wrong usage: --cert needs --key beside it\./, 2],
    [
      'a bad certificate',
      ['--cert', 'login.config.ts', '--key', 'login.config.ts'],
      /cannot be used: .*\nBoth must be PEM files/,
      2,
    ],
    ['a bad port', ['--port', 'http'], /--port takes a number from 0 .* received "http"/, 2],
    ['a port that is too high', ['--port', '70000'], /--port takes a number from 0/, 2],
    [
      'an address of another machine',
      ['--host', '192.0.2.1', '--port', '0'],
      /This machine has no address 192\.0\.2\.1/,
      1,
    ],
    ['a bad callback', ['--callback', 'localhost:3000'], /--callback takes a URL, such as/, 2],
    ['an unknown option', ['--prot', '1'], /there is no option --prot; did you mean --port\?/, 2],
  ])('says so when given %s', async (_what, args, message, exitCode) => {
    const { code, stderr } = await runBuild(copy.folder, ['dev', ...args]);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(exitCode);
  });

  it('says so when the port is taken', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve((other.address() as { port: number }).port));
    });
    const { code, stderr } = await runBuild(copy.folder, ['dev', '--port', String(port)]);
    other.close();
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: `Port ${port} is taken: another program, or another local tenant, listens there.\nEnd it, or name another: --port ${port + 1}\n`,
    });
  });

  it('prints its usage, and names the nearest command', async () => {
    const help = await runBuild(copy.folder, ['dev', '--help']);
    expect(help).toMatchObject({ code: 0, stderr: '' });
    for (const option of [
      '--port PORT',
      '--host HOST',
      '--page NAME',
      '--open',
      '--cert FILE',
      '--callback URL',
    ]) {
      expect(help.stdout).toContain(option);
    }
    expect((await runBuild(copy.folder, ['galery'])).stderr).toContain('did you mean gallery?');
  });
});

describe('npm run gallery', () => {
  it('takes the pictures that are asked for, and a sheet of them', async () => {
    const { code, stdout } = await runBuild(copy.folder, [
      'gallery',
      '--only',
      'sms',
      '--only',
      'opened-directly',
      '--out',
      'pictures',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '4 pictures of 2 scenarios: pictures/index.html\n' });
    const sheet = readFileSync(join(copy.folder, 'pictures', 'index.html'), 'utf8');
    for (const name of ['sms-phone', 'sms-desktop', 'opened-directly-phone', 'opened-directly-desktop']) {
      expect(sheet).toContain(`${name}.png`);
      expect(statSync(join(copy.folder, 'pictures', `${name}.png`)).size).toBeGreaterThan(5_000);
    }
  });

  it('ends at once when it is interrupted, without blaming anybody', async () => {
    dev = new Watcher(copy.folder, ['gallery', '--out', 'pictures']);
    await expect.poll(() => existsSync(join(copy.folder, 'pictures')), { timeout: 20_000 }).toBe(true);
    expect(await dev.end()).toBe(130);
    expect(dev.output).toBe('Interrupted: some pictures are missing, or are those of before.\n');
  });

  it.each<[string, string[], Record<string, string>, RegExp]>([
    [
      'no browser where it is said to be',
      [],
      { CHROMIUM_PATH: '/nowhere' },
      /^CHROMIUM_PATH is \/nowhere, where there is no file\./,
    ],
    [
      'a file for a folder',
      ['--out', 'login.config.ts'],
      {},
      /login\.config\.ts cannot be made \(EEXIST\)\.\nName another/,
    ],
  ])('says so when there is %s', async (_what, args, environment, message) => {
    const { code, stderr } = await runBuild(
      copy.folder,
      ['gallery', '--only', 'sms', ...args],
      copy.folder,
      environment,
    );
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(code).toBe(1);
  });

  it('names the nearest scenario', async () => {
    const { code, stderr } = await runBuild(copy.folder, ['gallery', '--only', 'smss']);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('Did you mean "sms"?'),
    });
  });
});
