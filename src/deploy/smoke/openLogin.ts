import type { Browser, Page } from 'playwright-core';
import { oneLine } from '../../settings/oneLine.ts';
import { UserError } from '../../settings/UserError.ts';
import type { ListedApplication } from '../pages/Applications.ts';

/** Milliseconds until the form must be there: a tenant that is far, a machine that is slow. */
const PATIENCE = 30_000;

/**
 * Opens a login in a browser, as an application begins one, and checks that the page shows its input. It
 * sends nothing, and logs nobody in.
 *
 * @param domain - of the tenant
 * @param application - the one to log in to; it needs a callback
 * @throws UserError that says what was there instead
 */
export async function openLogin(
  browser: Browser,
  domain: string,
  application: ListedApplication,
  patience = PATIENCE,
): Promise<void> {
  const [callback] = application.callbacks.filter((url) => !url.includes('*'));
  const name = `"${oneLine(application.name, 80)}"`;
  if (callback === undefined) {
    throw new UserError(
      `The login of ${domain} cannot be tried: the application ${name} has no callback URL.`,
    );
  }
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const problem = await tryLogin(page, address(domain, application.client_id, callback), patience);
    if (problem !== null) {
      throw new UserError(`The login of ${domain} to ${name} does not work: ${problem}.`);
    }
  } finally {
    await context.close();
  }
}

function address(domain: string, clientId: string, callback: string): string {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 'smoke-test',
    nonce: 'smoke-test',
    // Of PKCE, for applications that must have it: a hash of nothing that is ever asked for.
    code_challenge: '47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU',
    code_challenge_method: 'S256',
  });
  return `https://${domain}/authorize?${query}`;
}

/** @returns what is wrong; `null` for nothing */
async function tryLogin(page: Page, url: string, patience: number): Promise<string | null> {
  try {
    const response = await page.goto(url, { waitUntil: 'commit', timeout: patience });
    const status = response?.status() ?? 0;
    if (status >= 400) return `/authorize ended with HTTP ${status}`;
  } catch (error) {
    return `/authorize cannot be opened (${firstLine(error)})`;
  }
  try {
    await page.locator('#login[data-state]').waitFor({ state: 'attached', timeout: patience });
  } catch {
    const title = oneLine(await page.title().catch(() => ''), 80);
    return `the tenant shows another page (${title === '' ? 'without a title' : `"${title}"`}); the classic login must be in use`;
  }
  const input = page.locator(
    '#login input[type=tel]:visible, #login input[type=email]:visible, #login input[type=text]:visible, #login .auth0-lock-social-button:visible',
  );
  const failed = page.locator('#login[data-state=failed]');
  try {
    await input.or(failed).first().waitFor({ timeout: patience });
  } catch {
    return `no input has appeared within ${patience / 1000} s`;
  }
  if ((await failed.count()) === 0) return null;
  return `the page says "${oneLine(await page.locator('#login').innerText(), 120)}"`;
}

const firstLine = (error: unknown): string =>
  oneLine(error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error), 120);
