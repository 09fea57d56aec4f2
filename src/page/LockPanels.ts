import { askCountry } from './askCountry.ts';
import type { FailureScreen } from './failureScreen.ts';
import type { HostedConfig } from './HostedConfig.ts';
import type { LiveRegion } from './LiveRegion.ts';
import { LockPanel } from './LockPanel.ts';
import { deliveryOptions } from './lock/delivery.ts';
import type { LoadedLock } from './lock/Lock.ts';
import { lockOptions } from './lockOptions.ts';
import { mendMarkup } from './markup/mendMarkup.ts';
import type { Panel } from './offeredMethods.ts';
import type { Method, PageData, Words } from './PageData.ts';
import { pageColours } from './pageColours.ts';
import type { PageElements } from './pageElements.ts';
import { painted } from './painted.ts';
import { panelLogo } from './panelLogo.ts';
import type { PhoneNumbers } from './phone/PhoneNumbers.ts';
import { rgbOf } from './rgbOf.ts';
import { type StartCountry, startCountry } from './startCountry.ts';

/** What all panels of a page share. */
export interface LockPanelsInput {
  loaded: LoadedLock;
  numbers: PhoneNumbers;
  page: PageData;
  hosted: HostedConfig;
  language: string;
  words: Words;
  elements: PageElements;
  screen: FailureScreen;
  liveRegion: LiveRegion;
}

/** The panels of a page: one is shown, each is made when it is first needed, and none is ever thrown away. */
export class LockPanels {
  private readonly input: LockPanelsInput;
  private readonly made = new Map<Panel, LockPanel>();
  private shown: LockPanel | null = null;
  private method: Method | null = null;
  /** What is to be done once the shown panel is ready. */
  private whenReady: (() => void) | null = null;

  constructor(input: LockPanelsInput) {
    this.input = input;
  }

  /**
   * Shows one panel in place of the others.
   *
   * @param options - `focus`: whether its field gets the focus; `onReady`: called once its form is there
   */
  show(panel: Panel, options: { focus: boolean; onReady?: () => void }): void {
    const known = this.made.get(panel);
    for (const lockPanel of this.made.values()) lockPanel.visible = lockPanel === known;
    const shown = known ?? this.make(panel);
    this.made.set(panel, shown);
    this.shown = shown;
    this.method = panel.method;
    this.whenReady = () => {
      options.onReady?.();
      if (options.focus) shown.focus();
    };
    this.reflect();
  }

  /** The panel that is shown: its element and its Lock. */
  readonly shownPanel = (): LockPanel | null => this.shown;

  /** The method of the panel that is shown. */
  readonly shownMethod = (): Method | null => this.method;

  /** Makes the page show the state of the panel that is shown. */
  private reflect(): void {
    const { elements, screen } = this.input;
    const state = this.shown?.state ?? 'loading';
    if (typeof state !== 'string') return screen.show(state);
    screen.hide();
    elements.root.dataset['state'] = state;
    if (state !== 'ready') return;
    const whenReady = this.whenReady;
    this.whenReady = null;
    whenReady?.();
  }

  private make(panel: Panel): LockPanel {
    const { loaded, numbers, page, hosted, language, words, elements, liveRegion } = this.input;
    const hint = hosted.internalOptions['login_hint'];
    const start = startCountry(numbers, page.defaultCountry, hint, navigator.languages);
    const element = document.createElement('div');
    element.id = `lock-${panel.method ?? 'social'}`;
    elements.lock.append(element);
    mendMarkup(element, words, liveRegion);
    loaded.sendNumber?.(element, numbers);
    const options = lockOptions({
      hosted,
      page,
      panel,
      language,
      words,
      container: element.id,
      // Lock itself must ask where its guess can't be mended later.
      country: start.isGuess && loaded.suggestCountry === null ? undefined : start.country,
      number: start.number,
      logo: panelLogo(elements.logo?.src, hosted.icon),
      primaryColor: pageColours(page.brand, hosted.colors, rgbOf).primary,
    });
    const lockPanel: LockPanel = new LockPanel({
      loaded,
      clientID: hosted.clientID,
      domain: hosted.auth0Domain,
      element,
      options: { ...options, ...deliveryOptions(hosted) },
      onChange: () => {
        if (panel.method === 'sms' && lockPanel.state === 'ready') void this.mendCountry(lockPanel, start);
        if (this.shown === lockPanel) this.reflect();
      },
    });
    if (lockPanel.lock !== undefined) loaded.followCountry?.(lockPanel.lock);
    return lockPanel;
  }

  /** Asks where the visitor is only now: nobody has waited for it. */
  private async mendCountry({ lock }: LockPanel, { country, isGuess }: StartCountry): Promise<void> {
    const { loaded, numbers, hosted } = this.input;
    if (!isGuess || loaded.suggestCountry === null || lock === undefined) return;
    await painted();
    const better = await askCountry(hosted.auth0Domain);
    if (better !== null && better !== country && numbers.has(better))
      loaded.suggestCountry(lock, country, better);
  }
}
