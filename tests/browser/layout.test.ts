import { describe, expect, it } from 'vitest';
import { contrast, type Rgb } from '../../src/page/contrast.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import { arrive, codeFor, NARROW, tenant, visit } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

/** For what comes after an animation, on a machine that has other things to do. */
const PATIENT = { timeout: 15_000 };

/** What 1280 × 1024 becomes at 400 % zoom (WCAG 2.2, 1.4.10). */
const ZOOMED = { width: 320, height: 256 };

const SOCIAL = { connections: ['google-oauth2', 'sms', 'email'] };

/** What WCAG 2.2 wants to be bearable (1.4.12). */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`;

/** Texts that are cut off, targets that are too small, and how much wider than the screen the page is. */
const problems = ({ page }: Visitor) =>
  page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`${root.scrollWidth - root.clientWidth} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('#login *')) {
      const box = element.getBoundingClientRect();
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden'))
        continue;
      const name = element.className || element.id || element.localName;
      const ownText = [...element.childNodes].some((it) => it.nodeType === 3 && it.textContent?.trim());
      const scrolls = element.closest('.auth0-lock-list-code') !== null;
      if (ownText && (box.left < -0.5 || box.right > root.clientWidth + 0.5))
        found.push(`beside the screen: ${name}`);
      const clips = getComputedStyle(element).overflowX !== 'visible';
      if (ownText && clips && element.scrollWidth > element.clientWidth + 1) found.push(`cut off: ${name}`);
      const card = element.closest('.auth0-lock-widget')?.getBoundingClientRect();
      if (ownText && card !== undefined && !scrolls && box.bottom > card.bottom + 0.5)
        found.push(`below the card: ${name}`);
      const isTarget = element.matches('a[href], button, input, [role=button], [role=option]');
      if (isTarget && (box.width < 24 || box.height < 24))
        found.push(`${box.width} × ${box.height}: ${name}`);
    }
    return found;
  });

type State = [what: string, scenario: Scenario, reach: (it: Visitor) => Promise<unknown>];

const states: State[] = [
  ['form', { hosted: { connection: 'sms,email,google-oauth2' }, ...SOCIAL }, (it) => it.phone.waitFor()],
  ['captcha', { hosted: { connection: 'sms' }, captcha: true }, (it) => it.phone.waitFor()],
  [
    'list of countries',
    { hosted: { connection: 'sms' } },
    async (it) => {
      await it.page.locator('input[name=location]:visible').click();
      await it.page.getByRole('option').first().waitFor();
    },
  ],
  [
    'number that is none, and a wrong code',
    { hosted: { connection: 'sms' } },
    async (it) => {
      await it.submit(it.phone, 'abc');
      await it.page.locator('.auth0-lock-error-msg:visible').waitFor();
      expect(await problems(it)).toEqual([]);
      await it.submit(it.phone, '412345678');
      await it.submit(it.code, '000000');
      await it.message.waitFor();
    },
  ],
  ['failure', { connections: [] }, (it) => it.page.getByRole('alert').waitFor()],
];

describe('at 320 pixels, which is 400 % zoom, with text spaced out', () => {
  it.each(states.flatMap((state) => ['en', 'ar'].map((language) => [language, ...state] as const)))(
    'nothing is cut off or too small, in %s: the %s',
    async (ui_locales, _what, scenario, reach) => {
      const it = await visit({ html: builtPage('cut'), request: { ui_locales }, ...scenario }, ZOOMED);
      await reach(it);
      await expect.poll(() => problems(it), PATIENT).toEqual([]);
      await it.page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, SPACED);
      await expect.poll(() => problems(it), PATIENT).toEqual([]);
    },
  );

  it('nothing is cut off where a link was sent to a long address', async () => {
    const it = await visit({ html: builtPage('link'), hosted: { connection: 'email' } }, ZOOMED);
    await it.submit(it.email, `${'zoe.'.repeat(12)}z@example.com`);
    await it.page.locator('.auth0-lock-confirmation').waitFor();
    await expect.poll(() => problems(it), PATIENT).toEqual([]);
  });
});

describe('right to left', () => {
  const box = async (it: Visitor, selector: string) => {
    const found = await it.page.locator(`${selector} >> visible=true`).first().boundingBox();
    if (found === null) throw new Error(`There is no ${selector}.`);
    return { left: found.x, right: found.x + found.width };
  };

  it('icons, arrows and the way back are on the other side', async () => {
    const it = await visit(
      { html: builtPage('cut'), request: { ui_locales: 'ar' }, hosted: { connection: 'sms' } },
      NARROW,
    );
    await it.phone.waitFor();
    const field = await box(it, '.auth0-lock-input-location .auth0-lock-input-wrap');
    const icon = await box(it, '.auth0-lock-input-location .auth0-lock-icon-location');
    const arrow = await box(it, '.auth0-lock-icon-arrow');
    expect(field.right - icon.right).toBeLessThan(20);
    expect(arrow.left - field.left).toBeLessThan(20);
    const styles = (selector: string) =>
      it.page
        .locator(`${selector} >> visible=true`)
        .first()
        .evaluate((element) => {
          const { direction, textAlign, transform } = getComputedStyle(element);
          return { direction, textAlign, transform };
        });
    const MIRRORED = 'matrix(-1, 0, 0, 1, 0, 0)';
    expect((await styles('.auth0-lock-icon-arrow')).transform).toBe(MIRRORED);
    // A number stays as it is, on the side where one begins to read.
    expect(await styles('input[name=phoneNumber]')).toMatchObject({ direction: 'ltr', textAlign: 'right' });
    expect(await styles('input[name=location]')).toMatchObject({ direction: 'ltr', textAlign: 'right' });
    await it.page.locator('input[name=location]:visible').click();
    await it.page.getByRole('option').first().waitFor();
    expect(await styles('.auth0-lock-list-code li')).toMatchObject({ direction: 'ltr', textAlign: 'right' });
    await it.page.keyboard.press('Escape');
    await it.submit(it.phone, '412345678');
    await it.code.waitFor();
    const card = await box(it, '.auth0-lock-widget');
    await expect
      .poll(async () => card.right - (await box(it, '.auth0-lock-back-button')).right, PATIENT)
      .toBe(8);
    expect((await styles('.auth0-lock-back-button svg')).transform).toBe(MIRRORED);
    // Set apart, or its plus would stand behind it.
    expect(await it.page.locator('.auth0-lock-form p').first().textContent()).toContain(
      '\u2068+61 412 345 678\u2069',
    );
  });
});

describe('colours of the dashboard that text cannot be read on', () => {
  it.each([
    ['#ffd400', 'rgb(255, 212, 0)'],
    ['#eb5424', 'rgb(207, 74, 31)'],
    ['hsl(60, 100%, 50%)', 'rgb(255, 255, 0)'],
    ['#0059d6', 'rgb(0, 89, 214)'],
  ])('%s', async (primary, expected) => {
    const it = await visit({ html: builtPage('open'), hosted: { colors: { primary } } });
    const colours = await it.submitButton.evaluate((button) => {
      const { color, backgroundColor } = getComputedStyle(button);
      return { color, backgroundColor };
    });
    expect(colours.backgroundColor).toBe(expected);
    const rgb = (colour: string) => colour.match(/\d+/g)?.map(Number) as unknown as Rgb;
    expect(contrast(rgb(colours.color), rgb(colours.backgroundColor))).toBeGreaterThanOrEqual(4.5);
  });
});

describe('for people whom movement makes sick', () => {
  it('nothing moves for longer than a moment', async () => {
    const it = await arrive({ reducedMotion: 'reduce' });
    await it.page.addInitScript(() => {
      const longest = { ms: 0, what: '' };
      Object.assign(window, { longest });
      const look = () => {
        for (const animation of document.getAnimations()) {
          const { target, getComputedTiming } = animation.effect as KeyframeEffect;
          const within = target?.closest('#lock');
          const ms = Number(getComputedTiming.call(animation.effect).activeDuration);
          if (within && ms > longest.ms) Object.assign(longest, { ms, what: target?.className });
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    tenant.faults.set({ path: '/passwordless/start', delay: 400 });
    await it.open(tenant.address({ hosted: { connection: 'sms' } }));
    await it.submit(it.phone, '412345678');
    await codeFor('+61412345678');
    await it.code.waitFor();
    const longest = await it.page.evaluate(() => (window as unknown as { longest: object }).longest);
    expect(longest).toMatchObject({ ms: expect.toSatisfy((ms: number) => ms <= 1) });
  });

  // Into a field as soon as it has the focus: one that is hidden a moment later loses it again.
  it.each(['cut', 'cut-react'])('each digit that is typed arrives: %s', async (variant) => {
    const it = await arrive({ reducedMotion: 'reduce' });
    const typed = (digits: string) => it.page.keyboard.type(digits, { delay: 40 });
    const arrived = () => tenant.sent('/passwordless/verify').map(({ body }) => body['verification_code']);
    await it.open(tenant.address({ html: builtPage(variant), hosted: { connection: 'sms' } }));
    await it.phone.pressSequentially('412345678');
    await it.page.keyboard.press('Enter');
    await it.page.locator('input[name=vcode]:focus').waitFor();
    await typed('943583\n');
    await expect.poll(arrived, PATIENT).toEqual(['943583']);
    await it.message.waitFor();
    await it.page.locator('input[name=vcode]:focus').waitFor();
    await it.page.keyboard.press('ControlOrMeta+A');
    const code = await codeFor('+61412345678');
    await typed(`${code}\n`);
    await expect.poll(arrived, PATIENT).toEqual(['943583', code]);
    await it.page.waitForURL('**/tenant/done?code=*');
  });
});
