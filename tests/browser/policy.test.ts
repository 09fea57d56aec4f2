import { describe, expect, it } from 'vitest';
import { DevPages } from '../../src/tenant/DevPages.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import { page as builtPage } from '../support/page.ts';
import { arrive, codeFor, tenant, visit } from '../support/scene.ts';

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
    const html = builtPage('report-only').replace(
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

describe('Trusted Types, where the settings ask for them', () => {
  const scenario = { html: builtPage('trusted'), request: { allowedConnections: 'sms,email' } };
  /** Writes it where a hole in the page would, and says whether it stands there. Runs in the browser. */
  const write = (markup: string) => {
    const element = document.createElement('div');
    try {
      element.innerHTML = markup;
    } catch {
      return 'refused';
    }
    return element.innerHTML;
  };

  it('keep nobody from logging in', async () => {
    const it = await visit(scenario);
    await it.methodSwitch.click();
    await it.email.waitFor();
    await it.methodSwitch.click();
    await it.submit(it.phone, '412345678');
    await it.submit(it.code, '999999');
    await it.message.waitFor();
    await it.submit(it.code, await codeFor('+61412345678'));
    await it.page.waitForURL('**/tenant/done?code=*');
  });

  it('let no markup in that could run', async () => {
    const it = await visit(scenario);
    const harmless = 'one<br><a href="https://example.com/">two</a>';
    expect(await it.page.evaluate(write, harmless)).toBe(harmless);
    for (const markup of [
      '<img src="x" onerror="alert(1)">',
      '<script>alert(1)</script>',
      '<svg><script>alert(1)</script></svg>',
      '<a href="java\nscript:alert(1)">x</a>',
      '<iframe srcdoc="<b>"></iframe>',
      '<form action="https://evil.example.com/"></form>',
      '<svg><style><img src=x onerror=alert(1)></style></svg>',
    ]) {
      expect(await it.page.evaluate(write, markup), markup).toBe('refused');
    }
    expect(it.takeViolations()).not.toEqual([]);
  });

  it('let the markup of a captcha in, once the tenant asks for one', async () => {
    const it = await arrive();
    await it.page.route('**/passwordless/challenge', (route) =>
      route.fulfill({ json: { required: true, provider: 'hcaptcha', siteKey: 'key' } }),
    );
    await it.open(tenant.address(scenario));
    await expect.poll(() => it.strayed.join()).toContain('https://js.hcaptcha.com/1/api.js');
    expect(await it.page.evaluate(write, '<iframe></iframe>')).toBe('<iframe></iframe>');
    it.takeViolations();
  });
});
