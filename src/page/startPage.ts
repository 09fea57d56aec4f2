import { applyLanguage } from './applyLanguage.ts';
import { chooseConnections } from './chooseConnections.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import { clientSettingsSource } from './clientSettingsSource.ts';
import { dataBlock } from './dataBlock.ts';
import { decodeHostedConfig } from './decodeHostedConfig.ts';
import { enabledConnections } from './enabledConnections.ts';
import { Failure } from './Failure.ts';
import { FailureScreen } from './failureScreen.ts';
import { guardExceptions } from './guardExceptions.ts';
import type { HostedConfig } from './HostedConfig.ts';
import { LockPanel } from './LockPanel.ts';
import { loadClientSettings } from './loadClientSettings.ts';
import { deliveryOptions, getLock, shareClientSettings } from './lock/delivery.ts';
import type { LockConstructor } from './lock/Lock.ts';
import { lockOptions } from './lockOptions.ts';
import { methodSwitch } from './methodSwitch.ts';
import { offeredMethods, type Panel } from './offeredMethods.ts';
import { ownValue } from './ownValue.ts';
import type { Method, PageData, Words } from './PageData.ts';
import { pageColours } from './pageColours.ts';
import { type PageElements, pageElements } from './pageElements.ts';
import { panelLogo } from './panelLogo.ts';

/** How long a visitor waits for the form before the page says that something is slow, with a way on. */
const PATIENCE_MS = 10_000;

/** Everything that happens in the browser, from the two data blocks to a form or a failure. */
export async function startPage(): Promise<void> {
  const elements = pageElements(document);
  const screen = new FailureScreen(elements);
  guardExceptions(elements, screen);
  setTimeout(() => {
    if (elements.root.dataset['state'] !== 'loading') return;
    screen.show(new Failure('slow', `There is no form after ${PATIENCE_MS} ms.`));
  }, PATIENCE_MS);
  try {
    const page = JSON.parse(dataBlock(document, 'page-settings')) as PageData;
    // A first language before the hosted config is read, so that a broken one is told in a language.
    speak(page, { internalOptions: {} }, screen);
    const hosted = decodeHostedConfig(dataBlock(document, 'hosted-config'));
    const { language, words } = speak(page, hosted, screen);
    paint(page, hosted);
    const panels = await findPanels(page, hosted);
    const Lock = await getLock();
    showPanels({ Lock, page, hosted, language, words, panels, elements, screen });
  } catch (error) {
    screen.show(error);
  }
}

type Spoken = { language: string; words: Words };

function speak(
  page: PageData,
  hosted: Pick<HostedConfig, 'dict' | 'internalOptions'>,
  screen: FailureScreen,
): Spoken {
  const language = chooseLanguage(Object.keys(page.languages), hosted, navigator.languages);
  const data = ownValue(page.languages, language);
  if (data === undefined) throw new Error('The page settings hold no language.');
  screen.speak(data.words);
  applyLanguage(document, language, data, page.brand.name);
  return { language, words: data.words };
}

function paint(page: PageData, hosted: HostedConfig): void {
  const { primary, background } = pageColours(page.brand, hosted.colors);
  const { style } = document.documentElement;
  style.setProperty('--primary', primary);
  if (background !== null) style.setProperty('--page-background', background);
}

async function findPanels(page: PageData, hosted: HostedConfig): Promise<Panel[]> {
  const settings = await loadClientSettings(clientSettingsSource(hosted));
  shareClientSettings(settings);
  const enabled = enabledConnections(settings);
  const names = enabled.map(({ name }) => name);
  const panels = offeredMethods(chooseConnections(page.connections, hosted, names) ?? [], enabled);
  if (panels.length === 0) {
    throw new Failure(
      'no_connection',
      'The application has no SMS, email or social connection enabled: see Authentication > Passwordless.',
    );
  }
  return panels;
}

interface Showing extends Spoken {
  Lock: LockConstructor;
  page: PageData;
  hosted: HostedConfig;
  panels: Panel[];
  elements: PageElements;
  screen: FailureScreen;
}

function showPanels({ Lock, page, hosted, language, words, panels, elements, screen }: Showing): void {
  const shown = new Map<Panel, LockPanel>();
  registerDictionary(page, language);
  const show = (panel: Panel, focus: boolean) => {
    for (const [other, lockPanel] of shown) lockPanel.visible = other === panel;
    const known = shown.get(panel);
    if (known !== undefined) return known.focus();
    const element = document.createElement('div');
    element.id = `lock-${panel.method ?? 'social'}`;
    element.className = 'lock';
    elements.lock.append(element);
    const lockPanel: LockPanel = new LockPanel({
      Lock,
      clientID: hosted.clientID,
      domain: hosted.auth0Domain,
      element,
      options: {
        ...lockOptions({
          hosted,
          page,
          panel,
          language,
          container: element.id,
          logo: panelLogo(elements.logo?.src, hosted.icon),
          primaryColor: pageColours(page.brand, hosted.colors).primary,
        }),
        ...deliveryOptions(hosted),
      },
      onReady: () => {
        screen.hide();
        elements.root.dataset['state'] = 'ready';
        if (focus) lockPanel.focus();
      },
      onFailure: (error) => screen.show(error),
    });
    shown.set(panel, lockPanel);
  };
  const first = panels[0];
  if (first === undefined) return;
  // On a small screen the focus would bring up the keyboard, which covers what the visitor has not read.
  show(first, window.innerWidth > 480);
  const methods = panels.flatMap(({ method }): Method[] => (method === null ? [] : [method]));
  methodSwitch(elements, words, methods, (method) => {
    const panel = panels.find((candidate) => candidate.method === method);
    if (panel !== undefined) show(panel, true);
  });
}

/** Lock would load the dictionary from Auth0's CDN, and wait for it, unless it is registered first. */
function registerDictionary(page: PageData, language: string): void {
  const dictionary = ownValue(page.languages, language)?.dictionary;
  const register = window.Auth0?.['registerLanguageDictionary'];
  if (dictionary !== undefined && typeof register === 'function') register(language, dictionary);
}
