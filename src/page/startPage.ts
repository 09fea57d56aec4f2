import { applyLanguage } from './applyLanguage.ts';
import { askChallenge } from './askChallenge.ts';
import type { ClientSettings } from './ClientSettings.ts';
import { CodeHelp } from './CodeHelp.ts';
import { chooseConnections, unknownConnections } from './chooseConnections.ts';
import { chooseLanguage } from './chooseLanguage.ts';
import { clientSettingsSource } from './clientSettingsSource.ts';
import { dataBlock } from './dataBlock.ts';
import { decodeHostedConfig } from './decodeHostedConfig.ts';
import { enabledConnections } from './enabledConnections.ts';
import { tellForms } from './events/tellForms.ts';
import { watchAnswers } from './events/watchAnswers.ts';
import { Failure } from './Failure.ts';
import { FailureScreen } from './failureScreen.ts';
import { guardExceptions } from './guardExceptions.ts';
import type { HostedConfig } from './HostedConfig.ts';
import { LiveRegion } from './LiveRegion.ts';
import { LockPanels } from './LockPanels.ts';
import { limitRequests } from './limitRequests.ts';
import { loadClientSettings } from './loadClientSettings.ts';
import { loadLock } from './lock/delivery.ts';
import { methodSwitch } from './methodSwitch.ts';
import { offeredMethods, type Panel } from './offeredMethods.ts';
import { ownValue } from './ownValue.ts';
import type { Method, PageData, Words } from './PageData.ts';
import { pageColours } from './pageColours.ts';
import { pageElements } from './pageElements.ts';
import { painted } from './painted.ts';
import { NumberingPlans } from './phone/NumberingPlans.ts';
import { PhoneNumbers } from './phone/PhoneNumbers.ts';
import { rgbOf } from './rgbOf.ts';
import { sendLanguage } from './sendLanguage.ts';
import { watchExpiry } from './watchExpiry.ts';
import { watchLeaving } from './watchLeaving.ts';
import { withoutMalformedTelemetry } from './withoutMalformedTelemetry.ts';

/** Below this the focus would bring up a keyboard that covers what the visitor has not read yet. */
const FOCUS_FROM_WIDTH = 480;

/** Everything that happens in the browser, from the two data blocks to a form or a failure. */
export async function startPage(): Promise<void> {
  const elements = pageElements(document);
  const screen = new FailureScreen(elements);
  guardExceptions(elements, screen);
  // From here on, whatever goes wrong is told by the script.
  elements.stalled?.remove();
  try {
    const page = JSON.parse(dataBlock(document, 'page-settings')) as PageData;
    // In some language before the hosted config is read, so that a broken one is told in a language.
    speak(page, { internalOptions: {} }, screen);
    const hosted = decodeHostedConfig(dataBlock(document, 'hosted-config'));
    tidyAddress();
    watch(hosted, screen);
    const spoken = speak(page, hosted, screen);
    paint(page, hosted);
    const pending = loadClientSettings(clientSettingsSource(hosted));
    // Awaited below: until then a failure of it must not count as unhandled.
    pending.catch(() => undefined);
    // Lock keeps the browser busy: the shell would be painted only after that.
    await painted();
    const loaded = loadLock();
    const settings = await pending;
    loaded.shareClientSettings(settings);
    loaded.shareChallenge(window.loginPageAsked?.challenge ?? askChallenge(hosted));
    const { countries } = page;
    const numbers = new PhoneNumbers({
      plans: new NumberingPlans(NUMBERING_PLANS),
      ...(countries !== undefined && { countries }),
      ...spoken,
    });
    loaded.sharePhoneNumbers?.(numbers);
    const panels = choosePanels(page, hosted, settings);
    registerDictionary(page, spoken.language);
    const liveRegion = new LiveRegion(elements.announcement);
    const locks = new LockPanels({ loaded, numbers, page, hosted, ...spoken, elements, screen, liveRegion });
    const methods = Object.freeze(
      panels.flatMap(({ method }): Method[] => (method === null ? [] : [method])),
    );
    sendLanguage(hosted.auth0Domain, spoken.language);
    watchAnswers({ domain: hosted.auth0Domain, emailMethod: page.emailMethod, shown: locks.shownMethod });
    if (elements.codeHelp !== null) {
      new CodeHelp({
        elements: elements.codeHelp,
        lock: elements.lock,
        words: spoken.words,
        liveRegion,
        locks,
        codeScreen: loaded.codeScreen,
        resendAfter: page.resendAfter,
      });
    }
    const tellForm = tellForms({ methods, language: spoken.language });
    const focus = window.innerWidth > FOCUS_FROM_WIDTH;
    locks.show(panels[0], { focus, onReady: () => tellForm(panels[0].method) });
    methodSwitch(elements, liveRegion, spoken.words, methods, (method, onReady) => {
      const panel = panels.find((candidate) => candidate.method === method);
      const onShown = () => {
        onReady();
        tellForm(method);
      };
      if (panel !== undefined) locks.show(panel, { focus: true, onReady: onShown });
    });
  } catch (error) {
    screen.show(error);
  }
}

function speak(
  page: PageData,
  hosted: Pick<HostedConfig, 'dict' | 'internalOptions'>,
  screen: FailureScreen,
): { language: string; words: Words } {
  const language = chooseLanguage(Object.keys(page.languages), hosted, navigator.languages);
  const data = ownValue(page.languages, language);
  if (data === undefined) throw new Error('The page settings hold no language.');
  screen.speak(data.words);
  applyLanguage(document, language, data, page.brand.name);
  return { language, words: data.words };
}

/** What can go wrong later on. */
function watch({ auth0Domain, internalOptions }: HostedConfig, screen: FailureScreen): void {
  limitRequests(auth0Domain);
  watchLeaving((by) => {
    const slow = new Failure('slow', 'The next page does not come.');
    if (by === 'code') screen.showAccepted(slow);
    else screen.show(slow);
  });
  // The dashboard's preview has no login transaction.
  if (internalOptions['state'] !== undefined) {
    watchExpiry(() => screen.show(new Failure('expired', 'The login transaction is an hour old.')));
  }
  // The browser may keep the page as it was left: with a button that turns, and a code that is used up.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) window.location.reload();
  });
}

/** Lock reads the address: only what it can read may stand there. */
function tidyAddress(): void {
  const address = new URL(window.location.href);
  const tidy = withoutMalformedTelemetry(address.search);
  if (tidy === address.search) return;
  address.search = tidy;
  window.history.replaceState(window.history.state, '', address);
}

function paint(page: PageData, hosted: HostedConfig): void {
  const { primary, onPrimary, background } = pageColours(page.brand, hosted.colors, rgbOf);
  const { style } = document.documentElement;
  style.setProperty('--primary', primary);
  style.setProperty('--on-primary', onPrimary);
  if (background !== null) style.setProperty('--page-background', background);
}

/** @throws Failure when the application has nothing enabled that can be offered */
function choosePanels(page: PageData, hosted: HostedConfig, settings: ClientSettings): [Panel, ...Panel[]] {
  const enabled = enabledConnections(settings);
  const names = enabled.map(({ name }) => name);
  const unknown = unknownConnections(page.connections, hosted, names);
  if (unknown !== null) console.warn(`Login page: ${unknown}`);
  const offered = chooseConnections(page.connections, hosted, names) ?? names;
  const [first, ...others] = offeredMethods(offered, enabled);
  if (first === undefined) {
    throw new Failure(
      'no_connection',
      'The application has no SMS, email or social connection enabled: see Authentication > Passwordless.',
    );
  }
  return [first, ...others];
}

/** Lock would load the dictionary from Auth0's CDN, and wait for it, unless it is registered first. */
function registerDictionary(page: PageData, language: string): void {
  const dictionary = ownValue(page.languages, language)?.dictionary;
  const register = window.Auth0?.['registerLanguageDictionary'];
  if (dictionary !== undefined && typeof register === 'function') register(language, dictionary);
}
