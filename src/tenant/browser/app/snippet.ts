import { type Choice, clientIdOf } from './Choice.ts';

/** The code that a team writes for a choice; what this app itself does. */
export function snippet(choice: Choice, domain: string): string {
  const names = choice.allowedConnections.map((name) => `'${name}'`).join(', ');
  const asks = names === '' ? '' : `\n    allowedConnections: [${names}],`;
  return `import { createAuth0Client } from '@auth0/auth0-spa-js';

const auth0 = await createAuth0Client({
  domain: '${domain}',
  clientId: '${clientIdOf(choice)}',
  // A link from an email opens a new tab, which has only cookies.
  useCookiesForTransactions: true,
  authorizationParams: {
    redirect_uri: \`\${location.origin}/app\`,${asks}
  },
});
${choice.how === 'popup' ? POPUP : REDIRECT}`;
}

const REDIRECT = `
// Back from the login page.
const query = new URLSearchParams(location.search);
if (query.has('state') && (query.has('code') || query.has('error'))) {
  await auth0.handleRedirectCallback();
  history.replaceState(null, '', location.pathname);
}

const user = await auth0.getUser();
if (user === undefined) await auth0.loginWithRedirect();`;

const POPUP = `
// Only in a click: browsers block popups that nobody asked for.
button.addEventListener('click', async () => {
  await auth0.loginWithPopup();
  const user = await auth0.getUser();
});`;
