import type { Words } from '../PageData.ts';
import { setAttributes } from './setAttributes.ts';

/**
 * Makes Lock's list of countries what it looks like, a combobox with a listbox: Lock moves the highlight by
 * the arrow keys, but tells nobody.
 *
 * @see https://www.w3.org/WAI/ARIA/apg/patterns/combobox/
 */
export function countryList(container: Element, { label }: Words): void {
  const search = container.querySelector('input[name=search]');
  const list = container.querySelector('.auth0-lock-list-code');
  if (search === null || list === null) return;
  const id = `${container.id}-countries`;
  setAttributes(list, { id, role: 'listbox', 'aria-label': label.country });
  for (const group of list.querySelectorAll('ul')) setAttributes(group, { role: 'presentation' });
  let active = '';
  list.querySelectorAll('li').forEach((country, index) => {
    const isActive = /highlight/.test(country.className);
    const optionId = `${id}-${index}`;
    setAttributes(country, { id: optionId, role: 'option', 'aria-selected': String(isActive) });
    if (isActive) active = optionId;
  });
  setAttributes(search, {
    role: 'combobox',
    'aria-label': label.search,
    'aria-expanded': 'true',
    'aria-autocomplete': 'list',
    'aria-controls': id,
    'aria-activedescendant': active,
  });
}
