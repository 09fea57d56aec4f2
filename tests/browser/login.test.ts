import { describe, expect, it } from 'vitest';
import { page as builtPage } from '../support/page.ts';
import { codeFor, lastState, NARROW, tenant, visit, WIDE } from '../support/scene.ts';

/** Everything that a login must have told the tenant. */
function expectLogin(connection: string, to: Record<string, string>): void {
  const code = tenant.outbox.latest()?.code;
  expect(tenant.sent('/passwordless/start').at(-1)?.body).toMatchObject({
    ...to,
    connection,
    send: 'code',
    authParams: { state: lastState() },
  });
  expect(tenant.sent('/passwordless/verify').at(-1)?.body).toMatchObject({
    ...to,
    connection,
    verification_code: code,
  });
  expect(tenant.sent('/passwordless/verify_redirect').at(-1)?.query).toMatchObject({
    ...to,
    connection,
    verification_code: code,
    state: lastState(),
    _csrf: expect.stringMatching(/^[\w-]{32}$/),
    _intstate: 'deprecated',
    protocol: 'oauth2',
    scope: 'openid profile email',
    response_type: 'code',
    redirect_uri: `${tenant.origin}/tenant/done`,
  });
}

const pages: [name: string, html: () => string][] = [
  ['inline, Preact', () => builtPage()],
  ['inline, React, nothing cut', () => builtPage('react')],
  ['from the CDN', () => builtPage('cdn')],
];

describe.each(pages)('a login, %s', (name, html) => {
  it.each([['wide', WIDE] as const, ['narrow', NARROW] as const])(
    'by SMS on a %s screen',
    async (_width, viewport) => {
      const it = await visit({ html: html() }, viewport);
      await it.submit(it.phone, '412345678');
      await it.submit(it.code, await codeFor('+61412345678'));
      await it.page.waitForURL(/\/tenant\/done\?code=[\w-]{20,}&state=app-state/);
      expectLogin('sms', { phone_number: '+61412345678' });
      expect(it.complaints.filter((text) => !text.includes('favicon') && !text.includes('404'))).toEqual([]);
      // Without a logo in the settings, Lock alone would load its badge from cdn.auth0.com.
      expect(it.strayed).toEqual([]);
    },
  );

  it('by email', async () => {
    const it = await visit({ html: html(), hosted: { connection: 'email' } });
    await it.submit(it.email, 'zoe@example.com');
    await it.submit(it.code, await codeFor('zoe@example.com'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expectLogin('email', { email: 'zoe@example.com' });
  });

  it('with a wrong code, then the right one', async () => {
    const it = await visit({ html: html(), hosted: { connection: 'sms' } });
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, '999999');
    await it.message.waitFor();
    expect(await it.message.textContent()).toMatch(/code is wrong or has expired/i);
    await it.submit(it.code, await codeFor('+61412345678'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expectLogin('sms', { phone_number: '+61412345678' });
  });

  it('after switching to email', async () => {
    const it = await visit({ html: html() });
    await it.methodSwitch.click();
    await it.submit(it.email, 'zoe@example.com');
    await it.submit(it.code, await codeFor('zoe@example.com'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expectLogin('email', { email: 'zoe@example.com' });
  });

  it('after switching to email and back', async () => {
    const it = await visit({ html: html() });
    await it.phone.fill('412345');
    await it.methodSwitch.click();
    await it.email.fill('zoe@example.com');
    await it.methodSwitch.click();
    // What was typed is still there: nothing was reloaded, no form was thrown away.
    expect(await it.phone.inputValue()).toBe('412345');
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, await codeFor('+61412345678'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expectLogin('sms', { phone_number: '+61412345678' });
    expect(tenant.sent('/login')).toHaveLength(1);
  });

  it('leaves a code entry for the other method, and goes back to it', async () => {
    const it = await visit({ html: html() });
    await it.submit(it.phone, '412345678');
    await it.code.waitFor();
    await it.methodSwitch.click();
    await it.email.waitFor();
    expect(await it.code.count()).toBe(0);
    await it.methodSwitch.click();
    await it.submit(it.code, await codeFor('+61412345678'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expectLogin('sms', { phone_number: '+61412345678' });
    expect(tenant.sent('/passwordless/start')).toHaveLength(1);
  });

  it('shows social connections beside both methods', async () => {
    const connections = ['github', 'sms', 'email'];
    const hosted = { connection: 'sms,email,github' };
    const variant = name === 'inline, Preact' ? builtPage('open') : null;
    const it = await visit({ html: variant ?? html(), hosted, connections });
    await it.phone.waitFor();
    const button = it.page.locator('[data-provider=github]:visible');
    // Only a page without `allow`, or with it, offers GitHub; the other two variants allow SMS and email.
    expect(await button.count()).toBe(variant === null ? 0 : 1);
    await it.methodSwitch.click();
    await it.email.waitFor();
    expect(await button.count()).toBe(variant === null ? 0 : 1);
  });

  it('takes another country from the list', async () => {
    const it = await visit({ html: html(), hosted: { connection: 'sms' } });
    await it.page.locator('input[name=location]:visible').click();
    await it.page.locator('input[name=search]').fill('Norw');
    await it.page.getByText('+47 NO Norway').click();
    await it.submit(it.phone, '40612345');
    await it.code.waitFor();
    expect(tenant.sent('/passwordless/start')[0]?.body).toMatchObject({ phone_number: '+4740612345' });
  });

  it('tells of an error of the tenant, and goes on', async () => {
    const it = await visit({ html: html(), hosted: { connection: 'sms' } });
    tenant.faults.set({
      path: '/passwordless/start',
      answer: {
        status: 400,
        body: { error: 'bad.phone_number', error_description: 'Invalid phone number' },
      },
    });
    await it.submit(it.phone, '412345678');
    expect(await it.message.textContent()).toMatch(/phone number is not valid/i);
    tenant.faults.clear();
    await it.submit(it.phone, '412345678');
    await it.code.waitFor();
  });
});
