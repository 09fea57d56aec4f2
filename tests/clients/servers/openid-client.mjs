import express from 'express';
import session from 'express-session';
import * as client from 'openid-client';
import { claimsPage } from './claimsPage.mjs';

export default async function application({ base, domain, clientId, clientSecret }) {
  const config = await client.discovery(new URL(`https://${domain}/`), clientId, clientSecret);
  const app = express();
  app.use(session({ secret: 'a secret', resave: false, saveUninitialized: false }));

  app.get('/', (req, res) => res.send(claimsPage(req.session.claims)));

  app.get('/login', async (req, res) => {
    const verifier = client.randomPKCECodeVerifier();
    const checks = { pkceCodeVerifier: verifier, expectedState: client.randomState() };
    req.session.checks = { ...checks, expectedNonce: client.randomNonce() };
    const params = {
      redirect_uri: `${base}/callback`,
      scope: 'openid profile email phone offline_access',
      allowedConnections: 'sms,email',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: req.session.checks.expectedState,
      nonce: req.session.checks.expectedNonce,
    };
    const url = req.query.pushed
      ? await client.buildAuthorizationUrlWithPAR(config, params)
      : client.buildAuthorizationUrl(config, params);
    res.redirect(url.href);
  });

  app.get('/callback', async (req, res) => {
    const tokens = await client.authorizationCodeGrant(config, new URL(req.url, base), req.session.checks);
    const { sub } = tokens.claims();
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
    const profile = await client.fetchUserInfo(config, refreshed.access_token, sub);
    await client.tokenRevocation(config, tokens.refresh_token);
    req.session.claims = { ...tokens.claims(), profile };
    res.redirect('/');
  });

  return app;
}
