import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import { arrive, codeFor, LOCK_URL, lastState, lockFile, tenant, WIDE } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

const PATIENT = { timeout: 15_000 };
const NUMBER = '+61412345678';

const starts = () => tenant.sent('/passwordless/start');
const verifies = () => tenant.sent('/passwordless/verify');
const sendAgain = (it: Visitor) => it.page.locator('#send-again');
const status = (it: Visitor) => it.page.getByRole('status');

/** Somebody who has opened a page, with a clock that can be put forward. */
async function visitByClock(
  scenario: Scenario,
  prepare?: (it: Visitor) => Promise<unknown>,
): Promise<Visitor> {
  const it = await arrive({ viewport: WIDE }, { [LOCK_URL]: lockFile });
  await it.page.clock.install();
  await prepare?.(it);
  await it.open(tenant.address(scenario));
  return it;
}

async function toCode(it: Visitor): Promise<string> {
  await it.phone.waitFor();
  await it.phone.pressSequentially('412345678');
  await it.page.keyboard.press('Enter');
  await it.code.waitFor();
  return codeFor(NUMBER);
}

const sms = { hosted: { connection: 'sms' } };

describe.each([
  ['Preact', 'cut'],
  ['React', 'cut-react'],
])('the code screen, with %s', (_name, variant) => {
  const html = builtPage(variant);

  it('does not send a form without a code, and says what is missing', async () => {
    const it = await visitByClock({ ...sms, html });
    const code = await toCode(it);
    const invisible = async () => {
      await it.code.fill(' \u200b\u2060');
      await it.code.press('Enter');
    };
    for (const submit of [() => it.submitButton.click(), () => it.code.press('Enter'), invisible]) {
      await submit();
      const text = 'Enter the code that we sent you.';
      await expect.poll(() => it.code.getAttribute('aria-invalid'), PATIENT).toBe('true');
      const id = await it.code.getAttribute('aria-describedby');
      expect(await it.page.locator(`#${id}`).innerText()).toBe(text);
      await expect.poll(() => status(it).textContent(), PATIENT).toBe(text);
      await expect.poll(() => it.code.evaluate((field) => field === document.activeElement)).toBe(true);
      await it.code.fill('');
      await it.code.pressSequentially(code.slice(0, 1));
      expect(await it.page.locator('.code-missing').count()).toBe(0);
      expect(await it.code.getAttribute('aria-describedby')).toBe(null);
      await it.code.press('Backspace');
    }
    expect(verifies()).toEqual([]);
    await it.code.pressSequentially(code);
    await it.page.keyboard.press('Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('sends another code after a while, in the same transaction', async () => {
    const it = await visitByClock({ ...sms, html });
    const old = await toCode(it);
    const state = lastState();
    await expect.poll(() => sendAgain(it).innerText(), PATIENT).toMatch(/^Send a new code 0:\d\d$/);
    expect(await sendAgain(it).isDisabled()).toBe(true);
    await it.page.clock.fastForward(31_000);
    await expect.poll(() => sendAgain(it).innerText(), PATIENT).toBe('Send a new code');
    await expect.poll(() => status(it).textContent(), PATIENT).toBe('You can ask for a new code now.');
    await it.code.pressSequentially('12');
    // Twice at once: one is sent.
    await sendAgain(it).evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await expect.poll(() => status(it).textContent(), PATIENT).toContain('We have sent you a new code.');
    expect(starts()).toHaveLength(2);
    expect(starts().map(({ body }) => (body['authParams'] as { state: string }).state)).toEqual([
      state,
      state,
    ]);
    await expect.poll(() => it.code.inputValue(), PATIENT).toBe('');
    expect(await it.page.locator('#code-sent').isVisible()).toBe(true);
    expect(await it.page.locator('#code-sent').innerText()).toContain('The earlier one no longer works.');
    await expect
      .poll(() => it.code.evaluate((field) => field === document.activeElement), PATIENT)
      .toBe(true);
    expect(await sendAgain(it).isDisabled()).toBe(true);
    const fresh = await codeFor(NUMBER);
    expect(fresh).not.toBe(old);
    await it.code.pressSequentially(fresh);
    await it.page.keyboard.press('Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('says so only where it was asked for, to someone who has changed the method meanwhile', async () => {
    const it = await visitByClock({ html, request: { allowedConnections: 'sms,email' } });
    await toCode(it);
    await it.methodSwitch.click();
    await it.email.pressSequentially('zoe@example.com');
    await it.page.keyboard.press('Enter');
    await it.code.waitFor();
    await it.page.clock.fastForward(31_000);
    tenant.faults.set({ path: '/passwordless/start', delay: 1_000, times: 1 });
    const answered = it.page.waitForResponse('**/passwordless/start');
    await sendAgain(it).click();
    await it.methodSwitch.click();
    await answered;
    await expect.poll(() => sendAgain(it).isEnabled(), PATIENT).toBe(true);
    expect(await it.page.locator('#code-sent').isVisible()).toBe(false);
    expect(await status(it).textContent()).toBe('You can now log in with your phone number.');
    await it.methodSwitch.click();
    await expect.poll(() => sendAgain(it).innerText(), PATIENT).toMatch(/0:\d\d$/);
  });

  it('says why another code was refused, in the words of the limit', async () => {
    const it = await visitByClock({ ...sms, html });
    await toCode(it);
    tenant.faults.set({
      path: '/passwordless/start',
      answer: { status: 429, body: { error: 'too_many_requests', error_description: 'Too many' } },
    });
    await it.page.clock.fastForward(31_000);
    await sendAgain(it).click();
    await expect
      .poll(() => it.message.textContent(), PATIENT)
      .toContain('Too many attempts. Wait a few minutes');
    expect(await it.code.isVisible()).toBe(true);
    await expect.poll(() => sendAgain(it).innerText(), PATIENT).toMatch(/0:\d\d$/);
    expect(await it.page.locator('#code-sent').isVisible()).toBe(false);
  });

  it('leads back to the captcha where each code costs one', async () => {
    const it = await visitByClock({ ...sms, html, captcha: true });
    const captcha = it.page.locator('input[name=captcha]:visible');
    await captcha.waitFor();
    await captcha.fill(tenant.captchas.text(lastState()) ?? '');
    await toCode(it);
    await it.page.clock.fastForward(31_000);
    await sendAgain(it).click();
    await captcha.waitFor();
    expect(await it.phone.inputValue()).toBe('412345678');
    await expect.poll(() => sendAgain(it).isVisible(), PATIENT).toBe(false);
    await it.page.clock.fastForward(2_000);
    await captcha.fill(tenant.captchas.text(lastState()) ?? '');
    await it.submitButton.click();
    await it.code.waitFor();
    expect(starts()).toHaveLength(2);
  });

  it('offers what helps when no code comes for a minute', async () => {
    const it = await visitByClock({ html });
    await toCode(it);
    const late = it.page.locator('#code-late');
    await it.page.clock.fastForward(31_000);
    await expect.poll(() => sendAgain(it).isEnabled(), PATIENT).toBe(true);
    expect(await late.isVisible()).toBe(false);
    await it.page.clock.fastForward(30_000);
    await late.waitFor();
    expect(await late.innerText()).toContain('Check that the number above is right');
    expect(await it.methodSwitch.innerText()).toBe('Use your email address instead');
    await it.page.getByText('Change the phone number').click();
    await it.phone.waitFor();
    expect(await it.phone.inputValue()).toBe('412345678');
    await expect.poll(() => late.isVisible(), PATIENT).toBe(false);
  });

  it('does not offer it to someone who types', async () => {
    const it = await visitByClock({ ...sms, html });
    await toCode(it);
    await it.code.pressSequentially('1');
    await it.page.clock.fastForward(61_000);
    await expect.poll(() => sendAgain(it).isEnabled(), PATIENT).toBe(true);
    expect(await it.page.locator('#code-late').isVisible()).toBe(false);
  });

  it('has the browser fill the code in from the message, until the screen goes away', async () => {
    const it = await visitByClock({ ...sms, html }, (visitor) =>
      visitor.page.addInitScript(() => {
        const asked: { otp: unknown; isAborted: () => boolean; give: (code: string) => void }[] = [];
        Object.assign(window, { asked, OTPCredential: class {} });
        Object.defineProperty(navigator, 'credentials', {
          value: {
            get: ({ otp, signal }: { otp: unknown; signal: AbortSignal }) =>
              new Promise((resolve) => {
                asked.push({ otp, isAborted: () => signal.aborted, give: (code) => resolve({ code }) });
              }),
          },
        });
      }),
    );
    type Asked = { otp: unknown; isAborted: () => boolean; give: (code: string) => void }[];
    const aborted = () =>
      it.page.evaluate(() =>
        (window as unknown as { asked: Asked }).asked.map(({ isAborted }) => isAborted()),
      );
    expect(await aborted()).toEqual([]);
    await toCode(it);
    await expect.poll(aborted, PATIENT).toEqual([false]);
    await it.page.getByText('Change the phone number').click();
    await it.phone.waitFor();
    await expect.poll(aborted, PATIENT).toEqual([true]);
    await it.phone.press('Enter');
    await it.code.waitFor();
    await expect.poll(aborted, PATIENT).toEqual([true, false]);
    const code = await codeFor(NUMBER);
    await it.page.evaluate((it) => (window as unknown as { asked: Asked }).asked.at(-1)?.give(it), code);
    await expect.poll(() => it.code.inputValue(), PATIENT).toBe(code);
    await it.submitButton.click();
    await it.page.waitForURL('**/tenant/done?code=*');
  });
});

it('Lock from the CDN leads back to the first screen for another code', async () => {
  const it = await visitByClock({ ...sms, html: builtPage('cdn-open') });
  await toCode(it);
  await it.submitButton.click();
  await it.page.locator('.code-missing').waitFor();
  await it.page.clock.fastForward(31_000);
  await sendAgain(it).click();
  await it.phone.waitFor();
  expect(await it.phone.inputValue()).toBe('412345678');
  await it.submitButton.click();
  await it.code.waitFor();
  expect(starts()).toHaveLength(2);
});

it.each([
  ['en', 'cut'],
  ['es', 'cut'],
  ['pt-br', 'cdn-open'],
])('asks for the message in the language of the page: %s', async (language, variant) => {
  const it = await visitByClock({ ...sms, html: builtPage(variant), request: { ui_locales: language } });
  await toCode(it);
  expect(starts().at(-1)?.headers['x-request-language']).toBe(language);
});
