import {
  type Browser,
  type BrowserContextOptions,
  firefox,
  type LaunchOptions,
  type Page,
  webkit,
} from 'playwright-core';
import { launch } from '../../../src/chromium/launch.ts';
import type { EngineBrowser, EngineOptions, Key, Tab } from './Engine.ts';

const KEYS: Partial<Record<Key, string>> = { SelectAll: 'ControlOrMeta+A' };

export async function startChromium({ reducedMotion }: EngineOptions): Promise<EngineBrowser> {
  return overPlaywright(await launch(), { reducedMotion, keepsPages: false });
}

/** Playwright's own build. */
export async function startOwn(
  name: 'firefox' | 'webkit',
  { reducedMotion }: EngineOptions,
): Promise<EngineBrowser> {
  return overPlaywright(await { firefox, webkit }[name].launch(), { reducedMotion, keepsPages: false });
}

/** Mozilla's build, over WebDriver BiDi. */
export async function startMozillas(
  executablePath: string,
  { reducedMotion }: EngineOptions,
): Promise<EngineBrowser> {
  const options: LaunchOptions = {
    channel: 'moz-firefox',
    executablePath,
    firefoxUserPrefs: { 'ui.prefersReducedMotion': reducedMotion ? 1 : 0 },
  };
  const browser = await firefox.launch(options);
  withoutMediaFeatures(browser);
  return overPlaywright(browser, { reducedMotion: false, keepsPages: true });
}

/**
 * Playwright 1.65 sends `emulation.setMediaFeaturesOverride` for each context, whatever its options; Firefox ESR 153
 * answers "unknown command", and there is no context. Playwright has no option for that, nor can it connect to a
 * BiDi server of ours: so that one error is taken out of the session of this browser.
 */
function withoutMediaFeatures(browser: Browser): void {
  type Send = (method: string, params?: object) => Promise<unknown>;
  type Inner = { toImpl(it: Browser): { _browserSession: { send: Send } } };
  const session = (browser as unknown as { _connection: Inner })._connection.toImpl(browser)._browserSession;
  const send = session.send.bind(session);
  session.send = (method, params) => {
    const answer = send(method, params);
    return method === 'emulation.setMediaFeaturesOverride' ? answer.catch(() => ({})) : answer;
  };
}

function overPlaywright(
  browser: Browser,
  { reducedMotion, keepsPages }: EngineOptions & Pick<Tab, 'keepsPages'>,
): EngineBrowser {
  return {
    async newTab({ width = 1000 } = {}) {
      const options: BrowserContextOptions = {
        ignoreHTTPSErrors: true,
        locale: 'en-AU',
        viewport: { width, height: 800 },
      };
      const context = await browser.newContext({
        ...options,
        ...(reducedMotion && { reducedMotion: 'reduce' }),
      });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      return overPage(page, keepsPages);
    },
    close: () => browser.close(),
  };
}

function overPage(page: Page, keepsPages: boolean): Tab {
  return {
    keepsPages,
    async open(address) {
      await page.goto(address, { waitUntil: 'commit' });
    },
    async back() {
      await page.goBack({ waitUntil: 'commit' });
    },
    type: (text) => page.keyboard.type(text),
    press: (key) => page.keyboard.press(KEYS[key] ?? key),
    click: (selector) => page.locator(selector).first().click({ noWaitAfter: true }),
    evaluate: (expression) => page.evaluate(expression),
    screenshot: () => page.screenshot(),
    close: () => page.context().close(),
  };
}
