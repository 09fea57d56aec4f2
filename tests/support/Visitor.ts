import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core';

/** Hosts that a page may ask: the local tenant, and what a test answers itself. */
export type Answer = { contentType: string; body: string } | 'abort';

/**
 * Somebody with a browser in front of a login page. Requests to anywhere but the local tenant are refused
 * and kept, since a page that makes one tells somebody about its visitors.
 */
export class Visitor {
  readonly page: Page;
  /** Console messages of level error or warning, and exceptions that nobody caught. */
  readonly complaints: string[] = [];
  /** What a Content Security Policy has stopped, or would have. */
  get violations(): string[] {
    return this.complaints.filter((it) => /Content Security Policy/i.test(it));
  }
  /** The same, for a test that expects them: they are not counted against it. */
  takeViolations(): string[] {
    const { violations } = this;
    for (const it of violations) this.complaints.splice(this.complaints.indexOf(it), 1);
    return violations;
  }

  /** Addresses outside the local tenant that the page asked for. */
  readonly strayed: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    // Sooner than the test's own end, so that it says what it waited for.
    page.setDefaultTimeout(20_000);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
  }

  static async arrive(
    browser: Browser,
    options: BrowserContextOptions = {},
    answers: Readonly<Record<string, Answer>> = {},
  ): Promise<Visitor> {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, locale: 'en-AU', ...options });
    const page = await context.newPage();
    const visitor = new Visitor(context, page);
    await context.route(
      (url) => !['localhost', '127.0.0.1'].includes(url.hostname),
      (route) => {
        const answer = answers[route.request().url()];
        if (answer !== undefined && answer !== 'abort') {
          // As a CDN does, for scripts with an integrity hash.
          return route.fulfill({ ...answer, headers: { 'access-control-allow-origin': '*' } });
        }
        if (answer === undefined) visitor.strayed.push(route.request().url());
        return route.abort();
      },
    );
    return visitor;
  }

  /** Does what opens another window, and returns the visitor in front of that one. */
  async inPopup(open: () => Promise<unknown>): Promise<Visitor> {
    const [popup] = await Promise.all([this.page.waitForEvent('popup'), open()]);
    return new Visitor(this.#context, popup);
  }

  /** Opens another tab of the same browser. */
  async inNewTab(): Promise<Visitor> {
    return new Visitor(this.#context, await this.#context.newPage());
  }

  /** Waits until there is a form to fill in, or a failure. */
  async ready(): Promise<void> {
    await this.page.locator('[data-state=ready], [data-state=failed]').waitFor();
  }

  /** Opens an address and waits until there is a form to fill in, or a failure. */
  async open(address: string): Promise<void> {
    // Not to its end, which a script that hangs puts off.
    await this.page.goto(address, { waitUntil: 'commit' });
    await this.ready();
  }

  get phone(): Locator {
    return this.page.locator('input[name=phoneNumber]:visible');
  }

  get email(): Locator {
    return this.page.locator('input[name=email]:visible');
  }

  get code(): Locator {
    return this.page.locator('input[name=vcode]:visible');
  }

  get submitButton(): Locator {
    return this.page.locator('.auth0-lock-submit:visible');
  }

  /** Lock's message over the form. */
  get message(): Locator {
    return this.page.locator('.auth0-global-message:visible');
  }

  get methodSwitch(): Locator {
    return this.page.locator('#method-switch');
  }

  async submit(field: Locator, text: string): Promise<void> {
    await field.fill(text);
    await this.submitButton.click();
  }

  leave(): Promise<void> {
    return this.#context.close();
  }
}
