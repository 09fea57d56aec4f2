import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import {
  arrive,
  codeFor,
  LOCK_URL,
  lastState,
  lockFile,
  NARROW,
  tenant,
  visit,
  WIDE,
} from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

/** For what comes after an animation, on a machine that has other things to do. */
const PATIENT = { timeout: 10_000 };

describe('social connections', () => {
  it('send to the provider, with the transaction', async () => {
    const html = builtPage('social');
    const it = await visit({
      html,
      hosted: { connection: 'google-oauth2' },
      connections: ['google-oauth2'],
    });
    await it.page.locator('[data-provider=google-oauth2]').click();
    await it.page.waitForURL('**/tenant/social?*');
    expect(tenant.sent('/authorize').at(-1)?.query).toMatchObject({
      connection: 'google-oauth2',
      state: lastState(),
    });
    // Whoever changes their mind finds the page again.
    await it.page.goBack();
    await it.page.locator('[data-provider=google-oauth2]').click();
    await it.page.waitForURL('**/tenant/social?*');
    await it.page.getByRole('button').click();
    await it.page.waitForURL(/\/tenant\/done\?code=[\w-]{20,}&state=app-state/);
  });
});

describe('the method switch', () => {
  it('is there where the request says nothing and the application has both', async () => {
    const it = await visit({ html: builtPage('open'), connections: ['sms', 'email'] });
    await it.phone.waitFor();
    expect(await it.methodSwitch.textContent()).toBe('Use your email address instead');
  });

  it('is not there for one method', async () => {
    const it = await visit({ hosted: { connection: 'sms' } });
    expect(await it.methodSwitch.isVisible()).toBe(false);
  });

  it('works by keyboard and tells a screen reader', async () => {
    const it = await visit();
    await it.phone.waitFor();
    const focused = () => it.page.evaluate(() => document.activeElement?.getAttribute('name'));
    await expect.poll(focused, PATIENT).toBe('phoneNumber');
    await it.methodSwitch.focus();
    await it.page.keyboard.press('Enter');
    await it.email.waitFor();
    await expect.poll(focused, PATIENT).toBe('email');
    const status = it.page.getByRole('status');
    await expect
      .poll(() => status.textContent(), PATIENT)
      .toBe('You can now log in with your email address.');
    await it.page.keyboard.press('Shift+Tab');
    await it.methodSwitch.focus();
    await it.page.keyboard.press('Space');
    await expect.poll(focused, PATIENT).toBe('phoneNumber');
    await expect.poll(() => status.textContent(), PATIENT).toBe('You can now log in with your phone number.');
  });

  it('makes one request for client settings, and none for a page, on the way there and back', async () => {
    const it = await visit();
    await it.methodSwitch.click();
    await it.email.waitFor();
    await it.methodSwitch.click();
    await it.phone.waitFor();
    expect(tenant.requests.filter(({ path }) => path.startsWith('/client/'))).toHaveLength(1);
    expect(tenant.sent('/login')).toHaveLength(1);
  });
});

describe('focus', () => {
  const focused = (it: Visitor) => () => it.page.evaluate(() => document.activeElement?.getAttribute('name'));

  it('is in the field at first, with social buttons above it too', async () => {
    const html = builtPage('social');
    const hosted = { connection: 'google-oauth2,sms,email' };
    const it = await visit({ html, hosted, connections: ['google-oauth2', 'sms', 'email'] });
    await expect.poll(focused(it), PATIENT).toBe('phoneNumber');
    await it.methodSwitch.click();
    await expect.poll(focused(it), PATIENT).toBe('email');
  });

  it('lets a whole login be done by keyboard, wrong code included', async () => {
    const it = await visit();
    const { keyboard } = it.page;
    await expect.poll(focused(it), PATIENT).toBe('phoneNumber');
    await keyboard.type('412345678');
    await keyboard.press('Enter');
    await expect.poll(focused(it), PATIENT).toBe('vcode');
    await keyboard.type('000000');
    await keyboard.press('Enter');
    await it.message.waitFor();
    await expect.poll(focused(it), PATIENT).toBe('vcode');
    await keyboard.press('Control+A');
    await keyboard.type(await codeFor('+61412345678'));
    await keyboard.press('Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('stays away when the visitor has clicked elsewhere', async () => {
    const it = await visit();
    await expect.poll(focused(it), PATIENT).toBe('phoneNumber');
    await it.page.mouse.click(5, 5);
    await it.page.waitForTimeout(200);
    expect(await it.page.evaluate(() => document.activeElement === document.body)).toBe(true);
  });
});

describe('the page', () => {
  it('paints brand and busy state before any script has run', async () => {
    const visitor = await arrive({ javaScriptEnabled: false });
    await visitor.page.goto(tenant.address());
    const { page } = visitor;
    expect(await page.title()).toBe('Log in to Acme');
    expect(await page.getByRole('heading', { name: 'Log in to Acme' }).isVisible()).toBe(true);
    expect(
      await page.locator('#brand-logo').evaluate((logo: HTMLImageElement) => logo.naturalWidth),
    ).toBeGreaterThan(0);
    expect(await page.locator('.noscript').innerText()).toContain(
      'This page needs JavaScript to log you in.',
    );
    expect(await page.getByRole('link', { name: 'Terms of use' }).getAttribute('href')).toBe(
      'https://example.com/terms',
    );
    expect(await page.getByRole('main').getAttribute('aria-label')).toBe('Log in to Acme');
  });

  it.each([WIDE, NARROW, { width: 320, height: 568 }])('fits its screen: %j', async (viewport) => {
    const it = await visit({}, viewport);
    const overflow = () =>
      it.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(await overflow()).toBe(0);
    await it.methodSwitch.click();
    await it.email.waitFor();
    expect(await overflow()).toBe(0);
  });

  it('takes the dashboard’s colours where the settings leave them open', async () => {
    const colors = { primary: '#123456', page_background: '#fedcba' };
    const it = await visit({ html: builtPage('open'), hosted: { colors } });
    const colour = (element: Element) => getComputedStyle(element).backgroundColor;
    expect(await it.submitButton.evaluate(colour)).toBe('rgb(18, 52, 86)');
    expect(await it.page.locator('html').evaluate(colour)).toBe('rgb(254, 220, 186)');
  });

  it('keeps the settings’ colours', async () => {
    const it = await visit({ hosted: { colors: { primary: '#123456', page_background: '#fedcba' } } });
    const colour = (element: Element) => getComputedStyle(element).backgroundColor;
    expect(await it.submitButton.evaluate(colour)).toBe('rgb(0, 89, 214)');
    expect(await it.page.locator('html').evaluate(colour)).toBe('rgb(244, 246, 251)');
  });

  it('is the same script for every request', async () => {
    const script = async (options: Scenario) =>
      (await visit(options)).page.locator('script:not([src]):not([type])').allTextContents();
    const one = await script({ hosted: { connection: 'email' } });
    expect(one).toHaveLength(2);
    expect(await script({ hosted: { dict: { signin: { title: 'Another' } } } })).toEqual(one);
  });
});

describe('a failure', () => {
  it('is on the screen, with a way on, when the file is opened directly', async () => {
    const it = await visit({ raw: '@@config@@' });
    await it.page.getByRole('alert').waitFor();
    expect(await it.page.getByRole('alert').innerText()).toContain('This page can’t be opened directly.');
    const link = (name: string) => it.page.getByRole('link', { name }).count();
    // Once, beside the button; below it is what else there is.
    expect([await link('Get help'), await link('Privacy policy')]).toEqual([1, 1]);
    expect(await it.page.getByRole('alert').getByRole('link', { name: 'Get help' }).isVisible()).toBe(true);
  });

  it('ends with "Try again" once the fault is gone', async () => {
    const visitor = await arrive();
    tenant.faults.set({ path: '/client/*', answer: { status: 500 } });
    await visitor.open(tenant.address());
    expect(await visitor.page.getByRole('alert').innerText()).toContain('We can’t reach the login service.');
    tenant.faults.clear();
    await visitor.page.getByRole('button', { name: 'Try again' }).click();
    await visitor.phone.waitFor();
    expect(await visitor.page.getByRole('alert').isVisible()).toBe(false);
  });

  it('is said when something hangs, and gives way to a form that comes late', async () => {
    // Lock from the CDN asks by itself, and waits for every answer.
    const visitor = await arrive({}, { [LOCK_URL]: lockFile });
    tenant.faults.set({ path: '/client/*', answer: 'hang' });
    // The page's own question is answered, Lock's is not.
    tenant.faults.set({ path: '/client/*', times: 1 });
    await visitor.open(tenant.address({ html: builtPage('cdn') }));
    expect(await visitor.page.locator('#login').getAttribute('data-failure')).toBe('slow');
    expect(await visitor.page.getByRole('alert').innerText()).toContain('This takes longer than usual.');
    tenant.faults.clear();
    await visitor.phone.waitFor();
    expect(await visitor.page.getByRole('alert').isVisible()).toBe(false);
  });

  it('is none of what Lock could do without', async () => {
    tenant.faults.set({ path: '/passwordless/challenge', answer: 'hang' });
    tenant.faults.set({ path: '/user/geoloc/country', answer: 'hang' });
    const it = await visit();
    await it.phone.waitFor();
    expect(await it.page.getByRole('alert').isVisible()).toBe(false);
  });

  it('of one method leaves the way to the other open', async () => {
    const it = await visit({ html: builtPage('cdn') });
    await it.phone.fill('412345');
    tenant.faults.set({ path: '/client/*', answer: 'hang' });
    await it.methodSwitch.click();
    await it.page.locator('[data-failure=slow]').waitFor();
    expect(await it.page.getByRole('status').textContent()).toBe('');
    expect(await it.methodSwitch.textContent()).toBe('Use your phone number instead');
    await it.methodSwitch.click();
    expect(await it.phone.inputValue()).toBe('412345');
    expect(await it.page.getByRole('alert').isVisible()).toBe(false);
  });

  it('of Lock’s "last time you logged in with" for SMS does not happen', async () => {
    const lastUsedConnection = { name: 'sms', strategy: 'sms' };
    const body = { sso: true, lastUsedConnection, lastUsedUsername: '+61' };
    tenant.faults.set({ path: '/user/ssodata', answer: { status: 200, body } });
    const it = await visit({ hosted: { connection: 'sms' } });
    await it.phone.waitFor();
    expect(tenant.sent('/user/ssodata')).toEqual([]);
  });

  it('is said when the CDN does not answer', async () => {
    const visitor = await arrive({}, { [LOCK_URL]: 'abort' });
    await visitor.open(tenant.address({ html: builtPage('cdn') }));
    expect(await visitor.page.getByRole('alert').innerText()).toContain(
      'The login form could not be loaded.',
    );
  });

  it('is said when Lock on the CDN is not the one of the integrity hash', async () => {
    const visitor = await arrive({}, { [LOCK_URL]: lockFile });
    const html = builtPage('cdn').replace(
      ' crossorigin=',
      ` integrity="sha384-${'a'.repeat(64)}" crossorigin=`,
    );
    await visitor.open(tenant.address({ html }));
    expect(await visitor.page.getByRole('alert').innerText()).toContain(
      'The login form could not be loaded.',
    );
  });
});
