// The sample app: logs in as it was chosen, and shows what a verified ID token says.
import type { Auth0Client } from '@auth0/auth0-spa-js';
import { byId } from './app/byId.ts';
import { clientIdOf, keepChoice, readChoice, recallChoice } from './app/Choice.ts';
import { APP_URL, clientFor } from './app/clientFor.ts';
import { explain } from './app/explain.ts';
import { showFailure, showProgress, showUser } from './app/show.ts';
import { snippet } from './app/snippet.ts';
import { verifyIdToken } from './app/verifyIdToken.ts';
import { onCopy } from './onCopy.ts';

/** Nobody has to hurry here: the code must be fetched from the outbox first. */
const POPUP_SECONDS = 600;

const form = byId<HTMLFormElement>('choices');

recallChoice(form);
showSnippet();
form.addEventListener('change', showSnippet);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { how, allowedConnections } = readChoice(form);
  void logIn(how, allowedConnections.length === 0 ? {} : { allowedConnections });
});
for (const button of document.querySelectorAll<HTMLElement>('[data-wrong]')) {
  const how = button.dataset['wrong'] === 'popup' ? 'popup' : 'redirect';
  button.addEventListener('click', () => void logIn(how, { connection: 'sms' }));
}
onCopy(document, (text) => {
  byId('copied').textContent = text;
});
await start();

/** Goes on with the login that has just ended, or with the session that is there. */
async function start(): Promise<void> {
  const search = new URLSearchParams(location.search);
  const isCallback = search.has('state') && (search.has('code') || search.has('error'));
  try {
    const auth0 = clientFor(readChoice(form));
    if (isCallback) {
      showProgress('Logging in …');
      await auth0.handleRedirectCallback();
    } else {
      await auth0.checkSession();
    }
    await welcome(auth0);
  } catch (error) {
    showFailure(explain(error));
  }
  // A callback works once: a reload must not try it again.
  if (isCallback) history.replaceState(null, '', location.pathname);
  document.documentElement.dataset['ready'] = 'true';
}

/** Logs in; `extra` goes to `/authorize`. A popup must be opened before anything is waited for. */
async function logIn(how: 'redirect' | 'popup', extra: Readonly<Record<string, unknown>>): Promise<void> {
  keepChoice(form);
  const auth0 = clientFor(readChoice(form));
  const options = { authorizationParams: { ...extra } };
  try {
    if (how === 'redirect') return await auth0.loginWithRedirect(options);
    showProgress('Log in in the popup …');
    await auth0.loginWithPopup(options, { timeoutInSeconds: POPUP_SECONDS });
    await welcome(auth0);
  } catch (error) {
    showFailure(explain(error));
  }
}

/** Shows who is logged in, if anybody is. */
async function welcome(auth0: Auth0Client): Promise<void> {
  const token = (await auth0.getIdTokenClaims())?.__raw;
  if (token === undefined) return;
  const clientId = clientIdOf(readChoice(form));
  const claims = await verifyIdToken(token, clientId);
  showUser(claims, token, () => void auth0.logout({ logoutParams: { returnTo: APP_URL } }));
}

function showSnippet(): void {
  const text = snippet(readChoice(form), location.host);
  byId('snippet').textContent = text;
  byId('copy').dataset['copy'] = text;
}
