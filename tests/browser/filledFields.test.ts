import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { page as builtPage } from '../support/page.ts';
import { codeFor, lastState, tenant, visit } from '../support/scene.ts';

/** What a password manager or a keyboard does with a field. */
interface Way {
  name: string;
  /** What it fires once the value is there. */
  events: readonly string[];
  /** Before that. */
  focuses?: boolean;
  /** By the field's own property, as a script of the page does, and not from an extension's own world. */
  byPage?: boolean;
}

const ways: readonly Way[] = [
  { name: 'input', events: ['input'] },
  { name: 'input by a script of the page', events: ['input'], byPage: true },
  { name: 'input and change', events: ['input', 'change'] },
  { name: 'change alone', events: ['change'] },
  { name: 'change alone, in focus', events: ['change'], focuses: true },
  { name: 'change alone, by a script of the page', events: ['change'], byPage: true },
  { name: 'keys and blur', events: ['keydown', 'keypress', 'keyup', 'blur'], focuses: true },
  { name: 'keyup alone', events: ['keyup'], focuses: true },
  { name: 'the end of a composition', events: ['compositionend'], focuses: true },
  { name: 'nothing at all', events: [] },
  { name: 'nothing, in focus', events: [], focuses: true },
  { name: 'nothing, by a script of the page', events: [], byPage: true },
];

const fill = (field: Locator, text: string, { events, focuses = false, byPage = false }: Omit<Way, 'name'>) =>
  field.evaluate(
    (input: HTMLInputElement, by) => {
      if (by.focuses) input.focus();
      if (by.byPage) input.value = by.text;
      else Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, by.text);
      for (const type of by.events) input.dispatchEvent(new Event(type, { bubbles: type !== 'blur' }));
    },
    { text, events, focuses, byPage },
  );

const refused = {
  path: '/passwordless/start',
  answer: { status: 429, body: { error: 'too_many_requests', error_description: 'Too many' } },
};

describe.each([
  ['Preact', 'cut'],
  ['React', 'cut-react'],
  ['Lock from the CDN', 'cdn-open'],
])('with %s', (_name, variant) => {
  it('an address is taken however it was filled in', async () => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'email' }, faults: [refused] });
    await it.email.waitFor();
    const lost: string[] = [];
    for (const [index, way] of ways.entries()) {
      const address = `zoe${index}@example.com`;
      await fill(it.email, address, way);
      // A manager takes its time, in which Lock may render.
      await it.page.waitForTimeout(50);
      await it.submitButton.click();
      const isSent = () => tenant.sent('/passwordless/start').at(-1)?.body['email'] === address;
      await expect
        .poll(isSent, { timeout: 3_000 })
        .toBe(true)
        .catch(() => lost.push(way.name));
      await expect.poll(() => it.email.isDisabled()).toBe(false);
    }
    expect(lost).toEqual([]);
  }, 60_000);

  it('so are number, captcha and code', async () => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'sms' }, captcha: true });
    const captcha = it.page.locator('input[name=captcha]:visible');
    await captcha.waitFor();
    await fill(it.phone, '412345678', { events: ['change'] });
    await fill(captcha, tenant.captchas.text(lastState()) ?? '', { events: ['change'] });
    await it.submitButton.click();
    await it.code.waitFor();
    await fill(it.code, `Your code is ${await codeFor('+61412345678')}. It expires in 3 minutes.`, {
      events: ['change'],
    });
    await it.submitButton.click();
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('an address is read as it was pasted or typed, once it is finished', async () => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'email' }, faults: [refused] });
    await it.email.waitFor();
    for (const text of [
      'Zoe <zoe@example.com>',
      'ｚｏｅ＠ｅｘａｍｐｌｅ。ｃｏｍ',
      'mailto:zoe@example.com',
      'zoe@exam\u00adple.com.\u200b',
    ]) {
      const before = tenant.sent('/passwordless/start').length;
      await it.email.fill('');
      await it.page.keyboard.insertText(text);
      await it.page.keyboard.press('Enter');
      await expect.poll(() => tenant.sent('/passwordless/start').length).toBe(before + 1);
      expect(tenant.sent('/passwordless/start').at(-1)?.body).toMatchObject({ email: 'zoe@example.com' });
      expect(await it.email.inputValue()).toBe('zoe@example.com');
      await expect.poll(() => it.email.isDisabled()).toBe(false);
    }
    await it.email.fill('');
    // Key by key, and never changed on the way.
    for (const key of 'zoe@example.com.au') {
      await it.page.keyboard.press(key);
      expect('zoe@example.com.au').toContain(await it.email.inputValue());
    }
    expect(await it.email.inputValue()).toBe('zoe@example.com.au');
  });
});
