import { type Choice, clientIdOf } from './Choice.ts';

/** The code that a team writes for a choice; what this app itself does. */
export function snippet(choice: Choice, domain: string): string {
  const names = choice.allowedConnections.map((name) => `'${name}'`).join(', ');
  const asks = names === '' ? '' : `\n    allowedConnections: [${names}],`;
  const logIn = choice.how === 'popup' ? 'loginWithPopup' : 'loginWithRedirect';
  return `import { createAuth0Client } from '@auth0/auth0-spa-js';

const auth0 = await createAuth0Client({
  domain: '${domain}',
  clientId: '${clientIdOf(choice)}',
  // A link from an email opens in a tab of its own, which has only the cookies.
  useCookiesForTransactions: true,
  authorizationParams: {
    redirect_uri: \`\${location.origin}/app\`,${asks}
  },
});
await auth0.${logIn}();`;
}
