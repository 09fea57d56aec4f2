import { describe, expect, it } from 'vitest';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { page as builtPage } from '../support/page.ts';
import { arrive, codeFor, lastState, tenant, visit } from '../support/scene.ts';

const PHONE = '+61412345678';
const DONE = '**/tenant/done?code=*';
const sms = { hosted: { connection: 'sms' } };

describe('codes', () => {
  it('expire after three minutes', async () => {
    const it = await visit(sms);
    await it.submit(it.phone, '412345678');
    const code = await codeFor(PHONE);
    await it.code.waitFor();
    tenant.clock.advance(181_000);
    await it.submit(it.code, code);
    expect(await it.message.textContent()).toMatch(/code is wrong or has expired/i);
    expect(tenant.sent('/passwordless/verify').at(-1)?.status).toBe(401);
  });

  it('are used up by three wrong tries', async () => {
    const it = await visit(sms);
    await it.submit(it.phone, '412345678');
    const code = await codeFor(PHONE);
    for (const wrong of ['x1', 'x2', 'x3', code]) {
      const answered = it.page.waitForResponse('**/passwordless/verify');
      await it.submit(it.code, wrong);
      await answered;
    }
    await expect.poll(() => it.message.textContent()).toMatch(/Too many wrong codes/i);
    expect(tenant.sent('/passwordless/verify').map(({ status }) => status)).toEqual([401, 401, 401, 429]);
  });

  it('are worth nothing once a newer one was asked for', async () => {
    const it = await visit(sms);
    await it.submit(it.phone, '412345678');
    const old = await codeFor(PHONE);
    await it.page.getByText('Change the phone number').click();
    const next = tenant.outbox.next(PHONE);
    await it.submit(it.phone, '412345678');
    const { code } = await next;
    await it.submit(it.code, old === code ? 'x' : old);
    await it.message.waitFor();
    await it.submit(it.code, code);
    await it.page.waitForURL(DONE);
  });

  it('work once: the way back leads to no form', async () => {
    const it = await visit(sms);
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, await codeFor(PHONE));
    await it.page.waitForURL(DONE);
    const [used] = tenant.sent('/passwordless/verify_redirect');
    await it.page.goto(`${tenant.origin}/passwordless/verify_redirect?${new URLSearchParams(used?.query)}`);
    await it.page.getByText('Invalid state').waitFor();
    expect(tenant.sent('/passwordless/verify_redirect').map(({ status }) => status)).toEqual([302, 400]);
  });

  it('can be asked for too often', async () => {
    const strict = await startTenant({ page: builtPage(), limits: { startsPerHour: 1 } });
    const it = await arrive();
    await it.open(strict.address(sms));
    await it.submit(it.phone, '412345678');
    await it.code.waitFor();
    await it.open(strict.address(sms));
    await it.submit(it.phone, '412345678');
    await it.message.waitFor();
    expect(strict.sent('/passwordless/start').map(({ status }) => status)).toEqual([200, 429]);
    await strict.close();
  });
});

describe('the login transaction', () => {
  it('that is lost ends on Auth0’s error page', async () => {
    const it = await visit({ hosted: { connection: 'sms', internalOptions: { state: 'lost' } } });
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, await codeFor(PHONE));
    await it.page.getByText('Invalid state').waitFor();
  });

  it('outlives a reload while the code is awaited', async () => {
    const it = await visit(sms);
    const state = lastState();
    await it.submit(it.phone, '412345678');
    await it.code.waitFor();
    await it.page.reload();
    await it.ready();
    const next = tenant.outbox.next(PHONE);
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, (await next).code);
    await it.page.waitForURL(DONE);
    expect(lastState()).toBe(state);
  });

  it('of two logins side by side are two', async () => {
    const one = await visit(sms);
    const two = await one.inNewTab();
    await two.open(tenant.address(sms));
    await one.submit(one.phone, '412345678');
    await two.submit(two.phone, '499999999');
    await two.submit(two.code, await codeFor('+61499999999'));
    await two.page.waitForURL(DONE);
    await one.submit(one.code, await codeFor(PHONE));
    await one.page.waitForURL(DONE);
    const states = tenant.sent('/passwordless/verify_redirect').map(({ query }) => query['state']);
    expect(new Set(states).size).toBe(2);
  });

  it('goes by /co/authenticate where the page is on another host', async () => {
    const auth0Domain = tenant.host.replace('localhost', '127.0.0.1');
    // The policy allows the host that serves the page; a team adds another one itself.
    const it = await visit({ html: builtPage('report-only'), hosted: { connection: 'sms', auth0Domain } });
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, await codeFor(PHONE));
    await it.page.waitForURL(/\/tenant\/done\?code=[\w-]{20,}&state=app-state/);
    expect(tenant.sent('/co/authenticate')).toMatchObject([
      { status: 200, body: { realm: 'sms', username: PHONE } },
    ]);
    expect(tenant.sent('/passwordless/verify')).toEqual([]);
    expect(tenant.sent('/authorize').at(-1)?.query).toMatchObject({ login_ticket: expect.any(String) });
  });

  it('tells of a wrong code by /co/authenticate too', async () => {
    const auth0Domain = tenant.host.replace('localhost', '127.0.0.1');
    // The policy allows the host that serves the page; a team adds another one itself.
    const it = await visit({ html: builtPage('report-only'), hosted: { connection: 'sms', auth0Domain } });
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, 'wrong');
    await it.message.waitFor();
    expect(tenant.sent('/co/authenticate').at(-1)?.status).toBe(403);
  });

  it('waits for a captcha', async () => {
    const it = await visit({ ...sms, captcha: true });
    const answer = it.page.locator('input[name=captcha]:visible');
    await answer.fill('nope');
    await it.submit(it.phone, '412345678');
    await it.message.waitFor();
    await expect.poll(() => tenant.sent('/passwordless/challenge').length).toBeGreaterThan(1);
    await it.page.waitForTimeout(500);
    await answer.fill(tenant.captchas.text(lastState()) ?? '');
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, await codeFor(PHONE));
    await it.page.waitForURL(DONE);
  });
});

describe('the outbox', () => {
  it('shows what is sent while it is open, and copies the code', async () => {
    const it = await visit(sms);
    const outbox = await it.inNewTab();
    await outbox.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await outbox.page.goto(`${tenant.origin}/tenant/outbox`);
    await outbox.page.getByText('Nothing yet.').waitFor();
    await it.submit(it.phone, '412345678');
    const code = await codeFor(PHONE);
    await outbox.page.getByRole('heading', { name: `SMS to ${PHONE}` }).waitFor();
    await outbox.page.bringToFront();
    await outbox.page.getByRole('button', { name: 'Copy' }).click();
    await expect.poll(() => outbox.page.getByRole('status').textContent()).toContain('Copied');
    expect(await outbox.page.evaluate(() => navigator.clipboard.readText())).toBe(code);
  });

  it('logs in by the link that it shows', async () => {
    const it = await visit({ html: builtPage('link'), hosted: { connection: 'email' } });
    await it.submit(it.email, 'zoe@example.com');
    await codeFor('zoe@example.com');
    const outbox = await it.inNewTab();
    await outbox.page.goto(`${tenant.origin}/tenant/outbox`);
    await outbox.page.getByRole('link', { name: 'Open the link' }).click();
    await outbox.page.waitForURL(DONE);
  });
});
