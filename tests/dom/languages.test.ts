import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dictionary } from '../../src/pipeline/dictionary.ts';
import { words } from '../../src/pipeline/words/words.ts';
import { direction, type Language, languages } from '../../src/settings/languages.ts';
import { startTenant } from '../../src/tenant/startTenant.ts';
import type { Tenant } from '../../src/tenant/Tenant.ts';
import { type Opened, openInJsdom } from '../support/openInJsdom.ts';
import { page } from '../support/page.ts';

let tenant: Tenant;
let opened: Opened | undefined;
beforeAll(async () => {
  tenant = await startTenant({ page: page('languages') });
});
afterEach(() => opened?.close());
afterAll(() => tenant.close());

async function open(request: Record<string, string>, browser: string[] = ['en']): Promise<Opened> {
  opened = await openInJsdom(
    tenant.address({ request: { allowedConnections: 'sms,email', ...request } }),
    browser,
  );
  await opened.until((document) => document.querySelector('[data-state=ready]'));
  return opened;
}
const placeholder = ({ document }: Opened) =>
  document.querySelector<HTMLInputElement>('input[name=phoneNumber]')?.placeholder;

describe('the page', () => {
  it.each(languages.filter((it) => it !== 'fr'))('speaks %s, with Lock in it', async (language: Language) => {
    const it = await open({ ui_locales: `xx ${language}` });
    const { documentElement, title } = it.document;
    expect(documentElement.lang).toBe(language);
    expect(documentElement.dir).toBe(direction(language));
    expect(title).toBe(language === 'en' ? 'Welcome' : words[language].titlePlain);
    expect(placeholder(it)).toBe(dictionary(language)['phoneNumberInputPlaceholder']);
    expect(it.document.getElementById('method-switch')?.textContent).toBe(words[language].switchTo.email);
    expect(it.console).toEqual([]);
  });

  it.each<[string, Record<string, string>, string[], string]>([
    ['the request before the browser', { ui_locales: 'de' }, ['es'], 'de'],
    ['the first that it has of a list', { ui_locales: 'sv-SE pt-BR de' }, ['es'], 'pt-br'],
    ['the browser’s', {}, ['sv', 'it-IT'], 'it'],
    ['the first of the settings where it has none of them', { ui_locales: 'sv' }, ['fi'], 'en'],
  ])('takes %s', async (_what, request, browser, language) => {
    expect((await open(request, browser)).document.documentElement.lang).toBe(language);
  });

  it('says what the team has written, and the rest as it is', async () => {
    const it = await open({ ui_locales: 'fr' });
    expect(placeholder(it)).toBe('votre mobile');
    expect(it.document.title).toBe(words.fr.titlePlain);
  });

  it('fails in the team’s words too', async () => {
    opened = await openInJsdom(tenant.address({ hosted: { clientID: '' } }));
    const root = await opened.until((document) => document.querySelector('[data-failure=bad_config]'));
    expect(root.querySelector('#failure-text')?.textContent).toBe('Start again, please.');
  });
});
