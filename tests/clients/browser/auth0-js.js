import auth0 from 'auth0-js';
import { failure, HERE, settings, show } from './page.js';

const { domain, clientId, options } = settings();
const client = new auth0.WebAuth({
  domain,
  clientID: clientId,
  redirectUri: HERE,
  responseType: 'token id_token',
  scope: 'openid profile email phone',
  ...options,
});

/** One of auth0-js's functions as a promise. */
const ask = (call) =>
  new Promise((resolve) => {
    call((error, result) => resolve(error ? failure(error) : result));
  });

const app = {
  login: () => client.authorize(),
  popup: async () => (await ask((done) => client.popup.authorize({}, done))).idTokenPayload,
  checkSession: () => ask((done) => client.checkSession({}, done)),
  userInfo: (token) => ask((done) => client.client.userInfo(token, done)),
  start: (fields) => ask((done) => client.passwordlessStart({ send: 'code', ...fields }, done)),
  // Leaves the page where the code is right.
  finish: (fields) => ask((done) => client.passwordlessLogin(fields, done)),
  logout: () => client.logout({ returnTo: HERE }),
};

if (window.opener !== null && location.hash !== '') {
  // In the popup: hands what came to the page that has opened it.
  client.popup.callback();
} else {
  const found = location.hash === '' ? null : await ask((done) => client.parseHash(done));
  window.accessToken = found?.accessToken;
  show(found?.idTokenPayload ?? found, app);
}
