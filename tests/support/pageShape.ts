/** What a page consists of, but for its texts and values. Runs in the browser. */
export interface PageShape {
  /** Its elements, in order, with all of their attributes but those that may hold a value of the request. */
  elements: string[];
  /** Addresses and styles that the elements load or set. */
  styles: string[];
  /** Names that `Object.prototype`, `Array.prototype` or `Function.prototype` has beside the language's own. */
  polluted: string[];
  /** Whether a visitor has a title to read and a field to fill in. */
  usable: boolean;
}

/** Looks at the page that it runs in. */
export function pageShape(): PageShape {
  const free = ['style', 'aria-label', 'value', 'content', 'title'];
  const describe = (element: Element) =>
    [
      element.localName,
      ...[...element.attributes]
        .filter(({ name }) => !free.includes(name))
        .map(({ name, value }) => `${name}=${value.replace(/\?t\d+$/, '')}`)
        .sort(),
    ].join(' ');
  const all = [...document.querySelectorAll('*')];
  const bare = document.implementation.createHTMLDocument().defaultView ?? window;
  const known = (owner: object) => new Set(Object.getOwnPropertyNames(owner));
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const fresh = (frame.contentWindow ?? bare) as unknown as typeof globalThis;
  const polluted = (['Object', 'Array', 'Function'] as const).flatMap((name) => {
    const own = known(fresh[name].prototype);
    return [...known(window[name as 'Object'].prototype)].filter((key) => !own.has(key));
  });
  frame.remove();
  const field = document.querySelector('#lock input:not([type=hidden])');
  return {
    elements: all.map(describe),
    styles: all.flatMap((element) => element.getAttribute('style') ?? []),
    polluted,
    usable:
      document.title.trim() !== '' &&
      field instanceof HTMLElement &&
      field.getBoundingClientRect().height > 20,
  };
}
