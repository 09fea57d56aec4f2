import type { JWTPayload } from 'jose';
import { byId } from './byId.ts';
import { claimText } from './claimText.ts';
import { element } from './element.ts';
import type { Explanation } from './explain.ts';

/** Says what is going on. */
export function showProgress(text: string): void {
  byId('result').replaceChildren(element('p', { class: 'quiet' }, text));
}

/** Who is logged in: only what a verified token says. What leads to a login is out of the way. */
export function showUser(claims: JWTPayload, token: string, onLogOut: () => void): void {
  const button = element('button', { type: 'button', id: 'logout', class: 'primary' }, 'Log out');
  button.addEventListener('click', onLogOut);
  const rows = Object.entries(claims).map(([name, value]) =>
    element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, claimText(name, value))),
  );
  for (const section of ['login', 'wrong']) byId(section).hidden = true;
  show(
    element('h2', {}, `Logged in as ${String(claims['name'] ?? claims.sub)}`),
    element('p', { id: 'signature', class: 'good' }, '✓ Signature verified'),
    element(
      'p',
      {},
      'The claims below are the tenant’s: the ID token was checked here against its published keys, its issuer, and this application’s client id.',
    ),
    element('table', { id: 'claims' }, element('tbody', {}, ...rows)),
    element('details', {}, element('summary', {}, 'The ID token itself'), element('pre', {}, token)),
    element('p', {}, button),
    element(
      'p',
      { class: 'quiet' },
      'To see the login page again, log out: Auth0 shows it to nobody whom it knows.',
    ),
  );
}

export function showFailure({ title, error, why }: Explanation): void {
  show(
    element('h2', { class: 'bad' }, title),
    element('p', { id: 'error' }, element('code', {}, error)),
    element('p', { id: 'why' }, why),
  );
}

function show(...nodes: Node[]): void {
  const result = byId('result');
  result.replaceChildren(...nodes);
  result.focus();
}
