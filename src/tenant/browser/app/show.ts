import type { JWTPayload } from 'jose';
import type { Explanation } from './explain.ts';

/** An element with text or further elements in it; never markup. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** Who is logged in: only what a verified token says. */
export function loggedIn(claims: JWTPayload, token: string, onLogOut: () => void): Node[] {
  const button = element('button', { type: 'button', id: 'logout' }, 'Log out');
  button.addEventListener('click', onLogOut);
  const rows = Object.entries(claims).map(([name, value]) =>
    element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, String(value))),
  );
  return [
    element('h2', {}, `Logged in as ${String(claims['name'] ?? claims.sub)}`),
    element('p', { id: 'signature' }, 'Signature verified: the claims of the ID token are the tenant’s.'),
    element('p', {}, button),
    element('table', { id: 'claims' }, element('tbody', {}, ...rows)),
    element('details', {}, element('summary', {}, 'The ID token itself'), element('pre', {}, token)),
  ];
}

export function failed({ title, error, why }: Explanation): Node[] {
  return [
    element('h2', { class: 'bad' }, title),
    element('p', { id: 'error' }, element('code', {}, error)),
    element('p', { id: 'why' }, why),
  ];
}
