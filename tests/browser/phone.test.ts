import { describe, expect, it } from 'vitest';
import { page as builtPage } from '../support/page.ts';
import { codeFor, NARROW, tenant, visit } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

const countryOf = (it: Visitor) => it.page.locator('input[name=location]:visible').inputValue();
const hintOf = (it: Visitor) => it.page.locator('.auth0-lock-error-msg:visible');
const sentTo = () => tenant.sent('/passwordless/start').map(({ body }) => body?.['phone_number']);
const pages = [
  ['inline, Preact', 'numbers'],
  ['inline, React, nothing cut', 'react'],
  ['from the CDN', 'cdn'],
] as const;

async function atPhone(variant: string, hosted: object = {}): Promise<Visitor> {
  const it = await visit({ html: builtPage(variant), hosted: { connection: 'sms', ...hosted } }, NARROW);
  await it.phone.waitFor();
  // The country that Auth0 has guessed is there.
  await expect.poll(() => countryOf(it)).toMatch(/^\+61 /);
  return it;
}

async function type(it: Visitor, text: string): Promise<void> {
  await it.phone.fill('');
  await it.phone.pressSequentially(text);
}

/** As people write them, with Australia selected. */
const WRITTEN = [
  ['0412 345 678', '+61412345678'],
  ['+44 7400 123456', '+447400123456'],
  ['0011 1 (415) 555-0132', '+14155550132'],
  ['0061412345678', '+61412345678'],
  ['+39 (0)347 123 4567', '+393471234567'],
  ['+54 9 11 2345-6789', '+5491123456789'],
] as const;

describe.each(pages)('a phone number, %s', (_name, variant) => {
  it('is read as it is written, key by key, and can be corrected', async () => {
    const it = await atPhone(variant);
    for (const [written, number] of WRITTEN) {
      await type(it, written);
      await it.submitButton.click();
      await it.code.waitFor();
      expect(sentTo().at(-1)).toBe(number);
      await it.page.locator('.auth0-lock-back-button:visible').click();
      await it.phone.waitFor();
      if (variant !== 'cdn') expect(await it.phone.inputValue()).toBe(written);
    }
    expect(sentTo()).toHaveLength(WRITTEN.length);
  });

  it('that cannot be one is told before anything is sent', async () => {
    const it = await atPhone(variant);
    await type(it, '+44 7400');
    await it.submitButton.click();
    const words =
      variant === 'cdn'
        ? await it.phone.evaluate((field: HTMLInputElement) => field.validationMessage)
        : await hintOf(it).textContent();
    expect(words).toMatch(/too short \(United Kingdom\).*07400 123456/);
    expect(sentTo()).toEqual([]);
  });
});

describe('the page', () => {
  it('shows the country that a number is of, and the one that was chosen when it is of that', async () => {
    const it = await atPhone('numbers');
    await type(it, '+44');
    expect(await countryOf(it)).toBe('+44 United Kingdom');
    await type(it, '+1 876');
    expect(await countryOf(it)).toBe('+1 Jamaica');
    await type(it, '0412 345 678');
    expect(await countryOf(it)).toBe('+61 Australia');
  });

  it('reads what was typed once more when another country is chosen', async () => {
    const it = await atPhone('numbers');
    await type(it, '07400 123456');
    await chooseCountry(it, 'UK');
    await it.submitButton.click();
    await it.code.waitFor();
    expect(sentTo()).toEqual(['+447400123456']);
  });

  it('reads a number under the country in view', async () => {
    const it = await atPhone('numbers');
    await type(it, '+44 7400');
    await it.submitButton.click();
    await hintOf(it).waitFor();
    await type(it, '07400 123456');
    expect(await countryOf(it)).toBe('+44 United Kingdom');
    await it.submitButton.click();
    await it.code.waitFor();
    expect(sentTo()).toEqual(['+447400123456']);
  });

  it('takes a chosen country rather than the calling code that was typed', async () => {
    const it = await atPhone('numbers');
    await type(it, '+44 21 123 4567');
    await chooseCountry(it, 'New Zealand');
    expect(await it.phone.inputValue()).toBe('211234567');
    expect(await countryOf(it)).toBe('+64 New Zealand');
  });

  it('shows the number as one writes it, and logs in once it is corrected', async () => {
    const it = await atPhone('numbers');
    await type(it, '0412345678');
    await it.submitButton.click();
    await it.page.locator('.auth0-lock-form p', { hasText: '+61 412 345 678' }).waitFor();
    await it.page.locator('.auth0-lock-back-button:visible').click();
    await it.phone.press('End');
    await it.phone.press('Backspace');
    await it.phone.pressSequentially('9');
    await it.submitButton.click();
    await it.submit(it.code, await codeFor('+61412345679'));
    await it.page.waitForURL('**/tenant/done?code=*');
    expect(sentTo()).toEqual(['+61412345678', '+61412345679']);
  });

  it('finds a country by any of its names', async () => {
    const it = await atPhone('numbers');
    await it.page.locator('input[name=location]:visible').click();
    const search = it.page.locator('input[name=search]');
    for (const [text, label] of [
      ['uk', '+44 GB United Kingdom'],
      ['USA', '+1 US United States'],
      ['UAE', '+971 AE United Arab Emirates'],
      ['xk', '+383 XK Kosovo'],
      ['Deutschland', '+49 DE Germany'],
      ['suisse', '+41 CH Switzerland'],
      ['ελλάδα', '+30 GR Greece'],
      ['+263', '+263 ZW Zimbabwe'],
      ['cote d', '+225 CI Côte d’Ivoire'],
    ] as const) {
      await search.fill('');
      await search.pressSequentially(text);
      const first = it.page.locator('.auth0-lock-list-code li').first();
      await expect.poll(() => first.textContent()).toBe(label);
    }
  });

  it('begins the search with the letters that are typed on the country', async () => {
    const it = await atPhone('numbers');
    await it.page.locator('input[name=location]:visible').focus();
    await it.page.keyboard.type('ukraine');
    const search = it.page.locator('input[name=search]');
    await expect.poll(() => search.inputValue()).toBe('ukraine');
    await it.page.keyboard.press('Enter');
    await it.phone.waitFor();
    expect(await countryOf(it)).toBe('+380 Ukraine');
  });

  it('names countries in its language, in the order of that', async () => {
    const it = await visit({
      html: builtPage('languages'),
      hosted: { connection: 'sms', dict: 'de' },
    });
    await it.page.locator('input[name=location]:visible').click();
    const names = await it.page.locator('.auth0-lock-list-code li').allTextContents();
    expect(names.length).toBeGreaterThan(245);
    expect(names.slice(0, 3)).toEqual(['+93 AF Afghanistan', '+20 EG Ägypten', '+358 AX Ålandinseln']);
  });

  it('offers the countries of the settings alone, in their order', async () => {
    const it = await atPhone('countries');
    await it.page.locator('input[name=location]:visible').click();
    const list = it.page.locator('.auth0-lock-list-code li');
    expect(await list.allTextContents()).toEqual(['+64 NZ New Zealand', '+61 AU Australia']);
    await list.first().click();
    await it.phone.waitFor();
    await type(it, '+44 7400 123456');
    await it.submitButton.click();
    expect(await hintOf(it).textContent()).toMatch(/this country can’t be used here \(United Kingdom\)/);
    await type(it, '+61 412 345 678');
    await it.submitButton.click();
    await it.code.waitFor();
    expect(sentTo()).toEqual(['+61412345678']);
  });

  it.each([
    ['+44 7400 123456', '7400 123456', '+447400123456'],
    [' 447400123456', '7400 123456', '+447400123456'],
    ['0412 345 678', '412 345 678', '+61412345678'],
    ['tel:+1-415-555-0132', '415 555 0132', '+14155550132'],
  ])('fills in the login hint %j', async (hint, text, number) => {
    const it = await atHint(hint);
    expect(await it.phone.inputValue()).toBe(text);
    await it.submitButton.click();
    await it.code.waitFor();
    expect(sentTo()).toEqual([number]);
  });
});

describe('a phone number, from the CDN', () => {
  it.each(['+383 43 201 234', '+247 40123', '+54 11 2345-6789', '+881 6 1234 5678'])(
    '%s, which Lock cannot write, is sent to no one else',
    async (written) => {
      const it = await atPhone('cdn');
      await type(it, written);
      await it.submitButton.click();
      const words = () => it.phone.evaluate((field: HTMLInputElement) => field.validationMessage);
      await expect.poll(words).toMatch(/can’t be used here|not valid/);
      expect(sentTo()).toEqual([]);
    },
  );

  it('shows the very country, of several with one calling code', async () => {
    const it = await atPhone('cdn');
    await type(it, '+44 7400 123456');
    await it.submitButton.click();
    await it.code.waitFor();
    await it.page.locator('.auth0-lock-back-button:visible').click();
    await it.phone.waitFor();
    expect(await countryOf(it)).toBe('+44 United Kingdom');
  });
});

async function atHint(hint: string): Promise<Visitor> {
  const it = await visit({
    html: builtPage('numbers'),
    hosted: { connection: 'sms', internalOptions: { login_hint: hint } },
  });
  await it.phone.waitFor();
  return it;
}

async function chooseCountry(it: Visitor, search: string): Promise<void> {
  await it.page.locator('input[name=location]:visible').click();
  await it.page.locator('input[name=search]').pressSequentially(search);
  await it.page.locator('.auth0-lock-list-code li').first().click();
  await it.phone.waitFor();
}
