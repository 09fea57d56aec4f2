import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Pipeline } from '../../src/pipeline/Pipeline.ts';
import { sha256 } from '../../src/pipeline/sha256.ts';
import type { LoginPageSettings } from '../../src/settings/LoginPageSettings.ts';
import { configText, type Project, project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';

let copy: Project;
let pipeline: Pipeline;
beforeAll(() => {
  copy = project();
  pipeline = new Pipeline(copy.folder);
});
beforeEach(() => rmSync(join(copy.folder, 'dist'), { recursive: true, force: true }));
afterAll(async () => {
  await pipeline.close();
  copy.remove();
});

const out = () => join(copy.folder, 'dist');
const folder = () => join(out(), 'tenant');
const read = (path: string) => readFileSync(join(folder(), path), 'utf8');
const json = (path: string): unknown => JSON.parse(read(path));
/** Files of the folder, in alphabetical order. */
const files = () =>
  readdirSync(folder(), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder().length + 1))
    .sort();

function build(settings: LoginPageSettings | string) {
  const text = typeof settings === 'string' ? settings : configText(settings);
  copy.write('login.config.ts', text);
  pipeline.invalidate([join(copy.folder, 'login.config.ts')]);
  return pipeline.build({ out: out(), page: undefined });
}

const sms = { from: '+15005550006' };
const email = { from: 'Acme <login@example.com>' };

describe('dist/tenant', () => {
  it('is what auth0-deploy-cli reads, with placeholders for secrets, and says what are defaults', async () => {
    const { tenant } = await build({
      emailMethod: 'link',
      tenant: {
        sms: { ...sms, message: 'Acme: @@password@@', codeLength: 8, allowSignUp: false },
        email: { ...email, codeSeconds: 600 },
        applications: ['My app'],
        mfa: { otp: true, sms: false },
        attackProtection: { bruteForce: { maxAttempts: 5, byAddress: false }, captcha: 'when_risky' },
      },
    });
    expect(tenant).toBe(folder());
    expect(files()).toEqual([
      'attack-protection/bot-detection.json',
      'attack-protection/breached-password-detection.json',
      'attack-protection/brute-force-protection.json',
      'attack-protection/suspicious-ip-throttling.json',
      'connections/email.html',
      'connections/email.json',
      'connections/sms.json',
      'guardian/factors/otp.json',
      'guardian/factors/sms.json',
      'manifest.json',
      'pages/login.html',
      'pages/login.json',
    ]);
    expect(json('connections/sms.json')).toEqual({
      name: 'sms',
      strategy: 'sms',
      enabled_clients: ['My app'],
      options: {
        name: 'sms',
        provider: 'twilio',
        twilio_sid: '##TWILIO_SID##',
        twilio_token: '##TWILIO_AUTH_TOKEN##',
        from: '+15005550006',
        template: 'Acme: @@password@@',
        syntax: 'md_with_macros',
        totp: { length: 8, time_step: 180 },
        disable_signup: true,
        brute_force_protection: true,
      },
    });
    expect(json('connections/email.json')).toMatchObject({
      options: {
        email: {
          from: 'Acme <login@example.com>',
          subject: 'Log in to {{ application.name }}',
          body: './email.html',
          syntax: 'liquid',
        },
        totp: { length: 6, time_step: 600 },
      },
    });
    expect(read('connections/email.html')).toContain('<a href="{{ link }}"');
    expect(json('guardian/factors/sms.json')).toEqual({ name: 'sms', enabled: false });
    expect(json('attack-protection/brute-force-protection.json')).toEqual({
      enabled: true,
      shields: ['block', 'user_notification'],
      max_attempts: 5,
      mode: 'count_per_identifier',
    });
    // Named by nobody: there, since auth0-deploy-cli demands it, and says nothing.
    expect(json('attack-protection/suspicious-ip-throttling.json')).toEqual({});
    expect(json('pages/login.json')).toEqual({ name: 'login', enabled: true });
    expect(read('pages/login.html')).toBe(readFileSync(join(out(), 'login.html'), 'utf8'));
    expect(json('manifest.json')).toEqual({
      page: 'login',
      files: Object.fromEntries(
        files()
          .filter((path) => path !== 'manifest.json')
          .map((path) => [path, sha256(read(path))]),
      ),
      defaults: {
        sms: ['name', 'totp.time_step', 'brute_force_protection'],
        email: [
          ...['name', 'email.subject', 'email.body', 'email.syntax', 'totp.length'],
          ...['disable_signup', 'brute_force_protection'],
        ],
      },
    });
  });

  it('holds no credentials where the tenant sends', async () => {
    await build({ tenant: { sms: { provider: 'tenant', message: 'Acme: @@password@@' } } });
    expect(json('connections/sms.json')).toMatchObject({
      options: { use_phone_provider: true, template: 'Acme: @@password@@', syntax: 'md_with_macros' },
    });
    expect(read('connections/sms.json')).not.toMatch(/twilio|##|"from"|"provider"|messaging_service/);
  });

  it('has the same bytes again, takes the place of the last one, and goes with the settings', async () => {
    await build({ tenant: { sms, email, attackProtection: true } });
    const first = files().map((path) => [path, read(path)]);
    await build({ tenant: { sms, email, attackProtection: true } });
    expect(files().map((path) => [path, read(path)])).toEqual(first);
    await build({ tenant: { sms } });
    expect(files()).toEqual([
      'connections/sms.json',
      'manifest.json',
      'pages/login.html',
      'pages/login.json',
    ]);
    expect((await build({})).tenant).toBeNull();
    expect(readdirSync(out()).sort()).toEqual(['login.html', 'login.json']);
  });

  it('holds the page that says so, and stays when another one is built', async () => {
    await build(`import { defineLoginPages } from './src/settings/defineLoginPage.ts';
      export default defineLoginPages({ acme: {}, globex: { brand: { name: 'Globex' }, tenant: {} } });`);
    expect(read('pages/login.html')).toBe(readFileSync(join(out(), 'globex.html'), 'utf8'));
    await pipeline.build({ out: out(), page: 'acme' });
    expect(files()).toEqual(['manifest.json', 'pages/login.html', 'pages/login.json']);
  });

  it('stays as it was when a build fails, pages included', async () => {
    writeFileSync(join(copy.folder, 'code.html'), '<b>{{ code }}</b>');
    await build({ tenant: { email: { ...email, template: 'code.html' } } });
    expect(read('connections/email.html')).toBe('<b>{{ code }}</b>');
    expect(pipeline.sources.files).toContain(join(copy.folder, 'code.html'));
    writeFileSync(join(copy.folder, 'broken.html'), '<p>{{ link }}\n  {% if send %}</p>');
    const before = [read('manifest.json'), readFileSync(join(out(), 'login.html'), 'utf8')];
    for (const [tenant, message] of [
      [{ email: { ...email, template: 'none.html' } }, 'received "none.html", but there is no such file'],
      [{ email: { ...email, template: 'code.html' } }, 'code.html nowhere prints {{ link }}'],
      [
        { email: { ...email, template: 'broken.html' } },
        'tenant.email.template: broken.html has a mistake in its Liquid, line 2, column 3: {% if send %} is never closed. Add {% endif %}.',
      ],
    ] as const) {
      const settings: LoginPageSettings = { emailMethod: 'link', brand: { name: 'Other' }, tenant };
      await expect(build(settings)).rejects.toThrow(message);
    }
    expect([read('manifest.json'), readFileSync(join(out(), 'login.html'), 'utf8')]).toEqual(before);
    expect(readdirSync(out()).sort()).toEqual(['login.html', 'login.json', 'tenant']);
  });

  it('never takes the place of files that no build has put there', async () => {
    const mine = join(folder(), 'clients', 'mine.json');
    mkdirSync(join(mine, '..'), { recursive: true });
    writeFileSync(mine, '{}');
    await expect(build({ tenant: { sms } })).rejects.toThrow(
      `${folder()} holds what no build has put there: clients/mine.json.`,
    );
    expect(readdirSync(out())).toEqual(['tenant']);
    // Without a tenant in the settings, the folder is nobody's business.
    await build({});
    expect(files()).toEqual(['clients/mine.json']);
    rmSync(mine);
    await build({ tenant: { sms } });
    const beside = join(folder(), 'connections', 'google-oauth2.json');
    writeFileSync(beside, '{}');
    await expect(build({ tenant: { sms } })).rejects.toThrow('connections/google-oauth2.json');
    expect(existsSync(beside)).toBe(true);
  });

  it('is told of by the command line', async () => {
    copy.write('login.config.ts', configText({ tenant: { sms } }));
    const { code, stdout } = await runBuild(copy.folder);
    expect({ code, stdout }).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/\ndist\/tenant\/\n {2}the tenant, for npm run setup-tenant\n$/),
    });
  });
});
