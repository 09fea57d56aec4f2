/**
 * An element of the page.
 *
 * @throws Error when the page has none of that id
 */
export function byId<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found as Kind;
}
