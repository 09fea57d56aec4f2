import type { LiveRegion } from '../LiveRegion.ts';
import type { Words } from '../PageData.ts';
import { captcha } from './captcha.ts';
import { consent } from './consent.ts';
import { countryList } from './countryList.ts';
import { coverForm } from './coverForm.ts';
import { labelParts } from './labelParts.ts';
import { lateFocus } from './lateFocus.ts';
import { mendFields } from './mendFields.ts';
import { mendKeys } from './mendKeys.ts';
import { missingCode } from './missingCode.ts';
import { newMessages } from './newMessages.ts';
import { socialButtons } from './socialButtons.ts';

/**
 * Mends, as long as the page lives, what Lock's markup keeps from people who do not see the screen or do not
 * use a mouse. Lock never sets anew an attribute that it has not changed itself, so what is mended stays.
 *
 * @param container - Lock's container, with an id
 */
export function mendMarkup(container: HTMLElement, words: Words, liveRegion: LiveRegion): void {
  const messages = newMessages(container);
  const mendConsent = consent(container, words);
  mendKeys(container);
  mendFields(container);
  missingCode(container, words, liveRegion);
  new MutationObserver(() => {
    labelParts(container, words);
    captcha(container);
    socialButtons(container);
    countryList(container, words);
    mendConsent();
    coverForm(container);
    lateFocus(container);
    const fresh = messages();
    if (fresh.length > 0) liveRegion.say(fresh.join(' '));
  }).observe(container, {
    childList: true,
    characterData: true,
    subtree: true,
    attributeFilter: ['class', 'disabled', 'value'],
  });
}
