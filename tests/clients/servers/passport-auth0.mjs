import express from 'express';
import session from 'express-session';
import passport from 'passport';
import Auth0Strategy from 'passport-auth0';
import { claimsPage } from './claimsPage.mjs';

export default function application({ base, domain, clientId, clientSecret }) {
  const app = express();
  const own = new passport.Passport();
  own.use(
    new Auth0Strategy(
      { domain, clientID: clientId, clientSecret, callbackURL: `${base}/callback` },
      // The profile is what /userinfo answers.
      (_accessToken, _refreshToken, _extra, profile, done) => done(null, profile._json),
    ),
  );
  own.serializeUser((user, done) => done(null, user));
  own.deserializeUser((user, done) => done(null, user));
  app.use(session({ secret: 'a secret', resave: false, saveUninitialized: false }));
  app.use(own.session());
  app.get('/', (req, res) => res.send(claimsPage(req.user)));
  app.get('/login', own.authenticate('auth0', { scope: 'openid profile email phone' }));
  app.get('/callback', own.authenticate('auth0', { successRedirect: '/', failureMessage: true }));
  return app;
}
