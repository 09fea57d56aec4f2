import { describe, expect, it } from 'vitest';
import { contrast, type Rgb, WHITE } from '../../src/page/contrast.ts';
import { words } from '../../src/pipeline/words/words.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import { codeFor, lastState, NARROW, tenant, visit, WIDE } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

// Nobody touches a mouse here. Focus is waited for, never set: where it goes is what is tested.

/** For what comes after an animation, on a machine that has other things to do. */
const PATIENT = { timeout: 15_000 };

const SOCIAL = { connections: ['google-oauth2', 'sms', 'email'] };

/**
 * What has the focus, by its name, its id or its class; `null` as long as nobody can type there: with React,
 * Lock's code field has the focus for a moment before it is hidden, to slide in.
 */
const focused = ({ page }: Visitor) =>
  page.evaluate(() => {
    const { activeElement: it } = document;
    if (it === null || getComputedStyle(it).visibility === 'hidden') return null;
    return it.getAttribute('name') || it.id || it.className || null;
  });

const focusOn = (it: Visitor, what: string) => expect.poll(() => focused(it), PATIENT).toContain(what);

async function press(it: Visitor, ...keys: string[]): Promise<void> {
  for (const key of keys) await it.page.keyboard.press(key);
}

/** Presses Tab, or Shift+Tab, until something has the focus. */
async function tabTo(it: Visitor, what: string, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 12; presses++) {
    await it.page.keyboard.press(key);
    if ((await focused(it))?.includes(what)) return;
  }
  throw new Error(`${key} does not lead to ${what}; the last one was ${await focused(it)}.`);
}

/** Types into what has the focus, in place of what is there. */
async function type(it: Visitor, text: string): Promise<void> {
  await it.page.keyboard.press('ControlOrMeta+A');
  await it.page.keyboard.type(text);
}

const renderers = [
  ['Preact', 'cut'],
  ['React', 'cut-react'],
] as const;

describe.each(renderers)('by keyboard alone, with %s', (_name, variant) => {
  const open = (scenario: Scenario, viewport = WIDE) =>
    visit({ html: builtPage(variant), ...scenario }, viewport);

  it('a country is chosen, a wrong code is entered, then the right one', async () => {
    const it = await open({ hosted: { connection: 'sms' } });
    await focusOn(it, 'phoneNumber');
    await press(it, 'Shift+Tab');
    await focusOn(it, 'location');
    await press(it, 'Enter');
    await focusOn(it, 'search');
    await it.page.keyboard.type('norw');
    const search = it.page.getByRole('combobox', { name: 'Search for a country' });
    await expect.poll(() => search.getAttribute('aria-activedescendant'), PATIENT).not.toBe('');
    expect(await it.page.getByRole('option', { selected: true }).textContent()).toBe('+47 NO Norway');
    await press(it, 'Enter');
    await focusOn(it, 'phoneNumber');
    await it.page.keyboard.type('40612345');
    await press(it, 'Enter');
    await focusOn(it, 'vcode');
    await type(it, '000000');
    await press(it, 'Enter');
    await it.message.waitFor();
    await focusOn(it, 'vcode');
    await expect.poll(() => it.code.isEnabled(), PATIENT).toBe(true);
    await type(it, await codeFor('+4740612345'));
    await press(it, 'Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('the list of countries is left without a choice', async () => {
    const it = await open({ hosted: { connection: 'sms' } });
    await focusOn(it, 'phoneNumber');
    await press(it, 'Shift+Tab', 'ArrowDown');
    await focusOn(it, 'search');
    // What the list lies over is out of reach.
    await press(it, 'Shift+Tab');
    await focusOn(it, 'back-button');
    await press(it, 'Space');
    await focusOn(it, 'location');
    await press(it, 'Enter');
    await focusOn(it, 'search');
    await press(it, 'Escape');
    await focusOn(it, 'location');
    await press(it, 'Tab');
    await focusOn(it, 'phoneNumber');
  });

  it('the other method is taken, a code left, and asked for again', async () => {
    const it = await open({ hosted: { connection: 'sms,email' } });
    await focusOn(it, 'phoneNumber');
    await tabTo(it, 'method-switch');
    await press(it, 'Enter');
    await focusOn(it, 'email');
    await it.page.keyboard.type('zoe@example.com');
    await press(it, 'Enter');
    await focusOn(it, 'vcode');
    await tabTo(it, 'back-button', 'Shift+Tab');
    await press(it, 'Space');
    await focusOn(it, 'email');
    await tabTo(it, 'submit');
    await press(it, 'Space');
    await focusOn(it, 'vcode');
    await tabTo(it, 'alternative-link');
    await press(it, 'Enter');
    await focusOn(it, 'email');
    await press(it, 'Enter');
    await focusOn(it, 'vcode');
    await expect.poll(() => tenant.outbox.messages.length).toBe(3);
    await it.page.keyboard.type(await codeFor('zoe@example.com'));
    await press(it, 'Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('a captcha is solved, another one first', async () => {
    const it = await open({ hosted: { connection: 'sms' }, captcha: true });
    await focusOn(it, 'phoneNumber');
    await it.page.keyboard.type('412345678');
    const image = it.page.getByRole('img', { name: 'Enter the code shown above' });
    const before = await image.getAttribute('style');
    await tabTo(it, 'captcha-refresh');
    await press(it, 'Enter');
    await expect.poll(() => image.getAttribute('style'), PATIENT).not.toBe(before);
    await tabTo(it, 'captcha');
    await it.page.keyboard.type(tenant.captchas.text(lastState()) ?? '');
    await press(it, 'Enter');
    await focusOn(it, 'vcode');
  });

  it.each(['Enter', 'Space'])('a social connection is taken by %s', async (key) => {
    const it = await open({ hosted: { connection: 'sms,google-oauth2' }, ...SOCIAL });
    await focusOn(it, 'phoneNumber');
    await tabTo(it, 'social-button', 'Shift+Tab');
    await press(it, key);
    await it.page.waitForURL('**/tenant/social?*');
  });

  it('what is refused after a press of the button has the focus again', async () => {
    tenant.faults.set({ path: '/passwordless/start', times: 1, answer: { status: 400 } });
    const it = await open({ hosted: { connection: 'sms' } });
    await focusOn(it, 'phoneNumber');
    await it.page.keyboard.type('412345678');
    await tabTo(it, 'submit');
    await press(it, 'Space');
    await it.message.waitFor();
    await focusOn(it, 'phoneNumber');
    await tabTo(it, 'submit');
    await press(it, 'Space');
    await focusOn(it, 'vcode');
    await it.page.keyboard.type('000000');
    await tabTo(it, 'submit');
    await press(it, 'Space');
    await it.message.waitFor();
    await focusOn(it, 'vcode');
  });

  it('on a phone, the focus follows a button that was pressed', async () => {
    const it = await open({ hosted: { connection: 'sms' } }, NARROW);
    await it.phone.waitFor();
    // Nothing brings up the phone's keyboard before somebody has asked for it.
    expect(await focused(it)).toBeNull();
    await tabTo(it, 'phoneNumber');
    await it.page.keyboard.type('412345678');
    await tabTo(it, 'submit');
    await press(it, 'Enter');
    await focusOn(it, 'vcode');
  });
});

describe('by keyboard alone', () => {
  it('a link is sent again, and another address given', async () => {
    const it = await visit({ html: builtPage('link'), hosted: { connection: 'email' } });
    await focusOn(it, 'email');
    await it.page.keyboard.type('zoe@example.com');
    await press(it, 'Enter');
    await it.page.locator('p:focus').getByText('We sent you a link').waitFor();
    await press(it, 'Tab');
    await focusOn(it, 'resend-link');
    await press(it, 'Enter');
    await it.page.locator('.auth0-lock-sent-label').waitFor();
    await tabTo(it, 'back-button', 'Shift+Tab');
    await press(it, 'Enter');
    await focusOn(it, 'email');
  });

  it('a failure is read, and tried again', async () => {
    tenant.faults.set({ path: '/client/*', answer: { status: 500 } });
    const it = await visit();
    await focusOn(it, 'failure');
    tenant.faults.clear();
    await press(it, 'Tab');
    await focusOn(it, 'try-again');
    await press(it, 'Enter');
    await focusOn(it, 'phoneNumber');
  });
});

describe('the focus is seen', () => {
  /** The ring around what has the focus, and what it stands on; `null` where there is no ring. */
  const ring = ({ page }: Visitor) =>
    page.evaluate(() => {
      const { activeElement } = document;
      const ringed = activeElement?.closest('.auth0-lock-input-wrap') ?? activeElement;
      if (!(ringed instanceof HTMLElement) || ringed === document.body) return null;
      const style = getComputedStyle(ringed);
      const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
      const isSeen = (colour: string) => numbers(colour)[3] !== 0;
      // A ring within is on the element itself, one around it on what is behind.
      let behind = parseFloat(style.outlineOffset) < 0 ? ringed : ringed.parentElement;
      while (behind !== null && !isSeen(getComputedStyle(behind).backgroundColor))
        behind = behind.parentElement;
      return {
        what: ringed.className || ringed.id || ringed.textContent,
        style: style.outlineStyle,
        width: parseFloat(style.outlineWidth),
        colour: numbers(style.outlineColor).slice(0, 3),
        behind: behind === null ? [255, 255, 255] : numbers(getComputedStyle(behind).backgroundColor),
      };
    });

  it.each([
    ['the colours of the page', {}],
    ['colours of the visitor’s own', { forcedColors: 'active' }],
  ] as const)('on everything that Tab leads to, in %s', async (_name, media) => {
    const it = await visit({
      html: builtPage('cut'),
      hosted: { connection: 'sms,email,google-oauth2' },
      ...SOCIAL,
    });
    await it.page.emulateMedia(media);
    await focusOn(it, 'phoneNumber');
    const seen: string[] = [];
    for (let presses = 0; presses < 7; presses++) {
      await press(it, 'Tab');
      const found = await ring(it);
      if (found === null) continue;
      seen.push(found.what ?? '');
      expect(found, found.what ?? '').toMatchObject({ style: 'solid' });
      expect(found.width).toBeGreaterThanOrEqual(2);
      const behind = found.behind.slice(0, 3) as unknown as Rgb;
      // The ring has a light edge of its own outside of the card.
      const ratio = Math.max(
        contrast(found.colour as unknown as Rgb, behind),
        'forcedColors' in media ? 0 : contrast(found.colour as unknown as Rgb, WHITE),
      );
      expect(ratio, `${found.what}: ${found.colour} on ${behind}`).toBeGreaterThanOrEqual(3);
    }
    expect(new Set(seen).size).toBeGreaterThanOrEqual(4);
  });
});

describe('where consent is required', () => {
  const page = builtPage('consent');

  it.each([
    ['by SMS', 'sms', 'phoneNumber', '412345678', '+61412345678'],
    ['by email', 'email', 'email', 'zoe@example.com', 'zoe@example.com'],
  ])(
    'nothing is sent before the box is ticked, then someone logs in %s',
    async (_how, connection, field, text, to) => {
      const it = await visit({ html: page, hosted: { connection } });
      const box = it.page.getByRole('checkbox', { name: words.en.consent.label });
      await focusOn(it, field);
      await it.page.keyboard.type(text);
      await press(it, 'Enter');
      expect(tenant.outbox.latest(to)).toBeUndefined();
      await expect.poll(() => it.submitButton.isDisabled()).toBe(true);
      // What the button is, and why it waits.
      expect(await it.submitButton.ariaSnapshot()).toContain('button');
      expect(await it.submitButton.getAttribute('title')).toBe(words.en.consent.missing);
      expect(await box.getAttribute('aria-required')).toBe('true');
      // Enter has led to the box, with the words at it.
      await expect.poll(() => box.evaluate((el) => el === document.activeElement)).toBe(true);
      expect(await box.evaluate((el) => (el as HTMLInputElement).validationMessage)).toBe(
        words.en.consent.missing,
      );
      await press(it, 'Space');
      expect(await box.isChecked()).toBe(true);
      await expect.poll(() => it.submitButton.getAttribute('title')).toBeNull();
      await it.page.locator(`input[name=${field}]`).focus();
      await press(it, 'Enter');
      await focusOn(it, 'vcode');
      await it.page.keyboard.type(await codeFor(to));
      await press(it, 'Enter');
      await it.page.waitForURL('**/tenant/done?code=*');
    },
  );

  it('a social connection says what is missing, and works once the box is ticked', async () => {
    const it = await visit({ html: page, ...SOCIAL, hosted: { connection: 'sms,google-oauth2' } });
    const google = it.page.getByRole('button', { name: 'Continue with Google', disabled: true });
    expect(await google.getAttribute('title')).toBe(words.en.consent.missing);
    const login = it.page.url();
    await tabTo(it, 'auth0-lock-social-button');
    await press(it, 'Enter');
    const box = it.page.getByRole('checkbox');
    await expect.poll(() => box.evaluate((el) => el === document.activeElement)).toBe(true);
    expect(await box.evaluate((el) => (el as HTMLInputElement).validationMessage)).toBe(
      words.en.consent.missing,
    );
    expect(it.page.url()).toBe(login);
    await press(it, 'Space');
    await it.page.getByRole('button', { name: 'Continue with Google', disabled: false }).click();
    await it.page.waitForURL((url) => url.pathname !== '/login');
  });

  it('the box is said in the page’s language', async () => {
    const it = await visit({ html: page, request: { ui_locales: 'ar', allowedConnections: 'sms' } });
    await it.page.getByRole('checkbox', { name: words.ar.consent.label }).waitFor();
  });
});
