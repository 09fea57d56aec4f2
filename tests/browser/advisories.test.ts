import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page } from '../support/page.ts';
import { arrive, tenant } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

// Holes that Lock had, by their numbers: each is tried on the built page, and must stay shut.

const MARKUP = '<img src=x onerror="document.body.dataset.pwned=1"><b id="injected">Acme</b>';

async function visitWith(
  scenario: Scenario,
  change: (address: string) => string = (it) => it,
): Promise<Visitor> {
  const visitor = await arrive();
  await visitor.open(tenant.address(scenario));
  const address = visitor.page.url();
  if (change(address) !== address) {
    await visitor.page.goto('about:blank');
    await visitor.open(change(address));
  }
  return visitor;
}

async function expectHarmless({ page, strayed }: Visitor): Promise<void> {
  expect(await page.locator('#injected').count()).toBe(0);
  expect(await page.locator('[src=x]').count()).toBe(0);
  expect(await page.evaluate(() => document.body.dataset['pwned'])).toBeUndefined();
  expect(strayed).toEqual([]);
}

describe('CVE-2021-32641: what the address says reaches flashMessage or languageDictionary', () => {
  it('does not, by a fragment that looks like an answer of Auth0', async () => {
    const description = encodeURIComponent(MARKUP);
    const visitor = await visitWith(
      {},
      (it) => `${it}#error=access_denied&error_description=${description}&state=x`,
    );
    await expectHarmless(visitor);
    expect(await visitor.message.count()).toBe(0);
  });

  it('is text in the title, by the name of the application', async () => {
    const visitor = await visitWith({
      hosted: { dict: { signin: { title: MARKUP } } },
      html: page('open'),
    });
    await expectHarmless(visitor);
    expect(await visitor.page.locator('.auth0-lock-name').textContent()).toBe(MARKUP);
  });

  it('is no language, by a dict that is a text', async () => {
    const visitor = await visitWith({ hosted: { dict: MARKUP } });
    await expectHarmless(visitor);
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('is text in the message, by what Auth0 answers', async () => {
    const answer = { status: 400, body: { error: 'bad.request', error_description: MARKUP } };
    const visitor = await visitWith({
      request: { allowedConnections: 'email' },
      faults: [{ path: '/passwordless/start', answer }],
    });
    await visitor.submit(visitor.email, 'zoe@example.com');
    await visitor.message.waitFor();
    await expectHarmless(visitor);
  });
});

describe('CVE-2020-15119: the address that was typed is shown as markup', () => {
  it('is shown as text once the code is sent', async () => {
    // Between quotation marks, an address may hold anything.
    const address = '"<b/id=injected>&lt;i&gt;"@example.com';
    const visitor = await visitWith({
      request: { allowedConnections: 'email' },
      faults: [{ path: '/passwordless/start', answer: { status: 200, body: { _id: 'x', email: address } } }],
    });
    await visitor.submit(visitor.email, address);
    await visitor.code.waitFor();
    expect(await visitor.page.locator('#lock').textContent()).toContain(address);
    await expectHarmless(visitor);
  });

  it('is no markup in the field, by login_hint', async () => {
    const visitor = await visitWith({
      request: { allowedConnections: 'email', login_hint: `${MARKUP}@example.com` },
    });
    await expectHarmless(visitor);
    expect(await visitor.email.inputValue()).toBe('');
  });
});

describe.each(['CVE-2022-29172', 'CVE-2019-20174'])('%s: fields of a sign-up become markup', () => {
  it('has no way in, by parameters that are called like Lock’s options', async () => {
    const field = JSON.stringify([{ name: 'x', placeholder: MARKUP, type: 'select', options: [MARKUP] }]);
    const visitor = await visitWith({
      request: {
        additionalSignUpFields: field,
        initialScreen: 'signUp',
        prefill: field,
        languageDictionary: field,
      },
    });
    await expectHarmless(visitor);
    expect(await visitor.email.or(visitor.phone).count()).toBe(1);
  });

  it('has no way in, by a hosted config whose parameters are objects', async () => {
    const additionalSignUpFields = [{ name: 'x', placeholder: MARKUP, icon: 'javascript:alert(1)' }];
    const visitor = await visitWith({
      hosted: { additionalSignUpFields, internalOptions: { additionalSignUpFields, allowSignUp: true } },
    });
    await expectHarmless(visitor);
    expect(await visitor.email.or(visitor.phone).count()).toBe(1);
  });
});

describe('a malformed auth0Client, for which Lock’s constructor throws', () => {
  it.each(['%', 'AAAA', btoa('null'), btoa('"x"'), '', '%00', encodeURIComponent(btoa('{"name":{}}'))])(
    'leaves the page as it is, and a login works: %j',
    async (value) => {
      const visitor = await visitWith(
        { request: { allowedConnections: 'email' } },
        (it) => `${it}&auth0Client=${value}`,
      );
      await visitor.submit(visitor.email, 'zoe@example.com');
      await visitor.code.waitFor();
      expect(visitor.complaints).toEqual([]);
      expect(visitor.page.url()).not.toContain('auth0Client=');
    },
  );
});
