import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { words } from '../../src/pipeline/words/words.ts';
import { page as builtPage } from '../support/page.ts';
import { arrive, codeFor, tenant, WIDE } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

// The page whose script does not run: a response that is cut off, a syntax that the browser lacks, a proxy's hand in it.

const ADDRESS = 'https://login.example.com/login';
const SHELL_END = '</section>';
const DELAY_MS = 10_000;

const html = builtPage();
const afterShell = html.indexOf(SHELL_END, html.indexOf('id="shell"')) + SHELL_END.length;
const mainScript = html.lastIndexOf('<script>') + '<script>'.length;
/** The page with this before its script, and without the policy, which would stop the script for that. */
const withScript = (change: string) =>
  html.slice(0, mainScript).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '') +
  change +
  html.slice(mainScript);

/** Shows `served`, whatever it is at each load, to someone. */
async function openAs(visitor: Visitor, served: () => string): Promise<void> {
  await visitor.page.route(`${ADDRESS}**`, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: served() }),
  );
  await visitor.page.goto(ADDRESS);
}

/** What can be seen of the page, now and ten seconds later; no clock of Playwright's moves an animation. */
async function seen({ page }: Visitor): Promise<{ delays: unknown[]; before: string; after: string }> {
  const text = () => page.locator('main').innerText();
  const before = await text();
  const delays = await page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().iterations === 1)
      .map((animation) => {
        const delay = animation.effect?.getComputedTiming().delay;
        animation.finish();
        return delay;
      }),
  );
  return { delays, before, after: await text() };
}

/** Nothing before ten seconds, to screen readers neither; then a text and a way on in place of "Loading…". */
async function expectWayOn(visitor: Visitor, { stalled, loading, tryAgain } = words.en): Promise<void> {
  const alert = visitor.page.getByRole('alert');
  expect(await alert.count()).toBe(0);
  const { delays, before, after } = await seen(visitor);
  expect(delays).toEqual([DELAY_MS, DELAY_MS]);
  expect(before).toContain(loading);
  expect(before).not.toContain(stalled);
  expect(after).toContain(stalled);
  expect(after).not.toContain(loading);
  expect(await alert.innerText()).toContain(stalled);
  expect(await visitor.page.getByRole('link', { name: tryAgain }).isVisible()).toBe(true);
}

describe('a page whose script does not run says so after ten seconds', () => {
  it('cut off anywhere after the shell', async () => {
    const visitor = await arrive({ viewport: WIDE });
    let length = afterShell;
    await openAs(visitor, () => html.slice(0, length));
    for (let part = 0; part < 20; part++) {
      length = afterShell + Math.floor(((html.length - afterShell) * part) / 20);
      await visitor.page.goto(ADDRESS);
      await expectWayOn(visitor);
    }
  });

  it.each([
    ['a syntax that the browser lacks', withScript('let 1;')],
    ['an exception at its first line', withScript('throw new Error("at once");')],
    [
      'a script that a proxy has emptied',
      html.slice(0, mainScript) + html.slice(html.lastIndexOf('</script>')),
    ],
    ['a script that a proxy has changed', `${html.slice(0, mainScript)} ${html.slice(mainScript)}`],
  ])('for %s, with reduced motion too', async (_what, broken) => {
    const visitor = await arrive({ reducedMotion: 'reduce' });
    await openAs(visitor, () => broken);
    await expectWayOn(visitor);
    // What has changed on its way, the policy stops.
    visitor.takeViolations();
  });

  it('in the first language of the page, laid out as it is read', async () => {
    const visitor = await arrive();
    await openAs(visitor, () => builtPage('social').slice(0, -1_000));
    await expectWayOn(visitor, words.es);
  });

  it('with help where there is some, and a way on that loads the page again', async () => {
    const visitor = await arrive();
    const { page } = visitor;
    let served = html.slice(0, afterShell);
    await openAs(visitor, () => served);
    await seen(visitor);
    expect(await page.getByRole('link', { name: words.en.support }).isVisible()).toBe(true);
    served = '<p>Loaded again</p>';
    await page.getByRole('link', { name: words.en.tryAgain }).click();
    await page.getByText('Loaded again').waitFor();
    expect(page.url()).toBe(ADDRESS);
  });

  it('and not where scripts are off, which is told at once', async () => {
    const visitor = await arrive({ javaScriptEnabled: false });
    await openAs(visitor, () => html);
    const { page } = visitor;
    expect(await page.locator('.noscript').isVisible()).toBe(true);
    // No animation runs in what is not laid out.
    expect(await page.locator('.shell-body').evaluate((it) => getComputedStyle(it).display)).toBe('none');
  });
});

describe('a page whose script runs', () => {
  it('takes the notice away before anything else, and never shows it', async () => {
    const visitor = await arrive();
    await visitor.page.goto(
      tenant.address({
        faults: [{ path: '/client/*', answer: 'hang' }],
        request: { allowedConnections: 'sms' },
      }),
      { waitUntil: 'commit' },
    );
    await visitor.page.locator('#stalled').waitFor({ state: 'detached' });
    expect(await visitor.page.locator('#login').getAttribute('data-state')).toBe('loading');
    // Nor does "Loading…" go.
    expect((await seen(visitor)).after).toContain(words.en.loading);
  });

  it.each(['the artifact', 'react', 'cdn'])('holds no syntax newer than ES2015: %s', async (variant) => {
    const built = builtPage(variant === 'the artifact' ? undefined : variant);
    const scripts = [...built.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, script = '']) => script);
    expect(scripts).toHaveLength(2);
    for (const script of [...scripts, 'a?.b']) {
      const printed = async (target: string) => (await transform(script, { target, tsconfigRaw: {} })).code;
      expect((await printed('es2015')) === (await printed('esnext'))).toBe(script !== 'a?.b');
    }
  });

  it('logs in a browser of 2019, as far as one of today can be made one', async () => {
    const visitor = await arrive({ viewport: WIDE });
    await visitor.page.addInitScript(() => {
      // What Chromium 78, Firefox 69 or Safari 13 lack.
      const newer: readonly (readonly [object, readonly string[]])[] = [
        [Array.prototype, ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with']],
        [String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed']],
        [Object, ['hasOwn', 'groupBy']],
        [Promise, ['any', 'allSettled', 'withResolvers', 'try']],
        [Element.prototype, ['replaceChildren', 'checkVisibility', 'getHTML', 'setHTML']],
        [Document.prototype, ['replaceChildren']],
        [AbortSignal, ['timeout', 'any', 'abort']],
        [Intl, ['DisplayNames', 'ListFormat', 'Segmenter', 'Locale', 'RelativeTimeFormat']],
        [Crypto.prototype, ['randomUUID']],
        [
          window,
          ['structuredClone', 'WeakRef', 'AggregateError', 'reportError', 'scheduler', 'trustedTypes'],
        ],
        [MediaQueryList.prototype, ['addEventListener']],
      ];
      for (const [owner, names] of newer) for (const name of names) Reflect.deleteProperty(owner, name);
    });
    await visitor.open(tenant.address({ request: { allowedConnections: 'sms,email' } }));
    expect(await visitor.page.evaluate(() => 'replaceAll' in String.prototype)).toBe(false);
    await visitor.methodSwitch.click();
    await visitor.email.pressSequentially('zoe@example.com');
    await visitor.submitButton.click();
    await visitor.code.waitFor();
    await visitor.code.pressSequentially(await codeFor('zoe@example.com'));
    await visitor.submitButton.click();
    await visitor.page.waitForURL('**/tenant/done?code=*');
    expect(visitor.complaints).toEqual([]);
  });
});
