import type { FailureScreen } from './failureScreen.ts';
import type { HostedConfig } from './HostedConfig.ts';
import { LockPanel } from './LockPanel.ts';
import { deliveryOptions } from './lock/delivery.ts';
import type { LockConstructor } from './lock/Lock.ts';
import { lockOptions } from './lockOptions.ts';
import type { Panel } from './offeredMethods.ts';
import type { PageData, Words } from './PageData.ts';
import { pageColours } from './pageColours.ts';
import type { PageElements } from './pageElements.ts';
import { panelLogo } from './panelLogo.ts';

/** What all panels of a page share. */
export interface LockPanelsInput {
  Lock: LockConstructor;
  page: PageData;
  hosted: HostedConfig;
  language: string;
  words: Words;
  elements: PageElements;
  screen: FailureScreen;
}

/** The panels of a page: one is shown, each is made when it is first needed, and none is ever thrown away. */
export class LockPanels {
  readonly #input: LockPanelsInput;
  readonly #made = new Map<Panel, LockPanel>();

  constructor(input: LockPanelsInput) {
    this.#input = input;
  }

  /**
   * Shows one panel in place of the others.
   *
   * @param focus - whether the field to fill in is focused, at once or as soon as it is there
   */
  show(panel: Panel, focus: boolean): void {
    for (const [other, lockPanel] of this.#made) lockPanel.visible = other === panel;
    const known = this.#made.get(panel);
    if (known === undefined) this.#made.set(panel, this.#make(panel, focus));
    else if (focus) known.focus();
  }

  #make(panel: Panel, focus: boolean): LockPanel {
    const { Lock, page, hosted, language, words, elements, screen } = this.#input;
    const element = document.createElement('div');
    element.id = `lock-${panel.method ?? 'social'}`;
    elements.lock.append(element);
    const options = lockOptions({
      hosted,
      page,
      panel,
      language,
      words,
      container: element.id,
      logo: panelLogo(elements.logo?.src, hosted.icon),
      primaryColor: pageColours(page.brand, hosted.colors).primary,
    });
    const lockPanel: LockPanel = new LockPanel({
      Lock,
      clientID: hosted.clientID,
      domain: hosted.auth0Domain,
      element,
      options: { ...options, ...deliveryOptions(hosted) },
      onReady: () => {
        screen.hide();
        elements.root.dataset['state'] = 'ready';
        if (focus) lockPanel.focus();
      },
      onFailure: (error) => screen.show(error),
    });
    return lockPanel;
  }
}
