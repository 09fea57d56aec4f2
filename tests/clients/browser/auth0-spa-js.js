import { createAuth0Client } from '@auth0/auth0-spa-js';
import { failure, HERE, isCallback, settings, show } from './page.js';

const { domain, clientId, options } = settings();
const { authorizationParams, ...more } = options;
const auth0 = await createAuth0Client({
  domain,
  clientId,
  authorizationParams: { redirect_uri: HERE, ...authorizationParams },
  ...more,
});

const app = {
  login: () => auth0.loginWithRedirect(),
  popup: async () => {
    await auth0.loginWithPopup();
    return auth0.getIdTokenClaims();
  },
  tokens: () => auth0.getTokenSilently({ cacheMode: 'off', detailedResponse: true }),
  /** Calls `/userinfo` with a proof of the key that the token is bound to. */
  userInfo: async (audience) => {
    const fetcher = auth0.createFetcher({ dpopNonceId: 'userinfo' });
    const answer = await fetcher.fetchWithAuth(`https://${domain}/userinfo`, {}, { audience });
    return { status: answer.status, body: await answer.text() };
  },
  revoke: () => auth0.revokeRefreshToken(),
  logout: () => auth0.logout({ logoutParams: { returnTo: HERE } }),
};

try {
  if (isCallback()) await auth0.handleRedirectCallback();
  show(await auth0.getIdTokenClaims(), app);
} catch (error) {
  show(failure(error), app);
}
