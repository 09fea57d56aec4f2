import type { Route } from 'playwright-core';
import { describe, expect, it, type TestContext } from 'vitest';
import { words } from '../../src/pipeline/words/words.ts';
import type { Fault } from '../../src/tenant/http/Fault.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import { covers } from '../support/quality/covers.ts';
import { arrive, codeFor, LOCK_URL, lockFile, tenant, visit, WIDE } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

// Everything that the page calls, failing in every way, once: whoever tries again then gets through.

const { accepted, error, failure, failureTitle } = words.en;
/** Ten seconds, and what a busy machine adds. */
const PATIENCE = { timeout: 15_000 };
const PHONE = '+61412345678';

type Answer = NonNullable<Fault['answer']>;
const html = { type: 'text/html', body: '<!doctype html><title>Oops</title>' };
const WAYS: Readonly<Record<string, { answer?: Answer; delay?: number }>> = {
  '404': { answer: { status: 404, ...html } },
  '500': { answer: { status: 500, ...html } },
  '429': { answer: { status: 429, ...html } },
  malformed: { answer: { status: 200, type: 'application/json', body: '{"Auth0.setClient(' } },
  reset: { answer: 'reset' },
  hang: { answer: 'hang' },
  slow: { delay: 3_000 },
};
/** What Lock says over its form when a request of the visitor's fails so. */
const SAID: Readonly<Record<string, string>> = {
  '404': error.server,
  '500': error.server,
  '429': error.tooManyRequests,
  malformed: error.fallback,
  reset: error.fallback,
  hang: error.fallback,
};

/** All ways at once, a visitor each, since some take ten seconds. */
async function inEveryWay(
  context: TestContext,
  path: string,
  scenario: Scenario,
  play: (visitor: Visitor, way: string) => Promise<void>,
): Promise<void> {
  const wrong: string[] = [];
  await Promise.all(
    Object.entries(WAYS).map(async ([way, fault]) => {
      const visitor = await arrive({ viewport: WIDE });
      // A browser asks again by itself when a connection is reset that it has used before: one that it has
      // just made is what is meant.
      const isReset = fault.answer === 'reset';
      if (isReset) await visitor.page.route(pattern(path), (it) => it.abort('connectionreset'), { times: 1 });
      const faults = isReset ? [] : [{ path, times: 1, ...fault }];
      // Not to its end: a script that hangs keeps a page from that.
      await visitor.page.goto(tenant.address({ ...scenario, faults }), { waitUntil: 'commit' });
      await play(visitor, way).catch((problem) => wrong.push(`${way}: ${problem} at ${visitor.page.url()}`));
    }),
  );
  expect(wrong).toEqual([]);
  covers(
    context,
    'Faults',
    `\`${path}\`: ${Object.keys(WAYS).join(', ')}`,
    'the visitor is told, or does not notice; what was typed stays; the next try gets through',
  );
}

const pattern = (path: string) => (url: URL) =>
  new RegExp(`^${path.replace('*', '[^/]*')}$`).test(url.pathname);

const sms = { request: { allowedConnections: 'sms' } };
let numbers = 412_000_000;

/** Asks for a code, and waits for what comes of it. */
async function askForCode(visitor: Visitor): Promise<string> {
  const number = String(++numbers);
  await visitor.ready();
  await visitor.submit(visitor.phone, number);
  return number;
}

async function logIn(visitor: Visitor): Promise<void> {
  const number = await askForCode(visitor);
  await visitor.code.waitFor(PATIENCE);
  await visitor.submit(visitor.code, await codeFor(`+61${number}`));
  await visitor.page.waitForURL('**/tenant/done?code=*', PATIENCE);
}

/** Reads what the failure screen says to the console, and presses its button. Runs in the browser. */
function tryAgainOnceTold(): void {
  const timer = setInterval(() => {
    const screen = document.getElementById('failure');
    if (screen === null || screen.hidden) return;
    clearInterval(timer);
    console.warn(screen.innerText);
    document.getElementById('try-again')?.click();
  }, 100);
}

describe('a request that fails', { timeout: 90_000 }, () => {
  it('for the client settings: says so, and the next try gets through', async (context) => {
    await inEveryWay(context, '/client/*', sms, async (visitor, way) => {
      await visitor.page.locator('[data-state=ready], [data-failure=unreachable]').waitFor(PATIENCE);
      if (way !== 'slow') {
        expect(await visitor.page.getByRole('alert').innerText()).toContain(failure.unreachable);
        await visitor.page.getByRole('button', { name: 'Try again' }).click();
      }
      await visitor.phone.waitFor(PATIENCE);
      await logIn(visitor);
    });
  });

  it.for([
    ['whether a captcha is asked for', '/passwordless/challenge'],
    ['for the country', '/user/geoloc/country'],
  ] as const)('%s: keeps nobody from the form', async ([_what, path], context) => {
    await inEveryWay(context, path, { ...sms, html: builtPage('open') }, async (visitor) => {
      await visitor.phone.waitFor(PATIENCE);
      expect(await visitor.page.getByRole('alert').isVisible()).toBe(false);
      await logIn(visitor);
    });
  });

  it('for the last login, which only social connections ask for: keeps nobody from the form', async (context) => {
    const scenario = { connections: ['google-oauth2'], html: builtPage('open') };
    await inEveryWay(context, '/user/ssodata', scenario, async (visitor) => {
      await visitor.page.locator('[data-provider=google-oauth2]').waitFor(PATIENCE);
      expect(await visitor.page.getByRole('alert').isVisible()).toBe(false);
    });
    expect(tenant.sent('/user/ssodata').length).toBeGreaterThan(0);
  });

  it('for a code: says so, keeps the number, and the next try gets through', async (context) => {
    await inEveryWay(context, '/passwordless/start', sms, async (visitor, way) => {
      const number = await askForCode(visitor);
      if (way !== 'slow') {
        await visitor.message.waitFor(PATIENCE);
        expect(await visitor.message.textContent()).toContain(SAID[way]);
        expect(await visitor.phone.inputValue()).toBe(number);
        await visitor.submitButton.click();
      }
      await visitor.code.waitFor(PATIENCE);
      await visitor.submit(visitor.code, await codeFor(`+61${number}`));
      await visitor.page.waitForURL('**/tenant/done?code=*', PATIENCE);
    });
  });

  it('to verify a code: says so, keeps the code, and the next try gets through', async (context) => {
    await inEveryWay(context, '/passwordless/verify', sms, async (visitor, way) => {
      const number = await askForCode(visitor);
      await visitor.code.waitFor(PATIENCE);
      const code = await codeFor(`+61${number}`);
      await visitor.submit(visitor.code, code);
      if (way !== 'slow') {
        await visitor.message.waitFor(PATIENCE);
        expect(await visitor.message.textContent()).toContain(SAID[way]);
        expect(await visitor.code.inputValue()).toBe(code);
        await visitor.submitButton.click();
      }
      await visitor.page.waitForURL('**/tenant/done?code=*', PATIENCE);
    });
  });

  it('to get back to the application: is told by the browser or by us, and a new code gets through', async (context) => {
    await inEveryWay(context, '/passwordless/verify_redirect', sms, async (visitor, way) => {
      const { page } = visitor;
      const number = await askForCode(visitor);
      await visitor.code.waitFor(PATIENCE);
      const login = page.url();
      if (way === 'hang') await page.evaluate(tryAgainOnceTold);
      await visitor.submit(visitor.code, await codeFor(`+61${number}`));
      if (way === 'slow') return page.waitForURL('**/tenant/done?code=*', PATIENCE);
      if (way === 'hang') {
        // Playwright talks to no page that is on its way to another: the rest happens in there.
        const told = `${accepted.title}\n\n${failure.slow} ${accepted.note}`;
        await expect.poll(() => visitor.complaints.join(), PATIENCE).toContain(told);
        // The tenant had the code after all: its own page says that this login is over.
        return page
          .getByText('couldn’t find your session')
          .or(page.getByText("couldn't find your session"))
          .waitFor();
      } else {
        // Auth0's own answer, or the browser's own words when there is none.
        await expect.poll(() => page.url(), PATIENCE).not.toBe(login);
        // A browser tries again by itself where it got no answer at all.
        if (way === 'reset') return expect.poll(() => page.url(), PATIENCE).toContain('/tenant/done?code=');
        // Playwright goes back from no page that is not there yet.
        await page.waitForLoadState();
        await page.goBack();
      }
      await logIn(visitor);
    });
  });
});

describe('a code that is refused', () => {
  const body = (code: string, description: string) => ({ error: code, error_description: description });
  it.each(['inline', 'cdn'])('says what each answer means, with Lock %s', async (delivery) => {
    const visitor = await visit({ ...sms, ...(delivery === 'cdn' && { html: builtPage('cdn') }) });
    const { page } = visitor;
    const json = (status: number, code: string, description: string) => ({
      status,
      contentType: 'application/json',
      body: JSON.stringify(body(code, description)),
    });
    const twilio = (code: number) => json(400, 'sms_provider_error', `Refused (Code: ${code})`);
    const other = (status: number, text = '<!doctype html><title>Proxy</title>') => ({
      status,
      contentType: 'text/html',
      body: text,
    });
    type Row = [answer: Parameters<Route['fulfill']>[0], said: string, atVerify?: string];
    const rows: Row[] = [
      [json(400, 'bad.connection', 'Public signup is disabled'), error.noAccount],
      [json(400, 'bad.connection', 'Connection does not exist'), error.unavailable],
      [json(400, 'invalid_request', 'the connection was disabled'), error.unavailable],
      [json(401, 'unauthorized', 'user is blocked'), error.blocked],
      [json(401, 'unauthorized', 'Members only'), error.denied],
      [json(403, 'access_denied', 'Members only'), error.denied],
      [json(400, 'bad.phone_number', 'Expected type string'), error.badPhone],
      [twilio(21211), error.badPhone],
      [twilio(21614), error.notMobile],
      [twilio(21610), error.unsubscribed],
      [twilio(21408), error.region],
      [twilio(60203), error.tooManyRequests],
      [twilio(20003), error.notSent],
      [json(429, 'too_many_requests', 'Global limit has been reached'), error.tooManyRequests],
      [json(429, 'too_many_attempts', 'Blocked'), error.tooManyRequests, error.tooManyTries],
      [json(500, 'extensibility_error', 'x is undefined'), error.server],
      [json(400, 'teapot', 'I am one'), error.unknown],
      [other(403), error.fallback],
      [other(401, ''), error.fallback],
      [other(429), error.tooManyRequests],
      [other(503), error.server],
      [other(200), error.fallback],
    ];
    const wrong: string[] = [];
    const tell = async (path: string, [answer, at, atVerify = at]: Row) => {
      const said = path.endsWith('verify') ? atVerify : at;
      await page.route(`**${path}`, (it) => it.fulfill(answer), { times: 1 });
      await Promise.all([page.waitForResponse(`**${path}`), visitor.submitButton.click()]);
      const told = visitor.message.filter({ hasText: said });
      await told.waitFor({ timeout: 3_000 }).catch(async () => {
        const instead = (await visitor.message.allTextContents()).join();
        wrong.push(`${path}: ${JSON.stringify(answer)} says ${instead}, not ${said}`);
        await page.unrouteAll();
      });
    };
    await visitor.phone.pressSequentially('412345678');
    for (const row of rows) await tell('/passwordless/start', row);
    await visitor.submitButton.click();
    await visitor.code.pressSequentially('123456');
    const wrongCode: Row[] = [
      [json(403, 'invalid_user_password', 'Wrong phone number or verification code.'), error.wrongCode],
      [json(401, 'invalid_user_password', 'Wrong code'), error.wrongCode],
      [json(403, 'access_denied', 'Public signup is disabled'), error.noAccount],
    ];
    for (const row of [...wrongCode, ...rows]) await tell('/passwordless/verify', row);
    expect(await visitor.code.inputValue()).toBe('123456');
    expect(wrong).toEqual([]);
  });

  it('is not sent at all where there is no account and sign-ups are off', async () => {
    const visitor = await visit({ ...sms, signUp: false });
    await visitor.phone.pressSequentially('499999999');
    await visitor.submitButton.click();
    await visitor.message.filter({ hasText: error.noAccount }).waitFor();
    expect(tenant.outbox.latest('+61499999999')).toBeUndefined();
  });

  it('says so in the page’s language, and when the code has expired or is used up', async () => {
    const visitor = await visit({
      request: { allowedConnections: 'sms', ui_locales: 'ar' },
      html: builtPage('cut'),
    });
    await visitor.submit(visitor.phone, '412345678');
    const code = await codeFor(PHONE);
    tenant.clock.advance(181_000);
    await visitor.submit(visitor.code, code);
    await visitor.message.waitFor();
    expect(await visitor.message.textContent()).toContain(words.ar.error.wrongCode);
  });

  it('says so in the words of the team, where it has some', async () => {
    const html = builtPage().replace(
      '"lockOptions":{',
      '"lockOptions":{"languageDictionary":{"error":{"passwordless":{"invalid_user_password":"Nope."}}}',
    );
    const visitor = await visit({ ...sms, html });
    await visitor.submit(visitor.phone, '412345678');
    await visitor.submit(visitor.code, '999999');
    await visitor.message.waitFor();
    expect(await visitor.message.textContent()).toContain('Nope.');
  });
});

describe('a visitor', () => {
  it('who is offline for a while is told, and goes on', async () => {
    const visitor = await visit(sms);
    const { page } = visitor;
    const offline = (is: boolean) => page.context().setOffline(is);
    await offline(true);
    await visitor.submit(visitor.phone, '412345678');
    await visitor.message.waitFor();
    expect(await visitor.message.textContent()).toContain(error.fallback);
    expect(await visitor.phone.inputValue()).toBe('412345678');
    await offline(false);
    await visitor.submitButton.click();
    await visitor.code.waitFor();
    await offline(true);
    await visitor.submit(visitor.code, await codeFor(PHONE));
    await visitor.message.waitFor();
    expect(await visitor.message.textContent()).toContain(error.fallback);
    await offline(false);
    await visitor.submitButton.click();
    await page.waitForURL('**/tenant/done?code=*');
  });

  it('who is offline before the form is there is told, and goes on', async () => {
    const visitor = await arrive();
    await visitor.page.route('**/client/*', async (route) => {
      await visitor.page.context().setOffline(true);
      await route.abort('internetdisconnected');
    });
    await visitor.open(tenant.address(sms));
    expect(await visitor.page.getByRole('alert').innerText()).toContain(failure.unreachable);
    await visitor.page.unrouteAll();
    await visitor.page.context().setOffline(false);
    await visitor.page.getByRole('button', { name: 'Try again' }).click();
    await logIn(visitor);
  });

  it('who comes back from the application can log in again', async () => {
    const visitor = await visit(sms);
    await logIn(visitor);
    await visitor.page.goBack();
    await visitor.page.locator('body').waitFor();
    // The transaction is over: Auth0 says so, or begins a new one; never a button that turns for ever.
    const form = visitor.page.locator('[data-state=ready]');
    await form.or(visitor.page.getByText(/invalid state|went wrong|expired/i).first()).waitFor();
  });

  it('for whom the browser has kept the page gets a fresh one', async () => {
    const visitor = await visit(sms);
    await visitor.submit(visitor.phone, '412345678');
    await visitor.code.waitFor();
    await visitor.page.evaluate(() => {
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    });
    await visitor.phone.waitFor();
    await logIn(visitor);
  });

  it('who reloads while a code is awaited asks for another one, which works', async () => {
    const visitor = await visit(sms);
    await visitor.submit(visitor.phone, '412345678');
    const first = await codeFor(PHONE);
    await visitor.page.reload();
    await visitor.submit(visitor.phone, '412345678');
    await visitor.code.waitFor();
    const second = await codeFor(PHONE);
    expect(second).not.toBe(first);
    await visitor.submit(visitor.code, second);
    await visitor.page.waitForURL('**/tenant/done?code=*');
  });

  it('with a second tab logs in there, and is told in the first that its code is gone', async () => {
    const first = await visit(sms);
    await first.submit(first.phone, '412345678');
    const old = await codeFor(PHONE);
    const second = await first.inNewTab();
    await second.open(tenant.address(sms));
    await second.submit(second.phone, '412345678');
    await second.code.waitFor();
    await second.submit(second.code, await codeFor(PHONE));
    await second.page.waitForURL('**/tenant/done?code=*');
    await first.submit(first.code, old);
    await first.message.waitFor();
    expect(await first.message.textContent()).toContain(error.wrongCode);
  });

  it('who comes back after an hour is told to start again', async () => {
    const visitor = await arrive();
    await visitor.page.clock.install();
    await visitor.page.goto(tenant.address({ request: { allowedConnections: 'sms,email' } }));
    await visitor.ready();
    await visitor.page.clock.fastForward('01:00:01');
    await visitor.page.locator('[data-failure=expired]').waitFor();
    expect(await visitor.page.getByRole('alert').innerText()).toContain(failure.expired);
    // Lock's own fades.
    await expect.poll(() => visitor.page.getByRole('button').allInnerTexts()).toEqual([]);
    expect(await visitor.page.getByRole('link', { name: 'Get help' }).first().isVisible()).toBe(true);
  });

  it('whose browser lets no page store anything logs in', async () => {
    const visitor = await arrive();
    await visitor.page.addInitScript(() => {
      const refuse = () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      };
      for (const storage of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, storage, { get: refuse });
      }
    });
    await visitor.page.goto(tenant.address(sms));
    await logIn(visitor);
  });

  it('who blocks scripts from elsewhere is told where Lock comes from there', async () => {
    const visitor = await arrive({}, { [LOCK_URL]: 'abort' });
    await visitor.open(tenant.address({ html: builtPage('cdn') }));
    expect(await visitor.page.getByRole('alert').innerText()).toContain(failure.lock_missing);
  });

  it('who blocks a captcha’s script still gets an answer', async () => {
    const challenge = { required: true, provider: 'recaptcha_v2', siteKey: 'key' };
    const visitor = await arrive();
    await visitor.page.goto(
      tenant.address({
        ...sms,
        faults: [{ path: '/passwordless/challenge', answer: { status: 200, body: challenge } }],
      }),
    );
    await visitor.ready();
    await visitor.submit(visitor.phone, '412345678');
    await visitor.message.or(visitor.code).waitFor(PATIENCE);
    // The captcha is all that was asked elsewhere.
    expect(new Set(visitor.strayed.map((url) => new URL(url).hostname))).toEqual(
      new Set(['www.recaptcha.net']),
    );
  });

  it('of a page with Lock from the CDN is told when a code cannot be sent', async () => {
    const visitor = await arrive({}, { [LOCK_URL]: lockFile });
    const faults: Fault[] = [{ path: '/passwordless/start', answer: 'hang', times: 1 }];
    await visitor.open(tenant.address({ ...sms, html: builtPage('cdn'), faults }));
    await visitor.submit(visitor.phone, '412345678');
    await visitor.message.waitFor(PATIENCE);
    expect(await visitor.message.textContent()).toContain(error.fallback);
    await visitor.submitButton.click();
    await visitor.code.waitFor();
  });
});

describe('a navigation', () => {
  const social = {
    html: builtPage('open'),
    connections: ['google-oauth2', 'sms', 'email'],
    hosted: { connection: 'sms,email,google-oauth2' },
  };
  const google = ({ page }: Visitor) => page.locator('[data-provider=google-oauth2]:visible');
  const noContent = { status: 204 };

  /** Somebody whose clock a test can move. */
  async function visitWithClock(scenario: Scenario): Promise<Visitor> {
    const visitor = await arrive({ viewport: WIDE });
    await visitor.page.clock.install();
    await visitor.open(tenant.address(scenario));
    return visitor;
  }

  it.each([
    ['', () => undefined],
    // As Safari on iOS.
    [
      ', without beforeunload',
      () => window.addEventListener('beforeunload', (event) => event.stopImmediatePropagation()),
    ],
  ])('to a social provider that hangs is told%s', async (_browser, prepare) => {
    const visitor = await arrive({ viewport: WIDE });
    await visitor.page.addInitScript(prepare);
    await visitor.open(tenant.address(social));
    tenant.faults.set({ path: '/authorize', answer: 'hang' });
    await google(visitor).click({ noWaitAfter: true });
    // Playwright talks to no page that is on its way to another, but hears its console.
    await expect.poll(() => visitor.complaints.join(), PATIENCE).toContain('Login page: slow.');
  });

  it('to a social provider that leads nowhere is not, to whom goes another way', async () => {
    const visitor = await visitWithClock(social);
    const { page } = visitor;
    tenant.faults.set({ path: '/authorize', answer: noContent });
    const answered = page.waitForResponse('**/authorize?*');
    await google(visitor).click();
    await answered;
    await visitor.methodSwitch.click();
    await visitor.email.fill('zoe@example.com');
    await page.clock.fastForward(10_000);
    expect(await page.locator('#login').getAttribute('data-state')).toBe('ready');
    expect(await visitor.email.inputValue()).toBe('zoe@example.com');
  });

  it.each(['/nothing', 'mailto:help@example.com'])(
    'that Lock did not begin leaves the form: %s',
    async (to) => {
      const visitor = await visitWithClock(sms);
      const { page } = visitor;
      tenant.faults.set({ path: '/nothing', answer: noContent });
      await visitor.submit(visitor.phone, '412345678');
      await visitor.code.fill('12');
      await page.evaluate((address) => {
        const isLeft = new Promise((resolve) => window.addEventListener('beforeunload', resolve));
        window.location.assign(address);
        return isLeft.then(() => undefined);
      }, to);
      await page.clock.fastForward(10_000);
      expect(await page.locator('#login').getAttribute('data-state')).toBe('ready');
      expect(await visitor.code.inputValue()).toBe('12');
    },
  );

  it.each([
    ['to an app of the device', 302, { location: 'com.acme.app://callback' }],
    ['nowhere', 204, {}],
  ] as const)('%s after a right code does not say that one can’t log in', async (_to, status, headers) => {
    const visitor = await visitWithClock(sms);
    const { page } = visitor;
    await page.route('**/passwordless/verify_redirect?*', (it) => it.fulfill({ status, headers }));
    await visitor.submit(visitor.phone, '412345678');
    const left = page.waitForRequest('**/passwordless/verify_redirect?*');
    await visitor.submit(visitor.code, await codeFor(PHONE));
    await left;
    await page.clock.fastForward(10_000);
    await page.locator('[data-failure=slow]').waitFor();
    const said = await page.getByRole('alert').innerText();
    expect(said).toContain(accepted.title);
    expect(said).not.toContain(failureTitle);
  });
});
