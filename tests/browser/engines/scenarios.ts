import { expect } from 'vitest';
import type { Scenario } from '../../../src/tenant/scenarios/Scenario.ts';
import { EngineVisitor as Visitor } from '../../support/engines/EngineVisitor.ts';
import { page } from '../../support/page.ts';

/** Something that a visitor does on the built page, the same in each engine. */
export interface EngineScenario {
  /** The test's name. */
  name: string;
  /** The page: a variant of the global setup. Default: `engines`, with `defaultCountry: 'AU'`. */
  variant?: string;
  scenario?: Scenario;
  /** Width of the page. Default: 1000. */
  width?: number;
  /** Whether the visitor has asked for less motion. */
  reducedMotion?: true;
  /** Begins in front of a form, or a failure; afterwards the page must have stopped and thrown nothing. */
  run(visitor: Visitor): Promise<void>;
}

const PHONE = '+61412345678';
const SMS = { hosted: { connection: 'sms' } };
const EMAIL = { hosted: { connection: 'email' } };

/** Enters a number and the code that comes for it. */
async function logInBySms(it: Visitor): Promise<void> {
  await it.enter(Visitor.phone, '412345678');
  // The code before it may be there already.
  await it.seen(Visitor.code);
  await it.enter(Visitor.code, await it.codeFor(PHONE));
  await it.loggedIn();
}

const enteredCodes = ({ tenant }: Visitor) =>
  tenant.sent('/passwordless/verify').map(({ body }) => body['verification_code']);

/** As an extension does that fires `change` alone. */
const fillIn = (it: Visitor, selector: string, text: string) =>
  it.tab.evaluate(`(function (field) {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(field, ${JSON.stringify(text)});
    field.dispatchEvent(new Event('change', { bubbles: true }));
  })(document.querySelector(${JSON.stringify(selector)}))`);

/** How many pixels the page is wider than the screen. */
const overflow = (it: Visitor) =>
  it.tab.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** As people write them, with Australia selected. */
const NUMBERS = [
  ['0412 345 678', '+61412345678'],
  ['+44 7400 123456', '+447400123456'],
  ['0061-412-345-678', '+61412345678'],
  ['0011 1 (415) 555-0132', '+14155550132'],
  ['+39 (0)347 123 4567', '+393471234567'],
  ['+54 9 11 2345-6789', '+5491123456789'],
  ['٠٤١٢ ٣٤٥ ٦٧٨', '+61412345678'],
] as const;

/** One line a case: add yours here, and every engine plays it. */
export const SCENARIOS: readonly EngineScenario[] = [
  {
    name: 'a login by SMS, a wrong code first',
    scenario: SMS,
    async run(it) {
      await it.enter(Visitor.phone, '412345678');
      const code = await it.codeFor(PHONE);
      const wrong = code === '000000' ? '111111' : '000000';
      await it.enter(Visitor.code, wrong);
      await it.seen(Visitor.message);
      expect(await it.text(Visitor.message)).toMatch(/code is wrong or has expired/i);
      await it.enter(Visitor.code, code);
      await it.loggedIn();
      expect(enteredCodes(it)).toEqual([wrong, code]);
      expect(it.tenant.sent('/passwordless/start')[0]?.body).toMatchObject({ phone_number: PHONE });
    },
  },
  {
    name: 'a login by email code',
    scenario: EMAIL,
    async run(it) {
      await it.enter(Visitor.email, 'zoe@example.com');
      await it.enter(Visitor.code, await it.codeFor('zoe@example.com'));
      await it.loggedIn();
      expect(it.tenant.sent('/passwordless/start')[0]?.body).toMatchObject({
        email: 'zoe@example.com',
        send: 'code',
      });
    },
  },
  {
    name: 'a login by email link; its tick is on a disc',
    variant: 'link',
    scenario: EMAIL,
    async run(it) {
      await it.enter(Visitor.email, 'zoe@example.com');
      await it.seen('.checkmark');
      await it.until(
        `getComputedStyle(document.querySelector('.checkmark')).backgroundColor === 'rgb(122, 193, 66)'`,
      );
      expect(await it.text('.auth0-lock-confirmation')).toContain('zoe@example.com');
      const { link } = it.tenant.outbox.latest('zoe@example.com') ?? {};
      await it.tab.open(link ?? '');
      await it.loggedIn();
    },
  },
  {
    name: 'phone numbers as people write them, each sent as the number that it is',
    // Told, and the form stays.
    scenario: { ...SMS, faults: [{ path: '/passwordless/start', answer: { status: 429 } }] },
    async run(it) {
      const sent = () => it.tenant.sent('/passwordless/start').map(({ body }) => body['phone_number']);
      for (const [index, [text, number]] of NUMBERS.entries()) {
        await it.enter(Visitor.phone, text);
        await expect.poll(() => sent().length, { timeout: 20_000 }).toBe(index + 1);
        expect(sent().at(-1), text).toBe(number);
      }
      await it.enter(Visitor.phone, '+44 7400');
      await it.seen('.auth0-lock-error-msg');
      expect(await it.text('.auth0-lock-error-msg')).toContain('07400 123456');
      expect(await it.value('input[name=location]')).toBe('+44 United Kingdom');
      expect(sent()).toHaveLength(NUMBERS.length);
    },
  },
  {
    name: 'the other method and back: what was typed is there, and a code is still awaited',
    async run(it) {
      await it.click(Visitor.phone);
      await it.tab.type('412345678');
      await it.click('#method-switch');
      await it.enter(Visitor.email, 'zoe@example.com');
      await it.seen(Visitor.code);
      await it.click('#method-switch');
      await it.seen(Visitor.phone);
      expect(await it.value(Visitor.phone)).toBe('412345678');
      await it.click('#method-switch');
      await it.enter(Visitor.code, await it.codeFor('zoe@example.com'));
      await it.loggedIn();
      expect(it.tenant.sent('/login')).toHaveLength(1);
    },
  },
  {
    name: 'a tenant that does not answer is told, and tried again',
    scenario: { ...SMS, faults: [{ path: '/client/*', answer: { status: 500 }, times: 1 }] },
    async run(it) {
      await it.seen('#failure');
      await it.focused('#failure');
      expect(await it.text('#failure')).toContain('Try again');
      await it.click('#try-again');
      await logInBySms(it);
    },
  },
  {
    name: 'a broken hosted config is told',
    scenario: { raw: 'bm90IEpTT04' },
    async run(it) {
      await it.seen('#failure');
      expect(await it.tab.evaluate(`document.querySelector('#login').dataset.failure`)).toBe('bad_config');
      expect(await it.text('#failure-text')).not.toBe('');
    },
  },
  {
    name: 'the policy stops a script that is not the page’s',
    scenario: SMS,
    async run(it) {
      await it.seen(Visitor.phone);
      expect(await it.complaints()).toEqual([]);
      await it.tab.evaluate(`(function () {
        var script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
      })()`);
      expect(await it.tab.evaluate('window.injected === undefined')).toBe(true);
      expect((await it.complaints()).join()).toMatch(/^policy: script-src/);
    },
  },
  {
    name: 'by keyboard alone: a country is chosen, a wrong code entered, then the right one',
    scenario: SMS,
    async run(it) {
      await it.focused(Visitor.phone);
      await it.press('Shift+Tab');
      await it.focused('input[name=location]');
      await it.press('Enter');
      await it.focused('input[name=search]');
      await it.tab.type('norw');
      await it.until(`document.querySelectorAll('.auth0-lock-list-code li').length === 1`);
      await it.press('Enter');
      await it.focused(Visitor.phone);
      await it.tab.type('40612345');
      await it.press('Enter');
      await it.focused(Visitor.code);
      await it.tab.type('000000');
      await it.press('Enter');
      await it.seen(Visitor.message);
      await it.focused(Visitor.code);
      await it.until(`!document.activeElement.disabled`);
      await it.press('SelectAll');
      await it.tab.type(await it.codeFor('+4740612345'));
      await it.press('Enter');
      await it.loggedIn();
    },
  },
  {
    name: 'by keyboard alone: the other method is taken, a code left and asked for again',
    async run(it) {
      await it.focused(Visitor.phone);
      await it.pressTo('Tab', '#method-switch');
      await it.press('Space');
      await it.focused(Visitor.email);
      await it.tab.type('zoe@example.com');
      await it.press('Enter');
      await it.focused(Visitor.code);
      await it.pressTo('Shift+Tab', '.auth0-lock-back-button');
      await it.press('Space');
      await it.focused(Visitor.email);
      await it.pressTo('Tab', Visitor.submitButton);
      await it.press('Space');
      await it.focused(Visitor.code);
      await it.tab.type(await it.codeFor('zoe@example.com'));
      await it.press('Enter');
      await it.loggedIn();
    },
  },
  {
    name: 'less motion: each digit arrives that is typed as soon as its field has the focus',
    scenario: SMS,
    reducedMotion: true,
    async run(it) {
      expect(await it.tab.evaluate(`matchMedia('(prefers-reduced-motion: reduce)').matches`)).toBe(true);
      await it.focused(Visitor.phone);
      await it.typeSlowly('412345678');
      await it.tab.evaluate(`(function () {
        window.focusLost = false;
        addEventListener('focusout', function (it) { if (it.target.name === 'vcode') window.focusLost = true; });
      })()`);
      await it.press('Enter');
      await it.focused(Visitor.code);
      await it.typeSlowly('943583');
      expect(await it.value(Visitor.code)).toBe('943583');
      // In Firefox it came back before anyone had typed.
      expect(await it.tab.evaluate('window.focusLost')).toBe(false);
      await it.press('Enter');
      await it.seen(Visitor.message);
      await it.focused(Visitor.code);
      await it.until(`!document.activeElement.disabled`);
      await it.press('SelectAll');
      const code = await it.codeFor(PHONE);
      await it.typeSlowly(code);
      await it.press('Enter');
      await it.loggedIn();
      expect(enteredCodes(it)).toEqual(['943583', code]);
    },
  },
  {
    name: 'fields are read that a manager fills in without an input event, the message around the code too',
    scenario: EMAIL,
    async run(it) {
      await it.seen(Visitor.email);
      await fillIn(it, Visitor.email, 'Zoe <zoe@example.com>');
      await it.click(Visitor.submitButton);
      await it.seen(Visitor.code);
      const code = await it.codeFor('zoe@example.com');
      await fillIn(it, Visitor.code, `Your code is ${code}. It expires in 3 minutes.`);
      await it.click(Visitor.submitButton);
      await it.loggedIn();
      expect(enteredCodes(it)).toEqual([code]);
    },
  },
  {
    name: 'no form is sent without a code; another code is sent from its own screen',
    scenario: SMS,
    async run(it) {
      await it.enter(Visitor.phone, '412345678');
      await it.focused(Visitor.code);
      const old = await it.codeFor(PHONE);
      await it.press('Enter');
      await it.seen('.code-missing');
      expect(await it.text('.code-missing')).toBe('Enter the code that we sent you.');
      await it.focused(Visitor.code);
      await it.seen('#send-again:disabled');
      await it.tab.evaluate(`(function (now) { Date.now = function () { return now() + 31000 } })(Date.now)`);
      await it.tab.type('12');
      await it.seen('#send-again:enabled');
      await it.click('#send-again');
      await it.seen('#code-sent');
      await it.focused(Visitor.code);
      expect(await it.value(Visitor.code)).toBe('');
      const code = await it.codeFor(PHONE);
      expect(code).not.toBe(old);
      await it.tab.type(code);
      await it.press('Enter');
      await it.loggedIn();
      expect(enteredCodes(it)).toEqual([code]);
      expect(it.tenant.sent('/login')).toHaveLength(1);
    },
  },
  {
    name: 'who leaves and comes back finds a form that works, though the browser has kept the page',
    scenario: { ...SMS, noStore: false },
    async run(it) {
      await it.enter(Visitor.phone, '412345678');
      await it.seen(Visitor.code);
      await it.tab.open(`${it.tenant.origin}/tenant/outbox`);
      await it.until(`document.querySelector('#login') === null && document.readyState === 'complete'`);
      await it.tab.back();
      if (it.tab.keepsPages) await it.until(`sessionStorage.isKept === 'yes'`);
      await it.seen(Visitor.phone);
      await logInBySms(it);
    },
  },
  {
    name: 'from right to left, numbers stay as they are',
    scenario: { ...SMS, request: { ui_locales: 'ar' } },
    async run(it) {
      await it.seen(Visitor.phone);
      expect(await it.tab.evaluate('document.documentElement.dir')).toBe('rtl');
      const style = `(function (it) { return [it.direction, it.textAlign] })(getComputedStyle(document.querySelector('${Visitor.phone}')))`;
      expect(await it.tab.evaluate(style)).toEqual(['ltr', 'right']);
      const arrow = `getComputedStyle(document.querySelector('.auth0-lock-icon-arrow')).transform`;
      expect(await it.tab.evaluate(arrow)).toBe('matrix(-1, 0, 0, 1, 0, 0)');
      expect(await overflow(it)).toBe(0);
      await it.enter(Visitor.phone, '412345678');
      await it.seen(Visitor.code);
      await it.until(`(function (right) { return right('.auth0-lock-widget') - right('.auth0-lock-back-button') === 8 })(
        function (it) { return document.querySelector(it).getBoundingClientRect().right })`);
      await it.enter(Visitor.code, await it.codeFor(PHONE));
      await it.loggedIn();
    },
  },
  {
    name: '320 pixels are enough',
    width: 320,
    async run(it) {
      expect(await it.tab.evaluate('innerWidth')).toBe(320);
      await it.seen(Visitor.phone);
      expect(await overflow(it)).toBe(0);
      await it.click('#method-switch');
      await it.enter(Visitor.email, `${'long-'.repeat(9)}address@example.com`);
      await it.seen(Visitor.code);
      expect(await overflow(it)).toBe(0);
      await it.click('#method-switch');
      await logInBySms(it);
    },
  },
];

/** The built page of a scenario. */
export const pageOf = ({ variant = 'engines' }: EngineScenario): string => page(variant);
