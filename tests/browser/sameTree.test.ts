import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/tenant/scenarios/Scenario.ts';
import { page as builtPage } from '../support/page.ts';
import { codeFor, lastState, tenant, visit } from '../support/scene.ts';
import type { Visitor } from '../support/Visitor.ts';

// What the cuts take off Lock, nobody may notice: in each of these situations the page with all cuts, the one
// with React in Preact's place, and the one with Lock as it is published have the same texts, roles and names.

interface Situation {
  name: string;
  scenario: Scenario;
  /** What the visitor does; the trees along the way are compared. */
  act: (it: Visitor, look: () => Promise<void>) => Promise<void>;
}

const SOCIAL = ['google-oauth2', 'sms', 'email'];

const situations: Situation[] = [
  {
    name: 'a login by SMS, wrong code first',
    scenario: { hosted: { connection: 'sms' } },
    act: async (it, look) => {
      await it.phone.waitFor();
      await look();
      await it.submit(it.phone, 'abc');
      await look();
      await it.submit(it.phone, '412345678');
      await it.code.waitFor();
      await look();
      await it.submit(it.code, '000000');
      await it.message.waitFor();
      await look();
    },
  },
  {
    name: 'a login by email, and back from the code',
    scenario: { hosted: { connection: 'email' } },
    act: async (it, look) => {
      await it.email.waitFor();
      await look();
      await it.submit(it.email, 'nobody');
      await look();
      await it.submit(it.email, 'zoe@example.com');
      await codeFor('zoe@example.com');
      await it.code.waitFor();
      await look();
      await it.page.getByText('Change the email address').click();
      await it.email.waitFor();
      await look();
    },
  },
  {
    name: 'the switch there and back',
    scenario: {},
    act: async (it, look) => {
      await it.phone.waitFor();
      await look();
      await it.methodSwitch.click();
      await it.email.waitFor();
      await look();
      await it.methodSwitch.click();
      await it.phone.waitFor();
      await look();
    },
  },
  {
    name: 'the list of countries',
    scenario: { hosted: { connection: 'sms' } },
    act: async (it, look) => {
      await it.page.locator('input[name=location]:visible').click();
      await it.page.locator('input[name=search]').fill('Norw');
      await it.page.getByText('+47 NO Norway').waitFor();
      await look();
      await it.page.getByText('+47 NO Norway').click();
      await it.phone.waitFor();
      await look();
    },
  },
  {
    name: 'a captcha, left out, wrong, right',
    scenario: { hosted: { connection: 'sms' }, captcha: true },
    act: async (it, look) => {
      const captcha = it.page.locator('input[name=captcha]:visible');
      await captcha.waitFor();
      await look();
      await it.submit(it.phone, '412345678');
      await it.message.waitFor();
      await look();
      await captcha.fill('nope');
      await it.submit(it.phone, '412345678');
      await expect.poll(() => tenant.sent('/passwordless/start').length).toBe(1);
      await it.message.waitFor();
      await look();
      await it.page.waitForTimeout(500);
      await captcha.fill(tenant.captchas.text(lastState()) ?? '');
      await it.submit(it.phone, '412345678');
      await it.code.waitFor();
      await look();
    },
  },
  {
    name: 'an error of the tenant',
    scenario: {
      hosted: { connection: 'sms' },
      faults: [
        {
          path: '/passwordless/start',
          answer: { status: 429, body: { error: 'too_many_requests', error_description: 'Too many' } },
        },
      ],
    },
    act: async (it, look) => {
      await it.submit(it.phone, '412345678');
      await it.message.waitFor();
      await look();
    },
  },
  {
    name: 'an answer that is no JSON',
    scenario: {
      hosted: { connection: 'email' },
      faults: [
        {
          path: '/passwordless/start',
          answer: { status: 200, body: '{', type: 'application/json' },
        },
      ],
    },
    act: async (it, look) => {
      await it.submit(it.email, 'zoe@example.com');
      await it.message.waitFor();
      await look();
    },
  },
  {
    name: 'a connection that is reset',
    scenario: {
      hosted: { connection: 'email' },
      faults: [{ path: '/passwordless/start', answer: 'reset' }],
    },
    act: async (it, look) => {
      await it.submit(it.email, 'zoe@example.com');
      await it.message.waitFor();
      await look();
    },
  },
  {
    name: 'social connections beside both methods',
    scenario: { hosted: { connection: SOCIAL.join(',') }, connections: SOCIAL },
    act: async (it, look) => {
      await it.phone.waitFor();
      await look();
      await it.methodSwitch.click();
      await it.email.waitFor();
      await look();
    },
  },
  {
    name: 'a social connection alone, used last time',
    scenario: {
      connections: ['google-oauth2'],
      hosted: { connection: 'google-oauth2' },
      faults: [
        {
          path: '/user/ssodata',
          answer: {
            status: 200,
            body: {
              sso: true,
              lastUsedConnection: { name: 'google-oauth2', strategy: 'google-oauth2' },
              lastUsedUsername: 'zoe@example.com',
            },
          },
        },
      ],
    },
    act: async (it, look) => {
      await it.page.getByText('Last time you logged in with').waitFor();
      await look();
      await it.page.getByText('Not your account?').click();
      await it.page.locator('[data-provider=google-oauth2]:visible').waitFor();
      await it.page.waitForTimeout(700);
      await look();
    },
  },
  ...['es', 'ar'].map((ui_locales) => ({
    name: `the language ${ui_locales}`,
    scenario: { request: { ui_locales } },
    act: async (it: Visitor, look: () => Promise<void>) => {
      await it.phone.waitFor();
      await look();
      await it.submit(it.phone, '412345678');
      await it.code.waitFor();
      await look();
    },
  })),
];

/** The trees that somebody meets, in order. */
async function trees({ scenario, act }: Situation, html: string): Promise<string[]> {
  tenant.reset();
  const it = await visit({ ...scenario, html });
  const seen: string[] = [];
  await act(it, async () => {
    // Lock slides from one screen to the next, and the country comes when it is known.
    await it.page.waitForTimeout(800);
    seen.push(await it.page.locator('#login').ariaSnapshot());
  });
  expect(it.strayed).toEqual([]);
  return seen;
}

describe.each(situations)('$name', (situation) => {
  it('is the same with all cuts, with React, and with Lock as it is published', async () => {
    const plain = await trees(situation, builtPage('plain'));
    expect(plain.length).toBeGreaterThan(0);
    expect(await trees(situation, builtPage('cut'))).toEqual(plain);
    expect(await trees(situation, builtPage('cut-react'))).toEqual(plain);
  }, 90_000);
});
