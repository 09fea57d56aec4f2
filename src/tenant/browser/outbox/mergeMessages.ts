/**
 * Brings a list up to a fresh one. Items that stay are left as they are, so that a button keeps its focus
 * and what was opened stays open.
 *
 * @returns the messages that are new, in the fresh list's order
 */
export function mergeMessages(list: Element, fresh: Element): Element[] {
  const known = new Map([...list.children].map((item) => [item.id, item]));
  const added: Element[] = [];
  const wanted = [...fresh.children].map((item) => {
    const kept = item.id === '' ? undefined : known.get(item.id);
    if (kept === undefined && item.id !== '') added.push(item);
    return kept ?? item;
  });
  for (const item of [...list.children]) if (!wanted.includes(item)) item.remove();
  // Only what is not in its place is moved: moving takes the focus away.
  for (const [place, item] of wanted.entries()) {
    const there = list.children[place] ?? null;
    if (there !== item) list.insertBefore(item, there);
  }
  return added;
}
