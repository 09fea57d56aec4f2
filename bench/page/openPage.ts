import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import { emulate } from './emulate.ts';
import type { Profile } from './Profile.ts';
import { RequestLog } from './RequestLog.ts';
import type { Seen } from './Seen.ts';
import { toMeasures } from './toMeasures.ts';
import type { Visit } from './Visit.ts';
import { watchPage } from './watchPage.ts';

const BINDING = 'benchSeen';
const SETTLE_MS = 1_000;
const PATIENCE_MS = 30_000;
const ANSWER_MS = 3_000;

/**
 * Opens a login page in a tab of its own and waits until its input can be used, and a second more.
 *
 * @param address - of `/login`
 * @throws Error that says what was on the page when no input can be used within 30 seconds
 */
export async function openPage(context: BrowserContext, address: string, profile: Profile): Promise<Visit> {
  const page = await context.newPage();
  try {
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await emulate(cdp, profile);
    await cdp.send('Runtime.enable');
    await cdp.send('Runtime.addBinding', { name: BINDING });
    await cdp.send('Page.enable');
    await cdp.send('Page.addScriptToEvaluateOnNewDocument', {
      source: `(${watchPage.toString()})(${JSON.stringify(BINDING)}, ${SETTLE_MS});`,
    });
    const log = new RequestLog(cdp);
    const whenSeen = told(page, cdp);
    // Without a time limit of its own, which would say less than what is said below.
    const arrived = page.goto(address, { waitUntil: 'commit', timeout: 0 });
    const seen = await Promise.race([whenSeen, arrived.then(() => whenSeen)]);
    if (seen === null) throw new Error(await whatIsThere(page, log, complaints));
    const { requests } = log;
    return { measures: toMeasures(seen, requests), seen, requests };
  } finally {
    // Where the browser has ended, that is what has been thrown, and is to be told.
    await page.close().catch(() => undefined);
  }
}

/** What the page tells of itself, or `null` when it tells nothing in time. */
function told(page: Page, cdp: CDPSession): Promise<Seen | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), PATIENCE_MS);
    const gone = (): void => {
      clearTimeout(timer);
      reject(new Error('The browser or its tab has ended during a visit.'));
    };
    page.once('close', gone);
    page.once('crash', gone);
    cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name !== BINDING) return;
      clearTimeout(timer);
      resolve(JSON.parse(payload) as Seen);
    });
  });
}

/** Runs in the page. */
function describe(): { text: string; inputs: string[] } {
  return {
    text: document.body?.innerText.replace(/\s+/g, ' ').trim().slice(0, 400) ?? '',
    inputs: [...document.querySelectorAll('input')].map(({ name, type }) => `${name || '?'} (${type})`),
  };
}

async function whatIsThere(page: Page, log: RequestLog, complaints: readonly string[]): Promise<string> {
  // A script that never ends would keep the answer back as well.
  const patience = AbortSignal.timeout(ANSWER_MS);
  const silent = new Promise<ReturnType<typeof describe>>((resolve) => {
    patience.addEventListener('abort', () => resolve({ text: 'the page does not answer', inputs: [] }));
  });
  const { text, inputs } = await Promise.race([page.evaluate(describe), silent]);
  const open = log.requests
    .filter(({ endMs, failure, status }) => endMs === null || failure !== null || (status ?? 0) >= 400)
    .map(({ method, url, status, failure }) => `  ${method} ${url}: ${failure ?? status ?? 'no answer'}`);
  return [
    `No input could be used within ${PATIENCE_MS / 1000} s at ${page.url()}`,
    `text: ${text === '' ? 'none' : text}`,
    `inputs: ${inputs.length === 0 ? 'none' : inputs.join(', ')}`,
    ...(open.length === 0 ? [] : ['requests that failed or are open:', ...open]),
    ...(complaints.length === 0 ? [] : ['the console:', ...complaints.map((it) => `  ${it}`)]),
  ].join('\n');
}
