import type { LiveRegion } from './LiveRegion.ts';
import type { Method, Words } from './PageData.ts';
import type { PageElements } from './pageElements.ts';

/**
 * The button that leads from one method to the other. It is there only when both are offered, names the
 * method that it leads to, and tells screen readers when the form has changed.
 *
 * @param methods - the offered methods, the one shown first
 * @param change - shows the panel of that method, and calls back once its form is there
 */
export function methodSwitch(
  { switchButton }: PageElements,
  liveRegion: LiveRegion,
  words: Words,
  methods: readonly Method[],
  change: (method: Method, onReady: () => void) => void,
): void {
  let shown = methods[0];
  const other = () => methods.find((method) => method !== shown);
  const label = () => {
    const next = other();
    switchButton.hidden = next === undefined;
    if (next !== undefined) switchButton.textContent = words.switchTo[next];
  };
  switchButton.addEventListener('click', () => {
    const next = other();
    if (next === undefined) return;
    shown = next;
    label();
    change(next, () => liveRegion.say(words.switchedTo[next]));
  });
  label();
}
