import express from 'express';
import openid from 'express-openid-connect';
import { claimsPage } from './claimsPage.mjs';

export default function application({ base, domain, clientId, clientSecret }) {
  const app = express();
  app.use(
    openid.auth({
      issuerBaseURL: `https://${domain}`,
      baseURL: base,
      clientID: clientId,
      clientSecret,
      secret: 'a secret of more than 32 characters',
      authRequired: false,
      auth0Logout: true,
      // With the ID token by a form, which is its own default, and of which it warns over http.
      authorizationParams: { scope: 'openid profile email phone' },
    }),
  );
  app.get('/', (req, res) => res.send(claimsPage(req.oidc.user)));
  return app;
}
