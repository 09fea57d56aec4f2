import { afterAll, afterEach, beforeAll, describe, it } from 'vitest';
import type { Method } from '../../src/page/PageData.ts';
import type { PageSettings } from '../../src/settings/PageSettings.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { type Opened, openInJsdom } from '../support/openInJsdom.ts';
import { cdnLock } from './cdnLock.ts';
import { limitPatience } from './limitPatience.ts';
import { PageProblem } from './PageProblem.ts';
import { pages } from './pages.ts';
import { phoneNumber } from './phoneNumber.ts';
import { brokenPromises, expected, inWords, requestsFor, type Shown } from './requests.ts';

// Which connections each page offers, in jsdom: its own script, with the real Lock.

const FIELDS = { sms: 'input[name=phoneNumber]', email: 'input[name=email]' } as const;
const METHODS: readonly Method[] = ['sms', 'email'];

let tenant: Tenant;
let opened: Opened | null = null;

beforeAll(async () => {
  tenant = await startTenant({ limits: { startsPerHour: Number.POSITIVE_INFINITY } });
});
afterEach(() => {
  opened?.close();
  opened = null;
});
afterAll(() => tenant.close());

describe.each(pages.map((page) => [page.settings.name, page] as const))(
  '%s',
  (_name, { settings, served }) => {
    limitPatience();
    it.each(requestsFor(settings).map((request) => [request.what, request] as const))(
      'an application that %s',
      async (what, request) => {
        opened = await openInJsdom(
          tenant.address({ html: served, hosted: request.hosted, connections: request.enabled }),
          ['en'],
          cdnLock(settings),
        );
        const shown = await look(opened, settings);
        const wanted = expected(settings, request);
        const enabled = request.enabled.map(({ name }) => name).join(', ') || 'nothing';
        const promises = brokenPromises(settings, request, shown);
        if (promises.length === 0 && JSON.stringify(shown) === JSON.stringify(wanted)) return;
        throw new PageProblem(
          [
            `Where an application ${what} (it has enabled: ${enabled}), a visitor should see`,
            `  ${inWords(wanted)};`,
            'the page shows',
            `  ${inWords(shown)}.`,
            ...promises,
            ...opened.console.map((line) => `The page's console says: ${line}`),
            `Look at connections in login.config.ts: ${JSON.stringify(settings.connections)}, and at lock.options.`,
          ].join('\n'),
        );
      },
    );
  },
);

/** What the page shows once it is there, and where it asks for a code or a link. */
async function look(it: Opened, settings: PageSettings): Promise<Shown> {
  const state = await it
    .until((document) => {
      const found = document.querySelector<HTMLElement>('[data-state=ready], [data-state=failed]');
      return found?.dataset['state'];
    })
    .catch(() => {
      const lines = it.console.map((line) => `\n  ${line}`).join('');
      throw new PageProblem(
        `The visitor sees neither a form nor a failure: the page's script does not get there. Its console says:${lines || ' nothing'}\nLook at what your templates add to the page, scripts first.`,
      );
    });
  if (state === 'failed') return { method: null, other: null, social: [], starts: null, isFailure: true };
  const panel = it.document.querySelector<HTMLElement>('#lock > :not([hidden])');
  const method = METHODS.find((one) => panel?.querySelector(FIELDS[one])) ?? null;
  const button = it.document.getElementById('method-switch');
  const social = [...(panel?.querySelectorAll<HTMLElement>('[data-provider]') ?? [])];
  return {
    method,
    other: button?.hidden === false ? (METHODS.find((one) => one !== method) ?? null) : null,
    social: social.map(({ dataset }) => dataset['provider'] ?? ''),
    starts: method === null ? null : await start(it, panel, method, settings),
    isFailure: false,
  };
}

/** Asks for a code or a link as a visitor would, and returns the connection that the tenant was told. */
async function start(
  it: Opened,
  panel: HTMLElement | null,
  method: Method,
  settings: PageSettings,
): Promise<string> {
  const { window } = it;
  const field = panel?.querySelector<HTMLInputElement>(FIELDS[method]);
  const box = panel?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (box?.checked === false) box.click();
  if (!field?.form) throw new PageProblem(`There is no form around ${FIELDS[method]}.`);
  const text = method === 'sms' ? phoneNumber(settings) : 'zoe@example.com';
  Object.getOwnPropertyDescriptor(window.HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new window.Event('input', { bubbles: true }));
  field.dispatchEvent(new window.Event('change', { bubbles: true }));
  const before = tenant.sent('/passwordless/start').length;
  const button = field.form.querySelector<HTMLButtonElement>('.auth0-lock-submit');
  await it
    // Where a box had to be ticked, the button works a moment later.
    .until(() => button?.disabled === false)
    .then(() => button?.click())
    .then(() => it.until(() => tenant.sent('/passwordless/start').length > before))
    .catch(() => {
      throw new PageProblem(
        `A visitor types ${text}, presses the button, and nothing is sent. The page says: ${it.document.querySelector('#lock')?.textContent?.trim()}`,
      );
    });
  return String(tenant.sent('/passwordless/start').at(-1)?.body['connection']);
}
