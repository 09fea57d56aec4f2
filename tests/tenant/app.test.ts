import { build } from 'esbuild';
import { exportJWK, generateKeyPair } from 'jose';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import { DevPages } from '../../src/tenant/DevPages.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { page as builtPage } from '../support/page.ts';
import { root } from '../support/paths.ts';
import { Visitor } from '../support/Visitor.ts';

// The tenant's own pages in a browser. Whole logins of the sample app are in tests/browser/sampleApp.test.ts.

const PHONE = '+61412345678';
const visitors: Visitor[] = [];
let pages: DevPages;
let tenant: Tenant;
let browser: Browser;

beforeAll(async () => {
  browser = await launch();
  // What the scenario of the static application asks for is what this variant was built with.
  pages = new DevPages(
    async ({ connections }) => (connections?.choose === 'fixed' ? builtPage('fixed') : builtPage()),
    () => undefined,
  );
  tenant = await startTenant({ pages });
  pages.serve(tenant);
});
beforeEach(() => {
  tenant.reset();
  pages.built(builtPage(), performance.now());
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) await visitor.leave();
});
afterAll(async () => {
  await browser.close();
  await tenant.close();
});

async function arrive(options: BrowserContextOptions = {}): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, options);
  visitors.push(visitor);
  return visitor;
}

async function openApp(query = '', prepare?: (visitor: Visitor) => Promise<unknown>): Promise<Visitor> {
  const visitor = await arrive();
  await prepare?.(visitor);
  await visitor.page.goto(`${tenant.origin}/app${query}`);
  await visitor.page.locator('[data-ready]').waitFor();
  return visitor;
}

const logInButton = ({ page }: Visitor) => page.getByRole('button', { name: 'Log in', exact: true });

async function enterPhone(login: Visitor): Promise<void> {
  await login.ready();
  await login.submit(login.phone, '412345678');
  const { code } = tenant.outbox.latest(PHONE) ?? (await tenant.outbox.next(PHONE));
  await login.submit(login.code, code);
}

function send(over: { to?: string; text?: string; code?: string; ago?: number; link?: string } = {}) {
  const { ago = 0, ...message } = over;
  return tenant.outbox.send({
    channel: 'sms',
    connection: 'sms',
    to: PHONE,
    sentAt: tenant.clock.now() - ago,
    clientId: 'sample-app',
    application: 'Sample app',
    text: 'Your verification code is: 123456',
    code: '123456',
    link: null,
    ...message,
  });
}

describe('the sample app', () => {
  it('shows no claims of a token whose signature is not the tenant’s', async () => {
    const forged = await exportJWK((await generateKeyPair('RS256', { extractable: true })).publicKey);
    const app = await openApp();
    await app.page.route('**/.well-known/jwks.json', async (route) => {
      const { keys } = (await (await route.fetch()).json()) as { keys: object[] };
      // The right name, and another key.
      await route.fulfill({ json: { keys: [{ ...keys[0], ...forged }] } });
    });
    await logInButton(app).click();
    await enterPhone(app);
    await app.page.getByRole('heading', { name: 'Signature not verified' }).waitFor();
    expect(await app.page.locator('#error').textContent()).toContain('ERR_JWS_SIGNATURE_VERIFICATION_FAILED');
    expect(await app.page.locator('#claims').count()).toBe(0);
    expect(await app.page.locator('#result').textContent()).not.toContain(PHONE);
  });

  it('says that the popup was blocked', async () => {
    const app = await openApp('', (it) => it.page.addInitScript('window.open = () => null'));
    await app.page.getByLabel('in a popup').check();
    await logInButton(app).click();
    await app.page.getByText('The browser has blocked the popup').waitFor();
    expect(tenant.sent('/authorize')).toEqual([]);
  });

  it('says that a callback works once, and does not try it again', async () => {
    const app = await openApp('?code=old&state=old');
    expect(await app.page.locator('#error').textContent()).toBe('missing_transaction: Invalid state');
    expect(await app.page.locator('#why').textContent()).toContain('a callback works once');
    expect(app.page.url()).toBe(`${tenant.origin}/app`);
    await app.page.reload();
    await app.page.locator('[data-ready]').waitFor();
    expect(await app.page.locator('#result').textContent()).toBe('');
  });

  it('says what login_required means', async () => {
    const app = await openApp();
    await logInButton(app).click();
    await app.ready();
    const state = tenant.sent('/authorize')[0]?.query['state'] ?? '';
    const answer = new URLSearchParams({
      error: 'login_required',
      error_description: 'Login required',
      state,
    });
    await app.page.goto(`${tenant.origin}/app?${answer}`);
    await app.page.getByText('the application did not want to ask').waitFor();
    expect(await app.page.locator('#error').textContent()).toBe('login_required: Login required');
  });

  it('has a static application, and remembers what was chosen', async () => {
    const app = await openApp();
    await app.page.getByLabel("choose: 'fixed'").check();
    await app.page.getByLabel("['sms']", { exact: true }).check();
    await logInButton(app).click();
    await app.ready();
    expect(tenant.sent('/authorize')[0]?.query).toMatchObject({
      client_id: 'sample-app-fixed',
      allowedConnections: 'sms',
    });
    // The page was built to offer email first, and does.
    expect(await app.email.isVisible()).toBe(true);
    await app.page.goto(`${tenant.origin}/app`);
    await app.page.locator('[data-ready]').waitFor();
    expect(await app.page.getByLabel("choose: 'fixed'").isChecked()).toBe(true);
    expect(await app.page.getByLabel("['sms']", { exact: true }).isChecked()).toBe(true);
    expect(await app.page.locator('#snippet').textContent()).toContain("clientId: 'sample-app-fixed'");
  });

  it('is used by keyboard alone', async () => {
    const app = await openApp();
    await app.page.getByLabel('by redirect').focus();
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.press('ArrowDown');
    expect(await app.page.locator('#snippet').textContent()).toMatch(/\['sms'\].*loginWithPopup/s);
    const login = await app.inPopup(() => app.page.keyboard.press('Enter'));
    await enterPhone(login);
    await app.page.locator('#claims').waitFor();
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe('result');
    await app.page.keyboard.press('Tab');
    await app.page.keyboard.press('Tab');
    expect(await app.page.evaluate(() => document.activeElement?.id)).toBe('logout');
    await app.page.keyboard.press('Enter');
    await logInButton(app).waitFor();
    expect(tenant.sent('/v2/logout')).toHaveLength(1);
  });

  it('copies the code that it shows, and says so', async () => {
    const app = await openApp();
    await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await app.page.getByRole('button', { name: 'Copy the code' }).click();
    const shown = await app.page.locator('#snippet').textContent();
    await expect.poll(() => app.page.locator('#copied').textContent()).toBe(`Copied ${shown}`);
    expect(await app.page.evaluate(() => navigator.clipboard.readText())).toBe(shown);
  });

  it.each(['redirect', 'popup'])('shows code that logs in, by %s', async (how) => {
    const app = await openApp();
    await app.page.locator(`[name=how][value=${how}]`).check();
    await app.page.getByLabel("['sms', 'email']").check();
    const shown = await app.page.locator('#snippet').textContent();
    const body = await bundled(`const button = document.getElementById('copy');
      ${shown}
      Object.assign(globalThis, { auth0 });`);
    // In place of the sample app's own script.
    await app.page.route('**/tenant/assets/app.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body }),
    );
    await app.page.goto(`${tenant.origin}/app`);
    if (how === 'redirect') await enterPhone(app);
    else await enterPhone(await app.inPopup(() => app.page.locator('#copy').click()));
    const user = () => app.page.evaluate('globalThis.auth0?.getUser()').catch(() => undefined);
    await expect.poll(user, { timeout: 10_000 }).toMatchObject({ name: PHONE });
    expect(tenant.sent('/authorize')[0]?.query['allowedConnections']).toBe('sms,email');
  });
});

describe('the outbox', () => {
  async function openOutbox(query = ''): Promise<Visitor> {
    const visitor = await arrive();
    await visitor.page.goto(`${tenant.origin}/tenant/outbox${query}`);
    await visitor.page.locator('#messages').waitFor();
    await connected();
    return visitor;
  }
  const connected = () => expect.poll(() => tenant.sent('/tenant/events').length).toBeGreaterThan(0);
  const headings = ({ page }: Visitor) => page.locator('#messages h2').allTextContents();

  it('leaves what is there as it is when something is added', async () => {
    send({ to: 'zoe@example.com', link: 'https://localhost/link' });
    const { page } = await openOutbox();
    await page.locator('summary').click();
    await page.getByRole('button', { name: 'Copy' }).focus();
    send();
    await page.getByRole('heading', { name: PHONE }).waitFor();
    expect(await page.locator('#messages h2').allTextContents()).toEqual([
      `SMS to ${PHONE}`,
      'SMS to zoe@example.com',
    ]);
    expect(await page.locator('details').getAttribute('open')).toBe('');
    const focused = await page.evaluate(() => document.activeElement?.getAttribute('data-copy'));
    expect(focused).toBe('https://localhost/link');
    expect(await page.getByRole('status').textContent()).toBe(`New: SMS to ${PHONE}`);
  });

  it('shows an email that runs nothing, loads nothing, and opens links in a tab of their own', async () => {
    const { page } = await openOutbox();
    const other = await startTenant();
    const elsewhere = other.origin;
    const body = `<!DOCTYPE html><html><head><meta http-equiv="refresh" content="0;url=${elsewhere}/refresh">
      <link rel="stylesheet" href="${elsewhere}/style.css"><style>@import "${elsewhere}/import.css"; p { color: rgb(1, 2, 3); background: url(${elsewhere}/b.png); }</style></head>
      <body onload="top.hit = 1"><p>Your code is 123456</p><img src="${elsewhere}/i.png" onerror="parent.hit = 1"><iframe src="${elsewhere}/frame"></iframe>
      <script>parent.hit = 1; document.querySelector('p').textContent = 'changed'</script><svg onload="parent.hit = 1"></svg>
      <form action="${elsewhere}/form"><button>Send</button></form><a href="${tenant.origin}/tenant">Help</a> <a target="_top" href="javascript:parent.hit = 1">Hit</a></body></html>`;
    tenant.outbox.send({
      ...{ channel: 'email', connection: 'email', to: 'zoe@example.com', clientId: 'x', application: 'Acme' },
      ...{ sentAt: Date.now(), text: 'Your code is 123456', html: body, code: '123456', link: null },
    });
    const frame = page.frameLocator('iframe[title="The email"]');
    // Its own style is there: the policy keeps out what comes from elsewhere.
    await expect
      .poll(() => frame.locator('p').evaluate((it) => getComputedStyle(it).color))
      .toBe('rgb(1, 2, 3)');
    await frame.getByRole('link', { name: 'Hit' }).click();
    await frame.getByRole('button', { name: 'Send' }).click();
    await page.waitForTimeout(500);
    expect(await frame.locator('p').textContent()).toBe('Your code is 123456');
    expect(await page.evaluate(() => 'hit' in window)).toBe(false);
    expect(other.requests).toEqual([]);
    expect(page.url()).toBe(`${tenant.origin}/tenant/outbox`);
    const opened = page.context().waitForEvent('page');
    await frame.getByRole('link', { name: 'Help' }).click();
    await (await opened).waitForURL(`${tenant.origin}/tenant`);
    await other.close();
  });

  it('takes what comes while it is open as text', async () => {
    const visitor = await openOutbox();
    const hostile = `"><img src=x onerror="document.title='gone'">`;
    send({ to: hostile, text: hostile, code: hostile });
    await expect.poll(() => headings(visitor)).toEqual([`SMS to ${hostile}`]);
    expect(await visitor.page.locator('img').count()).toBe(0);
    expect(await visitor.page.getByRole('status').textContent()).toBe(`New: SMS to ${hostile}`);
    expect(await visitor.page.title()).toContain('Outbox');
  });

  it('catches up with what was sent while it was cut off', async () => {
    const visitor = await openOutbox();
    // The page itself, and once more when it has connected: whatever comes now is not in those.
    await expect.poll(() => tenant.sent('/tenant/outbox').length).toBe(2);
    await visitor.page.getByText('Nothing yet.').waitFor();
    tenant.events.close();
    send();
    await expect.poll(() => headings(visitor)).toEqual([`SMS to ${PHONE}`]);
    await expect.poll(() => tenant.sent('/tenant/events').length).toBeGreaterThan(1);
  });

  it('stays narrowed to one person', async () => {
    const visitor = await openOutbox(`?to=${encodeURIComponent(PHONE)}`);
    send({ to: 'zoe@example.com' });
    send();
    await expect.poll(() => headings(visitor)).toEqual([`SMS to ${PHONE}`]);
    await visitor.page.getByRole('link', { name: 'Show everything' }).click();
    expect(await headings(visitor)).toEqual([`SMS to ${PHONE}`, 'SMS to zoe@example.com']);
  });

  it('tells how long ago, and when', async () => {
    send({ ago: 26 * 3_600_000 });
    send({ ago: 3.5 * 60_000 });
    send();
    const { page } = await openOutbox();
    await expect
      .poll(() => page.locator('time').allTextContents())
      .toEqual([
        expect.stringMatching(/^just now, .*\d{4}/),
        expect.stringMatching(/^3 minutes ago, .*\d{4}/),
        expect.stringMatching(/^1 day ago, .*\d{4}/),
      ]);
  });

  it('offers to copy again after copying, also twice in a row', async () => {
    send();
    const { page } = await openOutbox();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    const button = page.locator('[data-copy]');
    await button.dblclick();
    await page.getByText('Copied', { exact: true }).waitFor();
    await expect.poll(() => button.textContent(), { timeout: 5_000 }).toBe('Copy');
  });

  it('says when the browser does not allow copying', async () => {
    send();
    const visitor = await openOutbox();
    await visitor.page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    });
    await visitor.page.locator('[data-copy]').click();
    await visitor.page.getByText('The browser does not allow copying').waitFor();
    expect(visitor.complaints).toEqual([]);
  });
});

describe('the tenant’s pages', () => {
  it.each(['/tenant', '/tenant/outbox', '/tenant/done?code=abc&state=x', '/tenant/scenarios/none', '/app'])(
    '%s fits a screen of 320 pixels',
    async (path) => {
      const long = `${'long'.repeat(20)}@example.com`;
      send({ to: long, link: `https://localhost/${'x'.repeat(300)}`, text: 'y'.repeat(300) });
      send({ to: long, code: '1'.repeat(12) });
      const { page } = await arrive({ viewport: { width: 320, height: 640 } });
      await page.goto(`${tenant.origin}${path}`);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const width = () => page.evaluate(() => document.documentElement.scrollWidth);
      expect(await width()).toBe(320);
      if (path !== '/tenant/outbox') return;
      send({ to: `${long}.au` });
      await page.getByRole('heading', { name: `${long}.au` }).waitFor();
      expect(await width()).toBe(320);
    },
  );
});

describe('a login page that reloads', () => {
  const BARE =
    '<!DOCTYPE html><html lang="en"><head><title>One</title></head><body><input autofocus></body></html>';
  const bare = (title: string) => BARE.replace('One', title);

  async function openLogin(visitor: Visitor): Promise<void> {
    await visitor.page.goto(tenant.address());
    await expect.poll(() => tenant.sent('/tenant/loaded').length).toBeGreaterThan(0);
  }

  it('shows a problem under the strictest policy, until it is dismissed or mended', async () => {
    pages.built(BARE, performance.now());
    const visitor = await arrive();
    const { page } = visitor;
    await openLogin(visitor);
    // Only now: Playwright does not see where redirects lead.
    await page.route('**/login?*', async (route) => {
      const response = await route.fetch();
      const policy = "default-src 'none'; script-src 'self'; connect-src 'self'; img-src data:";
      await route.fulfill({
        response,
        headers: { ...response.headers(), 'content-security-policy': policy },
      });
    });
    const served = await page.reload();
    expect(served?.headers()['content-security-policy']).toContain("default-src 'none'");
    await expect.poll(() => tenant.sent('/tenant/loaded').length).toBe(2);
    const address = page.url();
    const alert = page.getByRole('alert');

    pages.failed('login.config.ts:\n  <b>unknown key</b>');
    await alert.waitFor();
    expect(await alert.locator('pre').innerText()).toBe('login.config.ts:\n  <b>unknown key</b>');
    const look = await alert.evaluate((host) => {
      const { position, backgroundColor, top } = getComputedStyle(host);
      return { position, backgroundColor, top };
    });
    expect(look).toEqual({ position: 'fixed', backgroundColor: 'rgb(42, 18, 21)', top: '0px' });
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');

    await alert.getByRole('button', { name: 'Dismiss' }).press('Enter');
    await alert.waitFor({ state: 'detached' });
    pages.failed('another problem');
    await alert.getByText('another problem').waitFor();

    const before = tenant.sent('/tenant/loaded').length;
    pages.built(bare('Two'), performance.now());
    await expect.poll(() => page.title()).toBe('Two');
    expect(await alert.count()).toBe(0);
    expect(page.url()).toBe(address);
    await expect.poll(() => tenant.sent('/tenant/loaded').length).toBe(before + 1);
    expect(tenant.sent('/tenant/loaded').at(-1)?.body).toEqual({ build: pages.build() });
    expect(visitor.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
  });

  it('shows the problem to who comes later, too, and once', async () => {
    pages.built(BARE, performance.now());
    const first = await arrive();
    await openLogin(first);
    pages.failed('a problem');
    await first.page.getByText('a problem').waitFor();
    await first.page.getByRole('button', { name: 'Dismiss' }).click();
    const second = await first.inNewTab();
    await second.page.goto(tenant.address());
    await second.page.getByText('a problem').waitFor();
    await second.page.getByRole('button', { name: 'Dismiss' }).click();
    const third = await first.inNewTab();
    await third.page.goto(tenant.address());
    await third.page.getByText('a problem').waitFor();
    expect(await second.page.getByRole('alert').count()).toBe(0);
    expect(await first.page.getByRole('alert').count()).toBe(0);
  });

  it('has nothing of it in the page', async () => {
    const look = () => ({ globals: Object.keys(window), scripts: document.scripts.length });
    pages.built(BARE, performance.now());
    const visitor = await arrive();
    await openLogin(visitor);
    const reloading = await visitor.page.evaluate(look);
    await visitor.page.route('**/tenant/reload.js*', (route) => route.fulfill({ body: '' }));
    await visitor.page.reload();
    const plain = await visitor.page.evaluate(look);
    expect(reloading).toEqual({ ...plain, scripts: plain.scripts - 1 });
  });

  it('tells that it was loaded only when all of it was', async () => {
    pages.built(BARE.replace('<input autofocus>', '<img src="/slow.png">'), performance.now());
    const { page } = await arrive();
    let answer = () => {};
    const waiting = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/slow.png', async (route) => {
      await waiting;
      await route.fulfill({ body: '' });
    });
    await page.goto(tenant.address(), { waitUntil: 'domcontentloaded' });
    await expect.poll(() => tenant.sent('/tenant/events').length).toBe(1);
    await page.waitForTimeout(200);
    expect(tenant.sent('/tenant/loaded')).toEqual([]);
    answer();
    await expect.poll(() => tenant.sent('/tenant/loaded').length).toBe(1);
  });

  it('does so in more tabs than a browser keeps connections to a host', async () => {
    pages.built(BARE, performance.now());
    const first = await arrive();
    await openLogin(first);
    const others = [];
    for (let tab = 0; tab < 7; tab++) {
      const other = await first.inNewTab();
      await other.page.goto(tenant.address(), { timeout: 10_000 });
      others.push(other);
    }
    expect(tenant.sent('/tenant/events')).toHaveLength(1);
    pages.built(bare('Two'), performance.now());
    for (const { page } of [first, ...others]) await expect.poll(() => page.title()).toBe('Two');
    // The one that has listened for all may leave.
    await first.page.close();
    await others[0]?.page.waitForTimeout(300);
    pages.built(bare('Three'), performance.now());
    for (const { page } of others) await expect.poll(() => page.title()).toBe('Three');
  });
});

async function bundled(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}
