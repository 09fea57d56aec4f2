import type { Browser, BrowserContext, Page, Request } from 'playwright-core';
import { MARKER } from '../../src/settings/marker.ts';
import { encodeHostedConfig } from '../../src/tenant/login/hostedConfig.ts';

/** Where the page is served. No server is there: what the browser asks is answered here. */
export const HOST = 'login.example.com';

/** What one opening of the page has led to. */
export interface Opening {
  /** Dialogs, popups, and calls of what payloads call. */
  executed: string[];
  /** Requests beyond those that the page makes for anybody. */
  requested: { url: string; type: string }[];
  /** Errors and warnings of the console, and exceptions that nobody caught. */
  complaints: string[];
}

/** The application that the page is served for. */
export const CLIENT_ID = 'served-page';
const CLIENT_SETTINGS = `/client/${CLIENT_ID}.js`;
const usualStrategies = ['email', 'sms'].map((name) => ({ name, connections: [{ name }] }));
const USUAL_SETTINGS = { id: CLIENT_ID, strategies: usualStrategies };
/** What else the page asks its tenant, and the answers. */
const ANSWERS: Readonly<Record<string, { contentType: string; body: string }>> = {
  '/passwordless/challenge': { contentType: 'application/json', body: '{"required":false}' },
  '/user/geoloc/country': { contentType: 'application/json', body: '{"country_code":"AU"}' },
};

const nothingYet = (): Opening => ({ executed: [], requested: [], complaints: [] });

/** A page in a browser tab, served hundreds of times with whatever hosted config a test makes up. */
export class ServedPage {
  readonly page: Page;
  #html = '';
  #clientSettings = '';
  #visits = 0;
  #opening = nothingYet();

  private constructor(page: Page) {
    this.page = page;
  }

  static async in(browser: Browser, html: string): Promise<ServedPage> {
    // Small and without animations: a browser without a graphics card paints each frame by itself.
    const context = await browser.newContext({
      locale: 'en-AU',
      viewport: { width: 400, height: 600 },
      reducedMotion: 'reduce',
    });
    const served = new ServedPage(await context.newPage());
    await served.#serve(context, html);
    await served.#listen();
    return served;
  }

  async #serve(context: BrowserContext, html: string): Promise<void> {
    const [before = '', after = ''] = html.split(MARKER);
    await context.route('**/*', (route) => {
      const answer = this.#answer(route.request());
      if (answer === 'page') {
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body: before + this.#html + after });
      }
      if (answer !== undefined) return route.fulfill(answer);
      this.#opening.requested.push({ url: route.request().url(), type: route.request().resourceType() });
      return route.abort();
    });
  }

  #answer(request: Request): (typeof ANSWERS)[string] | 'page' | undefined {
    const { host, pathname } = new URL(request.url());
    if (host !== HOST) return undefined;
    if (pathname === CLIENT_SETTINGS) return { contentType: 'text/javascript', body: this.#clientSettings };
    return pathname === '/login' ? 'page' : ANSWERS[pathname];
  }

  async #listen(): Promise<void> {
    const { page } = this;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.#opening.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.#opening.complaints.push(`uncaught: ${error.message}`));
    page.on('popup', (popup) => this.#opening.executed.push(`popup: ${popup.url()}`));
    page.on('dialog', (dialog) => {
      this.#opening.executed.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    await page.exposeFunction('told', (what: unknown) => this.#opening.executed.push(String(what)));
    await page.addInitScript(() => {
      const { told } = window as unknown as { told: (what: string) => void };
      Object.assign(window, { alert: told, prompt: told, confirm: told, msgbox: told });
    });
  }

  /**
   * Opens the page and waits until there is a form, or a failure.
   *
   * @param hosted - the hosted config, but for the tenant's own fields
   * @param address - what follows `/login`: a query string, a fragment
   * @param clientSettings - what `Auth0.setClient` is called with; text is the whole script
   */
  async open(
    hosted: Readonly<Record<string, unknown>>,
    address = '',
    clientSettings: unknown = USUAL_SETTINGS,
  ): Promise<Opening> {
    this.#clientSettings =
      typeof clientSettings === 'string'
        ? clientSettings
        : `Auth0.setClient(${JSON.stringify(clientSettings)});`;
    this.#html = encodeHostedConfig({
      clientID: CLIENT_ID,
      auth0Domain: HOST,
      auth0Tenant: 'acme',
      clientConfigurationBaseUrl: `https://${HOST}/`,
      callbackURL: 'https://example.com/callback',
      ...hosted,
    });
    const opening = nothingYet();
    this.#opening = opening;
    const { search, hash } = new URL(address, `https://${HOST}`);
    // With a number, so that two addresses never differ in the fragment only: that would be the same document.
    await this.page.goto(`https://${HOST}/login?visit=${this.#visits++}&${search.slice(1)}${hash}`);
    await this.page.waitForSelector('[data-state=ready], [data-state=failed]');
    return opening;
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
