import { setTimeout as pause } from 'node:timers/promises';
import type { Scenario } from '../../../src/tenant/scenarios/Scenario.ts';
import type { Tenant } from '../../../src/tenant/Tenant.ts';
import type { Key, Tab } from './Engine.ts';

/** Stands before the page's policy, which holds only for what comes after; keeps what it sees beyond the page. */
const WITNESS = `<script>(function () {
  var note = function (text) { sessionStorage.witness = (sessionStorage.witness || '') + text + '\\n'; };
  addEventListener('securitypolicyviolation', function (it) { note('policy: ' + it.violatedDirective + ' ' + it.blockedURI); });
  addEventListener('pageshow', function (it) { if (it.persisted) sessionStorage.isKept = 'yes'; });
  addEventListener('error', function (it) { note('error: ' + it.message); });
  addEventListener('unhandledrejection', function (it) { note('rejection: ' + it.reason); });
})()</script>`;
const POLICY = '<meta http-equiv="Content-Security-Policy"';
const PATIENCE_MS = 20_000;
/** The panel that is in view. */
const PANEL = '#lock > :not([hidden])';

/** Somebody in front of the built page, in any engine. */
export class EngineVisitor {
  static readonly phone = `${PANEL} input[name=phoneNumber]`;
  static readonly email = `${PANEL} input[name=email]`;
  static readonly code = `${PANEL} input[name=vcode]`;
  static readonly submitButton = `${PANEL} .auth0-lock-submit`;
  static readonly message = `${PANEL} .auth0-global-message`;

  readonly tab: Tab;
  readonly tenant: Tenant;

  constructor(tab: Tab, tenant: Tenant) {
    this.tab = tab;
    this.tenant = tenant;
  }

  /** Opens a page in a scenario, and waits for a form or a failure. */
  async open(html: string, scenario: Scenario = {}): Promise<void> {
    const witnessed = html.replace(POLICY, () => `${WITNESS}${POLICY}`);
    if (witnessed === html) throw new Error('The page has no policy to stand before.');
    await this.tab.open(this.tenant.address({ ...scenario, html: witnessed }));
    await this.until(`document.querySelector('[data-state=ready], [data-state=failed]') !== null`);
  }

  /** Waits until an expression is `true`. @throws Error with what is on the page */
  async until(expression: string): Promise<void> {
    const end = Date.now() + PATIENCE_MS;
    let last: unknown;
    while (Date.now() < end) {
      // Between two pages there is nothing to ask.
      last = await this.tab.evaluate(expression).catch(String);
      if (last === true) return;
      await pause(50);
    }
    const shown = await this.tab.evaluate('location.href + "\\n" + document.body.innerText').catch(String);
    throw new Error(`${expression} is still ${JSON.stringify(last)}, on:\n${shown}`);
  }

  /** The text of the first that matches. */
  async text(selector: string): Promise<string> {
    return String(await this.tab.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText`));
  }

  async value(selector: string): Promise<string> {
    return String(await this.tab.evaluate(`document.querySelector(${JSON.stringify(selector)}).value`));
  }

  /** Waits until something is there to be seen. */
  async seen(selector: string): Promise<void> {
    await this.until(`(function (it) {
      return it !== null && it.getClientRects().length > 0 && getComputedStyle(it).visibility === 'visible';
    })(document.querySelector(${JSON.stringify(selector)}))`);
  }

  /** Waits until the focus is in something. */
  async focused(selector: string): Promise<void> {
    await this.until(`document.activeElement.matches(${JSON.stringify(selector)})
      && getComputedStyle(document.activeElement).visibility === 'visible'`);
  }

  async click(selector: string): Promise<void> {
    await this.seen(selector);
    await this.tab.click(selector);
  }

  /** Types into what has the focus, as fast as people do. */
  async typeSlowly(text: string): Promise<void> {
    for (const character of text) {
      await this.tab.type(character);
      await pause(120);
    }
  }

  /** Types in place of what is in a field, and presses Enter. */
  async enter(selector: string, text: string): Promise<void> {
    // While an answer is awaited it is disabled, and one of WebKit's takes no click then.
    await this.seen(selector);
    await this.until(`!document.querySelector(${JSON.stringify(selector)}).disabled`);
    await this.tab.click(selector);
    await this.press('SelectAll');
    await this.tab.type(text);
    await this.press('Enter');
  }

  async press(...keys: Key[]): Promise<void> {
    for (const key of keys) await this.tab.press(key);
  }

  /** Presses a key until the focus is in something. */
  async pressTo(key: Key, selector: string): Promise<void> {
    for (let presses = 0; presses < 12; presses++) {
      await this.press(key);
      if (await this.tab.evaluate(`document.activeElement.matches(${JSON.stringify(selector)})`)) return;
    }
    throw new Error(`${key} does not lead to ${selector}.`);
  }

  /** The code that somebody has been sent, once it is there. */
  async codeFor(to: string): Promise<string> {
    return (this.tenant.outbox.latest(to) ?? (await this.tenant.outbox.next(to, PATIENCE_MS))).code;
  }

  /** Waits until the application has got its own code, which it has for a login. */
  async loggedIn(): Promise<void> {
    await this.until(`/\\/tenant\\/done\\?code=[\\w-]{20,}&state=app-state/.test(location.href)`);
  }

  /** What the browser has stopped or thrown since this was asked last. */
  async complaints(): Promise<string[]> {
    const noted = await this.tab.evaluate(`(function () {
      var noted = sessionStorage.witness || '';
      sessionStorage.removeItem('witness');
      return noted;
    })()`);
    return String(noted).split('\n').filter(Boolean);
  }
}
