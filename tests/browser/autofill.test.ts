import { describe, expect, it } from 'vitest';
import { page as builtPage } from '../support/page.ts';
import { codeFor, tenant, visit } from '../support/scene.ts';

/** For what comes after an animation, on a machine that has other things to do. */
const PATIENT = { timeout: 15_000 };

const renderers = [
  ['Preact', 'cut'],
  ['React', 'cut-react'],
] as const;

describe.each(renderers)('with %s', (_name, variant) => {
  it('phones and password managers know what each field is for', async () => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'sms,email' } });
    const attributes = (name: string) =>
      it.page
        .locator(`input[name=${name}]:visible`)
        .evaluate((field: HTMLInputElement) => [field.autocomplete, field.inputMode, field.type]);
    await expect.poll(() => attributes('phoneNumber'), PATIENT).toEqual(['tel', '', 'tel']);
    await it.methodSwitch.click();
    await it.email.waitFor();
    expect(await attributes('email')).toEqual(['email', 'email', 'email']);
    await it.submit(it.email, 'zoe@example.com');
    await it.code.waitFor();
    expect(await attributes('vcode')).toEqual(['one-time-code', 'numeric', 'tel']);
  });

  it('a number and a code are taken as people and phones write them', async () => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'sms' } });
    // As text that comes at once, which is what pasting and autofill do.
    await it.phone.focus();
    await it.page.keyboard.insertText('(412) 345\u00a0678');
    await it.page.keyboard.press('Enter');
    const code = await codeFor('+61412345678');
    expect(tenant.sent('/passwordless/start').at(-1)?.body).toMatchObject({ phone_number: '+61412345678' });
    await it.code.waitFor();
    await it.code.focus();
    await it.page.keyboard.insertText(`${code.slice(0, 3)} ${code.slice(3)}`);
    await it.page.keyboard.press('Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it.each([
    ['hyphens', (code: string) => `${code.slice(0, 2)}-${code.slice(2, 4)}-${code.slice(4)}`],
    ['wide digits', (code: string) => code.replace(/\d/g, (it) => String.fromCharCode(0xff10 + Number(it)))],
    ['Arabic digits', (code: string) => code.replace(/\d/g, (it) => String.fromCharCode(0x660 + Number(it)))],
  ])('a code with %s logs in', async (_what, written) => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'email' } });
    await it.submit(it.email, 'zoe@example.com');
    await it.code.waitFor();
    await it.code.focus();
    await it.page.keyboard.insertText(written(await codeFor('zoe@example.com')));
    await it.page.keyboard.press('Enter');
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('screen readers are told what the screen says', async () => {
    const it = await visit({ html: builtPage(variant), hosted: { connection: 'sms' } });
    const status = it.page.getByRole('status');
    await it.submit(it.phone, '+61 4');
    await expect.poll(() => status.textContent(), PATIENT).toMatch(/too short.*0412 345 678/);
    await it.submit(it.phone, '412345678');
    await expect.poll(() => status.textContent(), PATIENT).toContain('code has been sent to +61 412 345 678');
    await it.submit(it.code, '000000');
    await expect.poll(() => status.textContent(), PATIENT).toContain('This code is wrong or has expired.');
    await it.page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      const region = document.querySelector('[role=status]');
      if (region === null) return;
      new MutationObserver(() => said.push(region.textContent ?? '')).observe(region, { childList: true });
    });
    // The same again is said again.
    await it.submit(it.code, '000001');
    await expect
      .poll(() => it.page.evaluate(() => (window as unknown as { said: string[] }).said.at(-1)), PATIENT)
      .toContain('This code is wrong or has expired.');
  });
});
