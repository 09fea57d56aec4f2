import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as builtPage } from '../support/page.ts';
import { arrive, codeFor, tenant } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

const PHONE = '+61412345678';
const EMAIL = 'zoe@example.com';
type How = 'redirect' | 'popup';

/** Somebody in front of the sample app. */
async function openApp(): Promise<Visitor> {
  const visitor = await arrive();
  await visitor.page.goto(`${tenant.origin}/app`);
  await visitor.page.locator('[data-ready]').waitFor();
  return visitor;
}

/** Chooses, and clicks "Log in"; returns whoever is in front of the login page. */
async function begin(app: Visitor, how: How, asks: string, fixed = false): Promise<Visitor> {
  await app.page.locator(`[name=how][value=${how}]`).check();
  await app.page.locator(`[name=asks][value="${asks}"]`).check();
  if (fixed) await app.page.locator('[name=page][value=fixed]').check();
  const click = () => app.page.getByRole('button', { name: 'Log in', exact: true }).click();
  const login = how === 'popup' ? await app.inPopup(click) : app;
  if (how === 'redirect') await click();
  await login.ready();
  return login;
}

/** What the app shows of a verified ID token. */
async function claims(app: Visitor): Promise<Record<string, string>> {
  const rows = app.page.locator('#claims tr');
  await rows.first().waitFor();
  expect(await app.page.locator('#signature').textContent()).toContain('Signature verified');
  const entries = await rows.evaluateAll((all) =>
    all.map((row) => [
      row.querySelector('th')?.textContent ?? '',
      row.querySelector('td')?.textContent ?? '',
    ]),
  );
  return Object.fromEntries(entries) as Record<string, string>;
}

describe.each<How>(['redirect', 'popup'])('the sample app, by %s', (how) => {
  it.each(['sms', ''])('logs in by SMS, allowedConnections "%s"', async (asks) => {
    const app = await openApp();
    const login = await begin(app, how, asks);
    await login.submit(login.phone, '412345678');
    await login.submit(login.code, await codeFor(PHONE));
    expect(await claims(app)).toMatchObject({
      sub: expect.stringMatching(/^sms\|/),
      name: PHONE,
      aud: 'sample-app',
    });
    expect(tenant.sent('/authorize')[0]?.query['allowedConnections']).toBe(asks === '' ? undefined : asks);
  });

  it('logs in by email', async () => {
    const app = await openApp();
    const login = await begin(app, how, 'email');
    expect(await login.methodSwitch.isVisible()).toBe(false);
    await login.submit(login.email, EMAIL);
    await login.submit(login.code, await codeFor(EMAIL));
    expect(await claims(app)).toMatchObject({ name: EMAIL, email: EMAIL, email_verified: 'true' });
  });

  it('logs in by email after the switch', async () => {
    const app = await openApp();
    const login = await begin(app, how, 'sms,email');
    await login.phone.waitFor();
    await login.methodSwitch.click();
    await login.submit(login.email, EMAIL);
    await login.submit(login.code, await codeFor(EMAIL));
    expect(await claims(app)).toMatchObject({ name: EMAIL });
  });

  it('logs in on a static page, whatever it asks for', async () => {
    const fixed = builtPage('fixed');
    Object.assign(tenant.data.applications.get('sample-app-fixed') ?? {}, { custom_login_page: fixed });
    const app = await openApp();
    const login = await begin(app, how, 'sms', true);
    // This page has email first, and ignores that the app has asked for SMS alone.
    await login.submit(login.email, EMAIL);
    await login.submit(login.code, await codeFor(EMAIL));
    expect(await claims(app)).toMatchObject({ name: EMAIL, aud: 'sample-app-fixed' });
  });

  it('explains why connection: sms is refused', async () => {
    const app = await openApp();
    await app.page.locator(`[data-wrong=${how}]`).click();
    await app.page.locator('#error').waitFor();
    expect(await app.page.locator('#error').textContent()).toBe(
      'invalid_request: no phone_number or no verification_code provided',
    );
    expect(await app.page.locator('#why').textContent()).toContain("allowedConnections: ['sms']");
    expect(tenant.sent('/login')).toEqual([]);
  });

  describe('with a link', () => {
    beforeAll(() => tenant.setPage(builtPage('link')));
    afterAll(() => tenant.setPage(builtPage()));

    it.each(['email', 'sms,email'])('logs in, allowedConnections "%s"', async (asks) => {
      const app = await openApp();
      const login = await begin(app, how, asks);
      if (asks !== 'email') await login.methodSwitch.click();
      await login.submit(login.email, EMAIL);
      const { link } = tenant.outbox.latest(EMAIL) ?? (await tenant.outbox.next(EMAIL));
      // A popup must hear of it itself; after a redirect, the link opens in a tab of its own.
      const opened = how === 'popup' ? login : await app.inNewTab();
      await opened.page.goto(link ?? '').catch(() => undefined);
      expect(await claims(how === 'popup' ? app : opened)).toMatchObject({ name: EMAIL });
    });
  });
});

describe('the sample app', () => {
  it('remembers who is logged in, and logs out', async () => {
    const app = await openApp();
    const login = await begin(app, 'redirect', 'sms');
    await login.submit(login.phone, '412345678');
    await login.submit(login.code, await codeFor(PHONE));
    await claims(app);
    expect(app.page.url()).toBe(`${tenant.origin}/app`);
    await app.page.reload();
    expect(await claims(app)).toMatchObject({ name: PHONE });
    await app.page.getByRole('button', { name: 'Log out' }).click();
    await app.page.locator('[data-ready]').waitFor();
    expect(await app.page.locator('#claims').count()).toBe(0);
    expect(tenant.sent('/v2/logout')).toHaveLength(1);
    const again = await begin(app, 'redirect', 'sms');
    await again.phone.waitFor();
  });

  it('says that a popup was closed', async () => {
    const app = await openApp();
    const login = await begin(app, 'popup', 'sms');
    await login.page.close();
    await app.page.getByText('The popup was closed before the login was done.').waitFor();
  });

  it('shows the code to write', async () => {
    const app = await openApp();
    await app.page.locator('[name=asks][value="sms,email"]').check();
    await app.page.locator('[name=how][value=popup]').check();
    const text = await app.page.locator('#snippet').textContent();
    expect(text).toContain("allowedConnections: ['sms', 'email'],");
    expect(text).toContain('await auth0.loginWithPopup();');
  });
});
