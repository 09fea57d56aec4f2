import { type Auth0Client, createAuth0Client } from '@auth0/auth0-spa-js';
import { type Choice, clientIdOf, readChoice } from './app/Choice.ts';
import { explain } from './app/explain.ts';
import { failed, loggedIn } from './app/show.ts';
import { snippet } from './app/snippet.ts';
import { verifyIdToken } from './app/verifyIdToken.ts';
import { onCopy } from './onCopy.ts';

/** Remembers over a redirect which application has begun the login. */
const PAGE = 'sample-app-page';
const redirect_uri = `${location.origin}/app`;

const form = byId<HTMLFormElement>('choices');
const result = byId('result');

form.addEventListener('change', showSnippet);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const choice = readChoice(form);
  const { allowedConnections } = choice;
  void logIn(choice, allowedConnections.length === 0 ? {} : { allowedConnections });
});
for (const button of document.querySelectorAll<HTMLElement>('[data-wrong]')) {
  const how = button.dataset['wrong'] === 'popup' ? 'popup' : 'redirect';
  button.addEventListener('click', () => void logIn({ how, page: 'own' }, { connection: 'sms' }));
}
onCopy(document, () => undefined);
showSnippet();
await start();

async function start(): Promise<void> {
  const page = localStorage.getItem(PAGE) === 'fixed' ? 'fixed' : 'own';
  const search = new URLSearchParams(location.search);
  const isCallback = search.has('state') && (search.has('code') || search.has('error'));
  try {
    const auth0 = await client({ page });
    if (isCallback) await auth0.handleRedirectCallback();
    await showUser(auth0, { page });
  } catch (error) {
    show(failed(explain(error)));
  }
  // A callback works once: a reload must not try it again.
  if (isCallback) history.replaceState(null, '', location.pathname);
  document.documentElement.dataset['ready'] = 'true';
}

/** Logs in; `extra` goes to `/authorize`. */
async function logIn(
  { how, page }: Pick<Choice, 'how' | 'page'>,
  extra: Readonly<Record<string, unknown>>,
): Promise<void> {
  localStorage.setItem(PAGE, page);
  try {
    const auth0 = await client({ page });
    const options = { authorizationParams: { redirect_uri, ...extra } };
    if (how === 'redirect') return await auth0.loginWithRedirect(options);
    await auth0.loginWithPopup(options, { timeoutInSeconds: 600 });
    await showUser(auth0, { page });
  } catch (error) {
    show(failed(explain(error)));
  }
}

function client({ page }: Pick<Choice, 'page'>): Promise<Auth0Client> {
  return createAuth0Client({
    domain: location.host,
    clientId: clientIdOf({ page }),
    useCookiesForTransactions: true,
    authorizationParams: { redirect_uri },
  });
}

async function showUser(auth0: Auth0Client, { page }: Pick<Choice, 'page'>): Promise<void> {
  const token = (await auth0.getIdTokenClaims())?.__raw;
  if (token === undefined) return;
  const claims = await verifyIdToken(token, clientIdOf({ page }));
  show(loggedIn(claims, token, () => void auth0.logout({ logoutParams: { returnTo: redirect_uri } })));
}

function show(nodes: readonly Node[]): void {
  result.replaceChildren(...nodes);
  result.focus();
}

function showSnippet(): void {
  const text = snippet(readChoice(form), location.host);
  byId('snippet').textContent = text;
  byId('copy').dataset['copy'] = text;
}

function byId<Kind extends HTMLElement>(id: string): Kind {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}.`);
  return found as Kind;
}
