import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import { launch } from '../../src/chromium/launch.ts';
import type { Dictionary, Method } from '../../src/page/PageData.ts';
import { pageTitle } from '../../src/page/pageTitle.ts';
import { apiBodyBytes } from '../../src/pipeline/apiBodyBytes.ts';
import { dictionary } from '../../src/pipeline/dictionary.ts';
import { gzipSize } from '../../src/pipeline/inspect/gzipSize.ts';
import { wordsOf } from '../../src/pipeline/words/wordsOf.ts';
import { direction, type Language } from '../../src/settings/languages.ts';
import { layer } from '../../src/settings/layer.ts';
import type { PageSettings } from '../../src/settings/PageSettings.ts';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { Visitor } from '../support/Visitor.ts';
import { cdnLock } from './cdnLock.ts';
import { limitPatience } from './limitPatience.ts';
import { PageProblem } from './PageProblem.ts';
import { pages } from './pages.ts';
import { phoneNumber } from './phoneNumber.ts';
import { connectionsOf, expected } from './requests.ts';
import { barriers, sideways, stopped } from './visitorsView.ts';

// Each page in Chromium, as its visitors have it, at a local tenant.

/** WCAG 2.2's narrowest screen (1.4.10), which is a small phone, or 400 % zoom. */
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 800 };
const NAMES = { sms: 'SMS', email: 'email' } as const;

let browser: Browser;
let tenant: Tenant;
let visitor: Visitor | null = null;

beforeAll(async () => {
  [browser, tenant] = await Promise.all([
    launch(),
    startTenant({ limits: { startsPerHour: Number.POSITIVE_INFINITY } }),
  ]);
});
afterEach(async () => {
  await visitor?.leave();
  visitor = null;
});
afterAll(async () => {
  await browser.close();
  await tenant.close();
});

describe.each(pages.map((page) => [page.settings.name, page] as const))(
  '%s',
  (_name, { settings, html, served }) => {
    limitPatience();
    const first = settings.languages[0];
    const enabled = connectionsOf(settings);
    const everything: Scenario = { html: served, connections: enabled };
    const usual = expected(settings, { what: '', hosted: {}, enabled });
    const methods = [usual.method, usual.other].filter((it) => it !== null);

    it('is within its budget', async () => {
      const { gzip, apiBody } = settings.budget;
      const sizes = { gzip: await gzipSize(html), apiBody: apiBodyBytes(html) };
      PageProblem.throwIf(tooBig('gzip', sizes.gzip, gzip), tooBig('apiBody', sizes.apiBody, apiBody));
    });

    for (const method of methods) {
      const withLink = method === 'email' && settings.emailMethod === 'link';
      it(`a login by ${NAMES[method]}, with a ${withLink ? 'link' : 'code'}`, async () => {
        const it = await open(settings, everything, first, WIDE);
        const to = method === 'sms' ? phoneNumber(settings) : 'zoe@example.com';
        await ask(it, method, to, method !== usual.method);
        const message = await sentTo(it, to);
        await it.page.setViewportSize(NARROW);
        const narrow = [await sideways(it.page), await barriers(it.page)];
        await it.page.setViewportSize(WIDE);
        if (message.link === null) {
          await it.code.pressSequentially(message.code);
          await it.submitButton.click();
        } else {
          await it.page.goto(message.link);
        }
        await it.page.waitForURL('**/tenant/done?code=*').catch(async () => {
          throw new PageProblem(
            `The visitor has the right ${message.link === null ? 'code' : 'link'}, and is not logged in. ${await inFront(it)}`,
          );
        });
        PageProblem.throwIf(...narrow, ...complaintsOf(it));
      });
    }

    it.each(settings.languages)('in %s: words, a narrow screen, accessibility', async (language) => {
      const it = await open(settings, everything, language, NARROW);
      PageProblem.throwIf(
        ...(await wrongWords(it, settings, language, usual.method, usual.other)),
        await sideways(it.page),
        await barriers(it.page),
        ...complaintsOf(it),
      );
    });

    it('says so where no connection can be offered', async () => {
      const it = await open(settings, { html: served, connections: [] }, first, NARROW, 'failed');
      const words = wordsOf(settings, first).failure.no_connection;
      const text = await it.page.locator('#failure-text').innerText();
      PageProblem.throwIf(
        text.trim() === words.trim()
          ? null
          : `The failure should say "${words}", and says "${text}". See templates/partials/failure.hbs.`,
        await sideways(it.page),
        await barriers(it.page),
        ...complaintsOf(it),
      );
    });
  },
);

function tooBig(key: keyof PageSettings['budget'], bytes: number, most: number): string | null {
  if (bytes <= most) return null;
  return `The page has ${bytes.toLocaleString('en')} bytes, and budget.${key} allows ${most.toLocaleString('en')}: node build.mjs --explain shows where they are.`;
}

/** Opens the page in a language, and waits until it is what it should be. */
async function open(
  settings: PageSettings,
  scenario: Scenario,
  language: Language,
  viewport: NonNullable<BrowserContextOptions['viewport']>,
  state: 'ready' | 'failed' = 'ready',
): Promise<Visitor> {
  // Without animations, so that what is measured stands still.
  const options: BrowserContextOptions = { viewport, reducedMotion: 'reduce' };
  visitor = await Visitor.arrive(browser, options, cdnLock(settings));
  const { page } = visitor;
  await page.goto(tenant.address({ ...scenario, request: { ui_locales: language } }), {
    waitUntil: 'commit',
  });
  const found = await page.waitForSelector('[data-state=ready], [data-state=failed]').catch(() => null);
  if ((await found?.getAttribute('data-state')) === state) return visitor;
  const what =
    state === 'ready'
      ? 'The visitor gets no form.'
      : 'No connection is enabled, and the visitor is not told.';
  PageProblem.throwIf(`${what} ${await inFront(visitor)}`, ...complaintsOf(visitor));
  return visitor;
}

/** Goes to the other method, if need be, types a number or an address, key by key, and presses the button. */
async function ask(it: Visitor, method: Method, to: string, isOther: boolean): Promise<void> {
  const field = method === 'sms' ? it.phone : it.email;
  try {
    if (isOther) await it.methodSwitch.click({ timeout: 10_000 });
    await field.waitFor({ timeout: 10_000 });
    const box = it.page.locator('#lock input[type=checkbox]:visible');
    for (const one of await box.all()) await one.check();
    await field.pressSequentially(to);
    await it.submitButton.click();
  } catch {
    throw new PageProblem(
      `The visitor cannot ${isOther ? 'change over to this method, ' : ''}type ${method === 'sms' ? 'a number' : 'an address'} and press the button: something is not there, covered, or disabled. ${await inFront(it)}\nLook for what covers or hides it in templates/login.css and templates/lock.css, and at lock.options.`,
    );
  }
}

async function sentTo(it: Visitor, to: string) {
  const message = tenant.outbox.latest(to) ?? (await tenant.outbox.next(to, 15_000).catch(() => null));
  const next = message?.link === null ? it.code : it.page.locator('.auth0-lock-confirmation:visible');
  if (message !== null) {
    try {
      await next.waitFor({ timeout: 15_000 });
      tenant.outbox.clear();
      return message;
    } catch {
      throw new PageProblem(
        `An ${NAMES[message.channel]} was sent to ${to}, and ${message.link === null ? 'no field for the code is there, or it is hidden' : 'the page does not say so'}. ${await inFront(it)}\nLook for what hides it in templates/login.css and templates/lock.css.`,
      );
    }
  }
  throw new PageProblem(`The visitor asks for a message to ${to}, and none is sent. ${await inFront(it)}`);
}

/** What a visitor reads, for a message. */
async function inFront({ page }: Visitor): Promise<string> {
  const text = await page.locator('body').innerText();
  return `The page says: "${text.replace(/\s+/g, ' ').trim().slice(0, 300)}".`;
}

/** What the policy stops, and exceptions. What is not found, or not to be had without a network, is no fault. */
function complaintsOf({ violations, complaints }: Visitor): (string | null)[] {
  const thrown = complaints.filter((it) => it.startsWith('uncaught: '));
  return [
    stopped(violations),
    ...thrown.map(
      (it) =>
        `A script of the page has thrown an error: ${it.slice('uncaught: '.length)}. See the scripts in templates/.`,
    ),
  ];
}

async function wrongWords(
  { page, methodSwitch, phone, email }: Visitor,
  settings: PageSettings,
  language: Language,
  method: Method | null,
  other: Method | null,
): Promise<(string | null)[]> {
  const words = wordsOf(settings, language);
  const lockWords = layer(layer({ ...dictionary(language) }, { ...settings.texts[language]?.lock }), {
    ...(settings.lock.options['languageDictionary'] as Dictionary | undefined),
  });
  const html = page.locator('html');
  const differs = (what: string, found: string | null, wanted: unknown) =>
    found === wanted
      ? null
      : `${what} should be "${wanted}" in the language ${language}, and is "${found}". See texts and brand.name in login.config.ts, and what your templates write there.`;
  return [
    differs('The lang of <html>', await html.getAttribute('lang'), language),
    differs('The dir of <html>', await html.getAttribute('dir'), direction(language)),
    differs('The title', await page.title(), pageTitle(words, settings.brand.name)),
    method === 'sms'
      ? differs(
          'The phone field',
          await phone.getAttribute('placeholder'),
          lockWords['phoneNumberInputPlaceholder'],
        )
      : null,
    method === 'email'
      ? differs(
          'The email field',
          await email.getAttribute('placeholder'),
          lockWords['emailInputPlaceholder'],
        )
      : null,
    other === null
      ? null
      : differs('The button below the form', await methodSwitch.innerText(), words.switchTo[other]),
  ];
}
