import { describe, expect, it } from 'vitest';
import { DevPages } from '../../src/tenant/DevPages.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { page as builtPage } from '../support/page.ts';
import { arrive, visit } from '../support/scene.ts';

describe('the Content Security Policy', () => {
  const withMore = (more: string) => builtPage().replace('<div id="lock"', () => `${more}<div id="lock"`);

  it.each([
    ['an inline script', '<script>window.injected = true</script>'],
    ['a handler', '<img src="data:," onerror="window.injected = true">'],
    ['a script from elsewhere', '<script src="https://evil.example.com/x.js"></script>'],
    ['a script in a data address', '<script src="data:text/javascript,window.injected = true"></script>'],
    ['a frame', '<iframe src="https://evil.example.com/"></iframe>'],
    ['a plugin', '<object data="https://evil.example.com/x.swf"></object>'],
    ['a style sheet', '<link rel="stylesheet" href="https://evil.example.com/x.css">'],
  ])('stops %s, and the page goes on', async (_what, more) => {
    const it = await visit({ html: withMore(more) });
    expect(it.takeViolations()).not.toEqual([]);
    expect(await it.page.evaluate(() => 'injected' in window)).toBe(false);
    expect(it.strayed).toEqual([]);
    expect(await it.phone.isVisible()).toBe(true);
  });

  it.each([
    [
      'a string that is run',
      async () => {
        const run: unknown = 'window.injected = true';
        setTimeout(run as () => void);
        await new Promise((done) => setTimeout(done, 200));
        throw new Error('injected' in window ? 'taken' : 'refused');
      },
    ],
    ['a request to elsewhere', () => fetch('https://evil.example.com/')],
    [
      'a base address',
      () => {
        document.head.insertAdjacentHTML('beforeend', '<base href="https://evil.example.com/">');
        if (document.baseURI.includes('evil')) throw new Error('taken');
        throw new Error('refused');
      },
    ],
    [
      'a script that a script adds',
      () =>
        new Promise((_resolve, reject) => {
          const script = document.createElement('script');
          script.onerror = () => reject(new Error('refused'));
          script.src = 'https://cdn.jsdelivr.net/npm/evil@1.0.0/x.js';
          document.head.append(script);
        }),
    ],
  ])('stops %s', async (_what, act) => {
    const it = await visit();
    await expect(it.page.evaluate(act)).rejects.not.toThrow('taken');
    expect(it.takeViolations()).not.toEqual([]);
    expect(it.strayed).toEqual([]);
  });

  it('is tried without stopping anything, and told of in the tenant', async () => {
    const told: string[] = [];
    const html = builtPage('reportOnly').replace(
      '<div id="lock"',
      () => '<script>window.injected = true</script><div id="lock"',
    );
    const pages = new DevPages(
      async () => html,
      undefined,
      (what) => told.push(what),
    );
    const trying = await startTenant({ pages });
    pages.serve(trying);
    pages.built(html, performance.now());
    const it = await arrive();
    await it.open(trying.address({}));
    expect(await it.page.evaluate(() => 'injected' in window)).toBe(true);
    await expect.poll(() => told).toEqual(['script-src-elem would stop inline']);
    await it.leave();
    await trying.close();
  });
});
