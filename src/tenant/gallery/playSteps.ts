import type { Page } from 'playwright-core';
import type { Step } from '../scenarios/NamedScenario.ts';

/** Who plays: what they type, and where their code comes from. */
export interface Player {
  /** A phone number without its dialling code. */
  phone: string;
  email: string;
  /** The code that was sent last; `null` when none was. */
  code: () => string | null;
}

/** What a login page shows when a step has come to something. */
const AFTER_ASKING =
  'input[name=vcode]:visible, .auth0-global-message:visible, .auth0-lock-sent-label:visible, .auth0-lock-confirmation:visible';
const MESSAGE = '.auth0-global-message:visible';
const SUBMIT = '.auth0-lock-submit:visible';

/** Does on an open login page what a visitor would do, and waits for what comes of it. */
export async function playSteps(page: Page, steps: readonly Step[], player: Player): Promise<void> {
  for (const step of steps) await play(page, step, player);
}

async function play(page: Page, step: Step, { phone, email, code }: Player): Promise<void> {
  switch (step) {
    case 'ask-by-phone':
      return ask(page, 'input[name=phoneNumber]:visible', phone);
    case 'ask-by-email':
      return ask(page, 'input[name=email]:visible', email);
    case 'enter-wrong-code':
      await enter(page, 'input[name=vcode]:visible', wrong(code()));
      await page.locator(MESSAGE).first().waitFor();
      return;
    case 'enter-right-code':
      await enter(page, 'input[name=vcode]:visible', code() ?? '000000');
      await Promise.race([
        page.locator(MESSAGE).first().waitFor(),
        page.waitForURL((url) => url.pathname !== '/login'),
      ]);
      return;
    case 'enter-no-code':
      await page.locator(SUBMIT).click();
      await page.locator('.code-missing').waitFor();
      return;
    case 'send-again':
      await page.locator('#send-again:enabled').click();
      await page.locator(`#code-sent:visible, ${MESSAGE}`).first().waitFor();
      return;
    case 'wait-a-minute':
      await page.clock.install();
      await page.clock.fastForward(61_000);
      await page.locator('#code-late').waitFor();
      return;
    case 'switch-method':
      await page.locator('#method-switch').click();
      await page.locator('[data-state=ready]').waitFor();
      return;
  }
}

async function ask(page: Page, field: string, value: string): Promise<void> {
  const input = page.locator(field);
  // What the page has filled in stays.
  if ((await input.inputValue()) === '') await input.fill(value);
  await page.locator(SUBMIT).click();
  await page.locator(AFTER_ASKING).first().waitFor();
}

async function enter(page: Page, field: string, value: string): Promise<void> {
  await page.locator(field).fill(value);
  await page.locator(SUBMIT).click();
}

/** A code that is none: the right one with its last digit changed. */
function wrong(code: string | null): string {
  if (code === null) return '000000';
  return code.slice(0, -1) + String((Number(code.at(-1)) + 1) % 10);
}
