import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { DEPLOY, SAMPLE_APP } from '../../src/tenant/data/addDefaults.ts';
import { requiredScope } from '../../src/tenant/management/requiredScope.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { type Block, blocksOf } from '../support/guide/blocksOf.ts';
import { ExampleApp } from '../support/guide/ExampleApp.ts';
import { excerptPattern, withoutChanging } from '../support/guide/excerptPattern.ts';
import { root } from '../support/paths.ts';
import { type Project, project } from '../support/project.ts';
import { runCommand } from '../support/runCommand.ts';
import { startTwilio, type TwilioStandIn } from '../support/TwilioStandIn.ts';
import { Visitor } from '../support/Visitor.ts';
import { Watcher } from '../support/Watcher.ts';

const guide = readFileSync(join(root, 'docs', 'guide.md'), 'utf8');
const blocks = blocksOf(guide);
const SID = `AC${'0123456789abcdef'.repeat(2)}`;
const TOKEN = 'dont-tell-7Hq2';
const NUMBER = '+61412345678';
/** What the guide's application asks for. */
const ASKS = "allowedConnections: ['sms']";
const BACKUP = /\d{8}-\d{6}-[0-9a-f]{6}/;

/** What the guide's reader does elsewhere, or what stands here in its place. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'git clone https://github.com/your-account/auth0-passwordless-page.git': 'a copy of this project',
  'cd auth0-passwordless-page': 'all commands run in that copy',
  'npm ci': 'the copy has the node_modules of this project',
  'npm install @auth0/auth0-spa-js': 'the application is bundled with the one of this project',
};

let copy: Project;
let tenant: Tenant;
let app: ExampleApp;
let twilio: TwilioStandIn;
let browser: Browser;
/** What the guide exports. */
const environment: Record<string, string> = {};
let printed = '';
/** What the last commands have printed. */
let output = '';
let html = '';
let js = '';

beforeAll(async () => {
  copy = project();
  tenant = await startTenant({ limits: { managementPerMinute: 10_000 } });
  twilio = await startTwilio({
    ...{ sid: SID, token: TOKEN, status: 'active', type: 'Full' },
    ...{ numbers: { '+15005550006': true }, services: {} },
  });
  writeFileSync(join(copy.folder, 'ca.pem'), `${tenant.certificate}\n${twilio.certificate}`);
  app = await ExampleApp.start();
  // What the reader has made in the dashboard, and nothing else.
  tenant.data.connections.clear();
  Object.assign(tenant.data.applications.get(SAMPLE_APP) ?? {}, { name: 'My app', allowed_origins: [] });
  setAddress('https://app.example.com');
  browser = await launch();
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await twilio.close();
  await tenant.close();
  copy.remove();
});

/** The addresses of "My app", as the guide's table has them. */
function setAddress(origin: string): void {
  Object.assign(tenant.data.applications.get(SAMPLE_APP) ?? {}, {
    ...{ callbacks: [origin], allowed_logout_urls: [origin], web_origins: [origin] },
  });
}

/** A text of the guide with what is the reader's own in place of `your-…`. */
function filledIn(text: string): string {
  const own: Readonly<Record<string, string>> = {
    'your-tenant.eu.auth0.com': tenant.host,
    'your-client-id': DEPLOY.id,
    'your-client-secret': DEPLOY.secret,
    'your-app-client-id': SAMPLE_APP,
    'your-account-sid': SID,
    'your-auth-token': TOKEN,
  };
  const filled = text.replace(/your-[\w.-]*\w/g, (name) => own[name] ?? name);
  expect(filled).not.toContain('your-');
  return filled;
}

/**
 * Carries out a command of the guide; what it prints is added to `output`.
 *
 * @param backup - id of the one that the guide means
 */
async function carryOut(command: string, backup: string): Promise<void> {
  if (command in NOT_RUN) return;
  if (command === 'npm run dev') return preview();
  const filled = filledIn(command);
  const [, name, value] = /^export (\w+)=(.*)$/.exec(filled) ?? [];
  if (name !== undefined && value !== undefined) {
    environment[name] = value;
    return;
  }
  // There is no terminal to ask at.
  const line = filled.replace(BACKUP, backup).replace('--apply', '--apply --yes');
  const { code, stdout, stderr } = await runCommand('sh', ['-c', line], {
    cwd: copy.folder,
    environment: {
      ...environment,
      npm_config_loglevel: 'silent',
      npm_config_update_notifier: 'false',
      NODE_EXTRA_CA_CERTS: join(copy.folder, 'ca.pem'),
      ...(line.includes('--twilio') && { HTTPS_PROXY: twilio.proxy }),
    },
    timeout: 280_000,
  });
  output += stdout;
  printed += stdout + stderr;
  expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: '' });
}

/** Logs in to the sample app of `npm run dev`, as the guide says. */
async function preview(): Promise<void> {
  expect(JSON.parse(readFileSync(join(copy.folder, 'package.json'), 'utf8'))).toMatchObject({
    scripts: { dev: 'node build.mjs dev' },
  });
  const dev = new Watcher(copy.folder, ['dev', '--port', '0']);
  try {
    const line = await dev.line(/Sample app\s+https:/);
    await dev.line(/Ready in/);
    const visitor = await Visitor.arrive(browser);
    await visitor.page.goto(line.trim().split(/\s+/).at(-1) ?? '');
    await visitor.page.getByRole('button', { name: 'Log in', exact: true }).click();
    await visitor.ready();
    await visitor.submit(visitor.phone, '412345678');
    const sent = await dev.line(/SMS to \+61412345678: \d{6}/);
    await visitor.submit(visitor.code, sent.slice(-6));
    await visitor.page.locator('#claims').waitFor();
    await visitor.leave();
  } finally {
    expect(await dev.end()).toBe(0);
  }
  output += dev.output;
}

/** Goes from the guide's application, or one with another line than it has, to the login page. */
async function toLogin(line = ASKS): Promise<Visitor> {
  expect(js).toContain(ASKS);
  // The guide's address leads nowhere.
  setAddress(app.origin);
  await app.write(html, filledIn(js).replace(ASKS, line));
  const visitor = await Visitor.arrive(browser);
  await visitor.page.goto(app.origin);
  await visitor.page.getByText('Not logged in').waitFor();
  await visitor.page.getByRole('button', { name: 'Log in' }).click();
  return visitor;
}

async function logIn(visitor: Visitor, { isEmail = false } = {}): Promise<void> {
  const to = isEmail ? 'zoe@example.com' : NUMBER;
  await visitor.submit(isEmail ? visitor.email : visitor.phone, isEmail ? to : '412345678');
  await visitor.code.waitFor();
  await visitor.submit(visitor.code, tenant.outbox.latest(to)?.code ?? '');
  await visitor.page.getByText(`Logged in: ${to}`).waitFor();
  expect(visitor.strayed).toEqual([]);
}

/** What is done with a block, by its language; a block of another one is a mistake. */
const carry: Readonly<Record<string, (block: Block) => unknown>> = {
  sh: async ({ text }) => {
    // The first in the list that has just been printed.
    const [backup = 'none'] = BACKUP.exec(output) ?? [];
    output = '';
    for (const command of text.split('\n')) await carryOut(command, backup);
  },
  '': ({ text }) => expect(withoutChanging(output)).toMatch(excerptPattern(filledIn(text))),
  ts: ({ text }) => copy.write('login.config.ts', `${text}\n`),
  html: ({ text }) => {
    html = text;
  },
  js: async ({ text }) => {
    js = text;
    expect(guide).toContain(`\`Logged in: ${NUMBER}\``);
    const visitor = await toLogin();
    await visitor.ready();
    await logIn(visitor);
    await visitor.page.getByRole('button', { name: 'Log out' }).click();
    await visitor.page.getByText('Not logged in').waitFor();
    await visitor.leave();
  },
  text: async ({ text }) => {
    expect(guide).toContain("`connection: 'sms'`");
    const visitor = await toLogin("connection: 'sms'");
    await expect.poll(() => visitor.complaints, { timeout: 20_000 }).toContain(`uncaught: ${text}`);
    expect(new URL(visitor.page.url()).origin).toBe(app.origin);
    await visitor.leave();
  },
};

describe('docs/guide.md', () => {
  for (const block of blocks) {
    it(`line ${block.line}: ${block.text.split('\n')[0]}`, { timeout: 300_000 }, async () => {
      const does = carry[block.language];
      if (does === undefined) throw new Error(`No test knows what to do with a block of ${block.language}.`);
      await does(block);
    });
  }

  it('ends with a login by SMS, and email beside it, through the deployed page', async () => {
    const line = "allowedConnections: ['sms', 'email']";
    expect(guide).toContain(`\`${line}\``);
    expect(tenant.data.loginPage(SAMPLE_APP)).toBe(
      readFileSync(join(copy.folder, 'dist', 'login.html'), 'utf8'),
    );
    for (const isEmail of [false, true]) {
      const visitor = await toLogin(line);
      await visitor.ready();
      expect(await visitor.page.title()).toBe('Log in to Acme');
      if (isEmail) await visitor.methodSwitch.click();
      await logIn(visitor, { isEmail });
      await visitor.leave();
    }
    expect(tenant.outbox.latest(NUMBER)?.text).toMatch(
      /^Acme: \d{6} is your code\. We never ask you for it\.$/,
    );
  });

  it('lists the permissions that its commands needed', () => {
    const listed = new Set(guide.match(/\b(read|create|update):[a-z_]+/g));
    const needed = tenant.requests.flatMap(({ method, path }) =>
      path.startsWith('/api/v2/') ? (requiredScope(method, path.slice('/api/v2'.length)) ?? []) : [],
    );
    expect([...new Set(needed)].filter((scope) => !listed.has(scope))).toEqual([]);
    expect([...listed].filter((scope) => !needed.includes(scope)).sort()).toEqual([
      // Of what a connection keeps to itself; the local tenant does not tell them apart.
      'read:connections_options',
      // A new tenant's protection is as the settings want it.
      'update:attack_protection',
      'update:connections_options',
    ]);
  });

  it('leaves no secret in what was printed', () => {
    expect(printed).not.toMatch(new RegExp(`${DEPLOY.secret}|${SID}|${TOKEN}|eyJ`));
  });

  it('names commands, files and headings that there are', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...guide.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const commands = blocks.flatMap(({ language, text }) => (language === 'sh' ? text.split('\n') : []));
    expect(Object.keys(NOT_RUN).filter((command) => !commands.includes(command))).toEqual([]);
    const prose = guide.replace(/^```[\s\S]*?^```$/gm, '');
    const links = [...prose.matchAll(/(?:\]\(|src=")([^)":#]*)(?:#([^)]*))?[)"]/g)];
    const broken = links.filter(([, path = '', heading]) => {
      const file = path === '' ? join(root, 'docs', 'guide.md') : join(root, 'docs', path);
      if (!existsSync(file)) return true;
      const slugs = readFileSync(file, 'utf8').matchAll(/^#+ (.*)$/gm);
      return heading !== undefined && ![...slugs].some(([, title = '']) => slugOf(title) === heading);
    });
    expect(broken.map(([link]) => link)).toEqual([]);
  });
});

/** As GitHub makes it of a heading. */
const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\w\- ]/g, '')
    .replaceAll(' ', '-');
