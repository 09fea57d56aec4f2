import { UserManager } from 'oidc-client-ts';
import { failure, HERE, isCallback, settings, show } from './page.js';

const { domain, clientId, options } = settings();
const manager = new UserManager({
  authority: `https://${domain}`,
  client_id: clientId,
  redirect_uri: HERE,
  post_logout_redirect_uri: HERE,
  scope: 'openid profile email phone offline_access',
  loadUserInfo: true,
  ...options,
});

const app = {
  login: () => manager.signinRedirect(),
  refresh: async () => (await manager.signinSilent()).profile,
  /** Ends the refresh token, and says what it is good for afterwards. */
  revoke: async () => {
    await manager.revokeTokens(['refresh_token', 'access_token']);
    return (await manager.getUser()).refresh_token ?? null;
  },
  refreshToken: async () => (await manager.getUser()).refresh_token,
  logout: () => manager.signoutRedirect(),
};

try {
  if (isCallback()) await manager.signinCallback();
  show((await manager.getUser())?.profile, app);
} catch (error) {
  show(failure(error), app);
}
