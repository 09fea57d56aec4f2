import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/pipeline/words/words.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import { root, stock } from '../support/paths.ts';
import { project } from '../support/project.ts';
import { runBuild } from '../support/runBuild.ts';
import { arrive, codeFor, LOCK_URL, lockFile, tenant, WIDE } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';
import { Witness } from '../support/Witness.ts';

const WRONG_CODE = '908172';
const deliveries: [name: string, html: () => string][] = [
  ['inline', () => builtPage()],
  ['from the CDN', () => builtPage('cdn')],
];

async function watched(scenario: Scenario): Promise<{ it: Visitor; witness: Witness }> {
  const it = await arrive({ viewport: WIDE }, { [LOCK_URL]: lockFile });
  const witness = await Witness.of(it);
  await it.open(tenant.address(scenario));
  return { it, witness };
}

/** A login by whom Auth0 talks about in every answer, and who makes every mistake. */
async function logInAtLast(it: Visitor, method: 'sms' | 'email', typed: string, to: string): Promise<string> {
  const says = (error: string) => ({ status: 400, body: { error, error_description: `Not for ${to}` } });
  const field = method === 'sms' ? it.phone : it.email;
  tenant.faults.set({ path: '/passwordless/start', times: 1, answer: says('sms_provider_error') });
  await it.submit(field, typed);
  await it.message.waitFor();
  await it.submitButton.click();
  const code = await codeFor(to);
  await it.submit(it.code, WRONG_CODE);
  await it.message.waitFor();
  tenant.faults.set({ path: '/passwordless/verify', times: 1, answer: says(`Is ${code} of ${to}`) });
  const refused = it.page.waitForResponse('**/passwordless/verify');
  await it.submit(it.code, code);
  await refused;
  await it.submit(it.code, code);
  await it.page.waitForURL('**/tenant/done?code=*');
  return code;
}

describe.each(deliveries)('a login with mistakes, %s', (_name, html) => {
  it.each([
    ['sms', '412345678', '+61412345678', ['412345678']],
    ['email', 'zoe@example.com', 'zoe@example.com', ['zoe', btoa('zoe@example.com')]],
  ] as const)('by %s: is told as it happens, and gives nobody away', async (method, typed, to, traces) => {
    const hosted = { connection: method };
    const { it, witness } = await watched({ html: html(), hosted });
    const code = await logInAtLast(it, method, typed, to);
    expect(witness.events).toEqual([
      ['loginpage:ready', { methods: [method], language: 'en' }],
      ['loginpage:method-shown', { method }],
      ['loginpage:error', { method, step: 'send', code: 'sms_provider_error' }],
      ['loginpage:code-sent', { method, as: 'code' }],
      ['loginpage:error', { method, step: 'verify', code: 'invalid_user_password' }],
      ['loginpage:error', { method, step: 'verify', code: 'unknown' }],
      ['loginpage:code-accepted', { method }],
    ]);
    expect(witness.loose).toEqual([]);
    expect(witness.writes).toEqual([]);
    // Of whom nobody but the tenant must hear: neither number, nor address, nor code.
    const secrets = [...traces, code, WRONG_CODE];
    const given = (texts: readonly string[]) =>
      texts.filter((it) => secrets.some((secret) => it.includes(secret)));
    expect(given(witness.events.map((event) => JSON.stringify(event)))).toEqual([]);
    expect(given(witness.console)).toEqual([]);
    expect(given(await witness.stored())).toEqual([]);
    expect(it.strayed).toEqual([]);
    const told = witness.requests.filter(({ url, body }) => given([url, body ?? '']).length > 0);
    expect([...new Set(told.map(({ url }) => url.split('?')[0]))]).toEqual(
      ['start', 'verify', 'verify_redirect'].map((path) => `${tenant.origin}/passwordless/${path}`),
    );
    // In an address only where Auth0 itself asks for it.
    expect(new Set(given(told.map(({ url }) => url)).map((url) => new URL(url).pathname))).toEqual(
      new Set(['/passwordless/verify_redirect']),
    );
  });
});

describe('what a visitor does', () => {
  it('is told: the first form, the change, the next form, and who changes before an answer', async () => {
    const { it, witness } = await watched({ html: builtPage('link'), hosted: { connection: 'sms,email' } });
    await it.methodSwitch.click();
    await it.email.waitFor();
    // Longer than a busy machine takes to show the other method.
    tenant.faults.set({ path: '/passwordless/start', delay: 3_000 });
    await it.submit(it.email, 'zoe@example.com');
    await it.methodSwitch.click();
    await it.phone.waitFor();
    await expect.poll(() => witness.events.at(-1)?.[0], { timeout: 10_000 }).toBe('loginpage:code-sent');
    expect(witness.events).toEqual([
      ['loginpage:ready', { methods: ['sms', 'email'], language: 'en' }],
      ['loginpage:method-shown', { method: 'sms' }],
      ['loginpage:method-changed', { from: 'sms', to: 'email' }],
      ['loginpage:method-shown', { method: 'email' }],
      ['loginpage:method-changed', { from: 'email', to: 'sms' }],
      ['loginpage:method-shown', { method: 'sms' }],
      ['loginpage:code-sent', { method: 'email', as: 'link' }],
    ]);
  });

  it('is told where the page is on another host, of which auth0-js keeps no more than the transaction', async () => {
    const auth0Domain = tenant.host.replace('localhost', '127.0.0.1');
    const html = builtPage('report-only');
    const { it, witness } = await watched({ html, hosted: { auth0Domain, connection: 'sms' } });
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, WRONG_CODE);
    await it.message.waitFor();
    await it.submit(it.code, await codeFor('+61412345678'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expect(witness.events.slice(2)).toEqual([
      ['loginpage:code-sent', { method: 'sms', as: 'code' }],
      ['loginpage:error', { method: 'sms', step: 'verify', code: 'invalid_user_password' }],
      ['loginpage:code-accepted', { method: 'sms' }],
    ]);
    const names = witness.writes.map(([, given]) => given?.replace(/=.*/, '') ?? '');
    expect(names.length).toBeGreaterThan(0);
    // The transaction's state and nonce, and the proof for the ticket.
    expect(names.filter((name) => !/^_?(?:com\.auth0\.auth\.[\w-]+|co%2Fverifier%2F.+)$/.test(name))).toEqual(
      [],
    );
    const secrets = ['412345678', WRONG_CODE, tenant.outbox.latest()?.code ?? 'none'];
    const given = [...(await witness.stored()), ...witness.console];
    expect(given.filter((text) => secrets.some((secret) => text.includes(secret)))).toEqual([]);
  });
});

describe('a failure', () => {
  it.each<[code: string, scenario: Scenario]>([
    ['not_served', { raw: '@@config@@' }],
    ['bad_config', { raw: btoa('{"zoe@example.com"') }],
    ['unreachable', { faults: [{ path: '/client/*', answer: { status: 500, body: 'zoe@example.com' } }] }],
    ['no_connection', { connections: [], hosted: { connection: 'zoe@example.com' } }],
  ])('is told: %s', async (code, scenario) => {
    const hint = { internalOptions: { login_hint: 'zoe@example.com' } };
    const { witness } = await watched({ ...scenario, hosted: { ...hint, ...scenario.hosted } });
    expect(witness.events).toEqual([['loginpage:failure', { code }]]);
    expect(witness.console.join()).toContain(code);
    expect([...witness.console, ...(await witness.stored())].filter((text) => text.includes('zoe'))).toEqual(
      [],
    );
  });
});

describe('a listener that throws', () => {
  /** Runs in the browser: one listener throws, the other fails later, at every event. */
  const throwAlways = () => {
    for (const name of ['ready', 'method-shown', 'method-changed', 'code-sent', 'error', 'failure']) {
      document.addEventListener(`loginpage:${name}`, () => {
        throw new Error('of the team’s');
      });
      document.addEventListener(`loginpage:${name}`, () => Promise.reject(new Error('of the team’s, later')));
    }
  };

  it('keeps nobody from logging in, nor another listener from hearing', async () => {
    const it = await arrive({ viewport: WIDE });
    await it.page.addInitScript(throwAlways);
    const witness = await Witness.of(it);
    await it.open(tenant.address());
    await it.methodSwitch.click();
    await it.submit(it.email, 'zoe@example.com');
    await it.submit(it.code, await codeFor('zoe@example.com'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expect(witness.events.map(([name]) => name.replace('loginpage:', ''))).toEqual([
      'ready',
      'method-shown',
      'method-changed',
      'method-shown',
      'code-sent',
      'code-accepted',
    ]);
    expect(it.complaints.filter((text) => text.includes('of the team’s'))).toHaveLength(10);
  });

  it('of a failure leaves what the screen says', async () => {
    const it = await arrive({ viewport: WIDE });
    await it.page.addInitScript(throwAlways);
    const witness = await Witness.of(it);
    await it.open(tenant.address({ connections: [] }));
    await expect.poll(() => it.complaints.filter((text) => text.includes('later'))).toHaveLength(1);
    expect(await it.page.getByRole('alert').innerText()).toContain(words.en.failure.no_connection);
    expect(witness.events).toEqual([['loginpage:failure', { code: 'no_connection' }]]);
  });
});

describe('the example of docs/events.md', () => {
  it('sends every event, under the policy that it names', async () => {
    const guide = readFileSync(join(root, 'docs', 'events.md'), 'utf8');
    const [script = '', place = ''] = [...guide.matchAll(/```html\n([\s\S]*?)```/g)].map(([, text]) => text);
    const [, settings = ''] = /```ts\n([\s\S]*?)```/.exec(guide) ?? [];
    const copy = project(
      `import { defineLoginPage } from './src/settings/defineLoginPage.ts';\nexport default defineLoginPage({ ${settings} });`,
    );
    const template = readFileSync(join(stock, 'templates', 'login.hbs'), 'utf8');
    copy.write('templates/partials/analytics.hbs', script);
    copy.write(
      'templates/login.hbs',
      template.replace('{{> scripts}}', () => place),
    );
    const { stderr } = await runBuild(copy.folder);
    expect(stderr).toBe('');
    const html = readFileSync(join(copy.folder, 'dist', 'login.html'), 'utf8');
    copy.remove();

    const it = await arrive(
      { viewport: WIDE },
      { 'https://stats.example.com/login': { contentType: '', body: '' } },
    );
    const witness = await Witness.of(it);
    await it.open(tenant.address({ html, hosted: { connection: 'sms,email' } }));
    await it.methodSwitch.click();
    await it.submit(it.email, 'zoe@example.com');
    await it.submit(it.code, WRONG_CODE);
    await it.message.waitFor();
    await it.submit(it.code, await codeFor('zoe@example.com'));
    await it.page.waitForURL('**/tenant/done?code=*');
    const sent = witness.requests.filter(({ url }) => url === 'https://stats.example.com/login');
    expect(sent.map(({ body }) => body)).toEqual(
      witness.events.map(([name, detail]) =>
        JSON.stringify({ name: name.replace('loginpage:', ''), detail }),
      ),
    );
    expect(sent).toHaveLength(7);
  });
});
