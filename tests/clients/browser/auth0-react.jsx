import { Auth0Provider, useAuth0 } from '@auth0/auth0-react';
import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { failure, HERE, settings, show } from './page.js';

function App() {
  const auth0 = useAuth0();
  const { isLoading, error, user } = auth0;
  useEffect(() => {
    if (isLoading) return;
    show(error === undefined ? user : failure(error), {
      login: () => auth0.loginWithRedirect(),
      tokens: () => auth0.getAccessTokenSilently({ cacheMode: 'off', detailedResponse: true }),
      logout: () => auth0.logout({ logoutParams: { returnTo: HERE } }),
    });
  }, [auth0, isLoading, error, user]);
  return null;
}

const { domain, clientId, options } = settings();
createRoot(document.getElementById('root')).render(
  <Auth0Provider
    domain={domain}
    clientId={clientId}
    authorizationParams={{ redirect_uri: HERE }}
    useRefreshTokens
    {...options}
  >
    <App />
  </Auth0Provider>,
);
