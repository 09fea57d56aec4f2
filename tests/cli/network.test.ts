import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ManagementApi } from '../../src/deploy/api/ManagementApi.ts';
import { readCredentials } from '../../src/deploy/api/readCredentials.ts';
import { toTwilioAnswer } from '../../src/deploy/doctor/twilio/toTwilioAnswer.ts';
import { connectNetwork } from '../../src/deploy/network/connectNetwork.ts';
import { makeCertificate } from '../../src/tenant/certificate.ts';
import { DEPLOY } from '../../src/tenant/data/addDefaults.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { type ConnectProxy, startConnectProxy } from '../support/ConnectProxy.ts';
import { edit } from '../support/deployed.ts';
import { configText, type Project, project } from '../support/project.ts';
import { type Run, runCommand } from '../support/runCommand.ts';
import { startTwilio, type TwilioStandIn } from '../support/TwilioStandIn.ts';

const LOGIN = 'jo:p@ss/1';
const SID = `AC${'0123456789abcdef'.repeat(2)}`;
const TOKEN = 'dont-tell-7Hq2';
const SECRET = /p@ss|p%40ss|am86|dont-tell|local-deploy-secret|^ +at /m;

let tenant: Tenant;
let twilio: TwilioStandIn;
let proxy: ConnectProxy;
let copy: Project;

beforeAll(async () => {
  tenant = await startTenant({ limits: { managementPerMinute: 10_000 } });
  const account = {
    sid: SID,
    token: TOKEN,
    status: 'active',
    type: 'Full',
    numbers: {},
    services: {},
  } as const;
  twilio = await startTwilio(account);
  proxy = await startConnectProxy();
  copy = project(
    configText({
      tenant: { mfa: { otp: true } },
      connections: { allow: ['sms'] },
    }),
  );
  copy.write('ca.pem', `${tenant.certificate}\n${twilio.certificate}`);
  expect(await run('')).toMatchObject({ code: 0, stderr: '' });
});
beforeEach(() => {
  proxy.asked.length = 0;
  proxy.rules = {};
});
afterAll(async () => {
  await tenant.close();
  await twilio.close();
  await proxy.close();
  copy.remove();
});

const withLogin = () =>
  proxy.origin.replace('//', `//${LOGIN.split(':').map(encodeURIComponent).join(':')}@`);

function environment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    AUTH0_DOMAIN: tenant.host,
    AUTH0_CLIENT_ID: DEPLOY.id,
    AUTH0_CLIENT_SECRET: DEPLOY.secret,
    NODE_EXTRA_CA_CERTS: 'ca.pem',
    HTTPS_PROXY: proxy.origin,
    ...more,
  };
}

/** This machine's own are not to be mixed in. */
const inherited = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/_PROXY$|NODE_EXTRA_CA_CERTS/i.test(name)),
);

async function run(args: string, env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const argv = ['build.mjs', ...args.split(' ').filter(Boolean)];
  const ended = await runCommand(process.execPath, argv, { cwd: copy.folder, environment: env, inherited });
  expect(ended.stdout + ended.stderr).not.toMatch(SECRET);
  return ended;
}

describe('through a proxy that asks for a password', { timeout: 60_000 }, () => {
  beforeEach(() => {
    proxy.rules = { login: LOGIN };
  });

  it.each([
    ['deploy --apply --yes --smoke', 0, 'shows its input'],
    ['drift', 0, 'No drift'],
    ['setup-tenant --apply --yes --force', 0, 'is as the settings say'],
    ['restore BACKUP --apply --yes', 0, 'done, read back'],
    ['doctor --json', 1, '"results"'],
  ])('%s reaches the tenant', async (args, code, text) => {
    const [backup = ''] = args.includes('BACKUP') ? readdirSync(join(copy.folder, 'backups')).sort() : [];
    const ended = await run(
      args.replace('BACKUP', backup.replace(/\..*$/, '')),
      environment({ HTTPS_PROXY: withLogin() }),
    );
    expect(ended.stdout + ended.stderr).toContain(text);
    expect(ended.code).toBe(code);
    expect(proxy.asked).toContain(tenant.host);
    if (args.includes('--smoke')) expect(proxy.askedByBrowsers).toContain(tenant.host);
  });

  it('deploy names it where the browser does not get through', async () => {
    proxy.rules = { refuseBrowsers: '403 Forbidden' };
    edit(tenant, '', false);
    const { code, stderr } = await run('deploy --apply --yes --smoke', environment());
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /ERR_TUNNEL_CONNECTION_FAILED.*\nChromium used the proxy http:\/\/127\S+ \(HTTPS_PROXY\);/,
    );
  });

  it('doctor --twilio reaches Twilio', async () => {
    const more = {
      HTTPS_PROXY: twilio.proxy,
      TWILIO_SID: SID,
      TWILIO_AUTH_TOKEN: TOKEN,
      NO_PROXY: 'localhost',
    };
    const { stdout } = await run('doctor --twilio', environment(more));
    expect(stdout).toContain('✓ twilio-credentials');
    expect(twilio.requests).not.toEqual([]);
  });

  it('takes all of it from .env', async () => {
    copy.write('.env', `https_proxy=${withLogin()}\nNODE_EXTRA_CA_CERTS=ca.pem\n`);
    const { NODE_EXTRA_CA_CERTS: _, HTTPS_PROXY: __, ...bare } = environment();
    const { code, stderr } = await run('drift', bare);
    copy.write('.env', '');
    expect([code, stderr, proxy.asked[0]]).toEqual([1, '', tenant.host]);
  });
});

describe('a proxy', { timeout: 60_000 }, () => {
  const told = async (more: Readonly<Record<string, string>>) => {
    const network = connectNetwork(environment(more), copy.folder, () => undefined);
    const api = new ManagementApi(readCredentials(environment()), network.fetch, { timeLimit: 5_000 });
    const of = (promise: Promise<unknown>) =>
      promise.then(
        () => 'it works',
        (error: Error) => error.message,
      );
    const message = await of(api.call('read the page', (sdk) => sdk.clients.get('global')));
    const answer = await toTwilioAnswer(() => network.fetch(`https://${tenant.host}/`));
    expect(message + JSON.stringify(answer)).not.toMatch(SECRET);
    return { message, answer };
  };

  it.each([['407 X'], ['403 Forbidden'], ['502 Bad Gateway'], ['500 Oops']])(
    'that answers %s is named',
    async (refuse) => {
      proxy.rules = { refuse };
      const { message, answer } = await told({ HTTPS_PROXY: withLogin() });
      const status = refuse.slice(0, 3);
      const what: Record<string, string> = {
        407: 'does not accept the user and password of HTTPS_PROXY',
        403: 'refuses to connect to localhost',
        502: 'could not reach localhost',
        500: 'refuses to connect to localhost',
      };
      expect(message).toContain(
        `could not read the page: the proxy ${proxy.origin} (HTTPS_PROXY) ${what[status]} (HTTP ${status}).\n`,
      );
      expect(answer).toMatchObject({
        is: 'unreachable',
        reason: expect.stringContaining(`(HTTP ${status}).`),
      });
    },
  );

  it('that asks for a password which was not given says where to put it', async () => {
    proxy.rules = { login: LOGIN };
    const { message } = await told({});
    expect(message).toContain(
      'asks for a user and a password (HTTP 407).\nSet HTTPS_PROXY to http://USER:PASSWORD@127',
    );
  });

  it('that is not there, or does not speak TLS, is named', async () => {
    const gone = await startConnectProxy();
    await gone.close();
    const { message, answer } = await told({ HTTPS_PROXY: gone.origin });
    expect(message).toContain(
      `the proxy ${gone.origin} (HTTPS_PROXY) cannot be reached: nothing listens there`,
    );
    expect(answer).toMatchObject({ reason: expect.stringContaining(gone.origin) });
    const tls = proxy.origin.replace('http://127.0.0.1', 'https://localhost');
    expect((await told({ HTTPS_PROXY: tls })).message).toContain(`does not speak TLS`);
  });

  it('may be reached over TLS itself', async () => {
    const certificate = await makeCertificate('proxy.example.com');
    copy.write('both.pem', `${certificate.cert}\n${tenant.certificate}`);
    const secure = await startConnectProxy(certificate);
    const { message } = await told({ HTTPS_PROXY: secure.origin, NODE_EXTRA_CA_CERTS: 'both.pem' });
    expect([message, secure.asked[0]]).toEqual(['it works', tenant.host]);
    await secure.close();
  });

  it('is named where what is behind it fails', async () => {
    const network = { NODE_EXTRA_CA_CERTS: '' };
    const { message } = await told(network);
    expect(message).toMatch(/certificate is not trusted \(\w+\), through the proxy http:\/\/127/);
  });

  it('is not used where NO_PROXY covers the tenant', async () => {
    for (const NO_PROXY of ['localhost', '*', tenant.host]) {
      expect((await told({ NO_PROXY })).message).toBe('it works');
    }
    expect(proxy.asked).toEqual([]);
    expect((await told({ NO_PROXY: 'localhost:1,example.com' })).message).toBe('it works');
    expect(proxy.asked).toContain(tenant.host);
  });
});

describe('what cannot be used', { timeout: 60_000 }, () => {
  it.each([
    [{ HTTPS_PROXY: 'jo:p@ss@proxy' }, /^HTTPS_PROXY is not the URL of a proxy, received "…@proxy"\.\n/],
    [
      { NODE_EXTRA_CA_CERTS: 'none.pem' },
      /NODE_EXTRA_CA_CERTS is none\.pem, which cannot be read \(ENOENT\)/,
    ],
    [
      { NODE_EXTRA_CA_CERTS: 'login.config.ts' },
      /NODE_EXTRA_CA_CERTS is login\.config\.ts, which holds no certificate/,
    ],
  ])('%j ends every command', async (more, message) => {
    for (const command of ['doctor', 'deploy']) {
      const { code, stderr } = await run(command, environment(more));
      expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    }
  });
});
