import { describe, expect, it } from 'vitest';
import { readCredentials } from '../../src/deploy/api/readCredentials.ts';
import { readDomain } from '../../src/deploy/api/readDomain.ts';

const SECRET = 'dont-tell-4Yq9';
const all = {
  AUTH0_DOMAIN: 'acme.eu.auth0.com',
  AUTH0_CLIENT_ID: 'deploy',
  AUTH0_CLIENT_SECRET: SECRET,
};

describe('a domain', () => {
  it.each([
    ['acme.eu.auth0.com', 'acme.eu.auth0.com'],
    ['https://acme.eu.auth0.com/', 'acme.eu.auth0.com'],
    ['  HTTPS://Acme.EU.auth0.com\n', 'acme.eu.auth0.com'],
    ['localhost:8443', 'localhost:8443'],
    ['https://localhost:8443/', 'localhost:8443'],
    ['login.example.com:443', 'login.example.com'],
    ['127.0.0.1:8443', '127.0.0.1:8443'],
  ])('%j is %s', (given, domain) => expect(readDomain(given, 'AUTH0_DOMAIN')).toBe(domain));

  it.each([
    ['http://acme.eu.auth0.com', 'by https:// only'],
    ['https://acme.eu.auth0.com/api/v2/', 'a path behind it'],
    ['acme.eu.auth0.com?x', 'a path behind it'],
    ['user:pass@acme.eu.auth0.com', 'an @ in it'],
    ['acme eu.auth0.com', 'a space in it'],
    ['acme', 'no dot'],
    ['acme..auth0.com', "not a tenant's domain"],
    ['-acme.auth0.com', "not a tenant's domain"],
    ['acme.auth0.com:99999', "not a tenant's domain"],
    ['', "not a tenant's domain"],
  ])('%j is none, and is not repeated', (given, why) => {
    const read = () => readDomain(given, 'AUTH0_DOMAIN');
    expect(read).toThrow(why);
    if (given.length > 4) expect(read).not.toThrow(given);
  });
});

describe('credentials', () => {
  it.each([
    ['id and secret', all, { clientId: 'deploy', clientSecret: SECRET }],
    ['a token', { AUTH0_DOMAIN: all.AUTH0_DOMAIN, AUTH0_ACCESS_TOKEN: SECRET }, { token: SECRET }],
    ['a token before a secret, as deploy-cli', { ...all, AUTH0_ACCESS_TOKEN: 'token' }, { token: 'token' }],
    [
      'an empty token counts as none',
      { ...all, AUTH0_ACCESS_TOKEN: '' },
      { clientId: 'deploy', clientSecret: SECRET },
    ],
    [
      'a line break that was copied with them',
      { ...all, AUTH0_CLIENT_SECRET: `${SECRET}\n` },
      { clientId: 'deploy', clientSecret: SECRET },
    ],
  ])('%s', (_, env, login) => {
    expect(readCredentials(env)).toMatchObject({ domain: 'acme.eu.auth0.com', audience: undefined, login });
  });

  it('of one tenant of several', () => {
    const env = { AUTH0_CLIENT_ID_ACME_PROD: 'deploy', AUTH0_CLIENT_SECRET_ACME_PROD: SECRET };
    expect(readCredentials(env, { tenant: 'acme-prod', domain: 'acme.eu.auth0.com' })).toMatchObject({
      domain: 'acme.eu.auth0.com',
      login: { clientId: 'deploy', clientSecret: SECRET },
      names: { token: 'AUTH0_ACCESS_TOKEN_ACME_PROD' },
    });
  });

  it.each([
    ['nothing', {}, 'AUTH0_DOMAIN and AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET are not set'],
    [
      'an empty secret, as CI gives it',
      { ...all, AUTH0_CLIENT_SECRET: '' },
      'AUTH0_CLIENT_SECRET is not set',
    ],
    ['no domain', { ...all, AUTH0_DOMAIN: undefined }, 'AUTH0_DOMAIN is not set'],
    ['a secret in the domain', { ...all, AUTH0_DOMAIN: SECRET }, "AUTH0_DOMAIN is not a tenant's domain"],
    [
      'a header in the token',
      { ...all, AUTH0_ACCESS_TOKEN: `${SECRET}\r\nx: y` },
      'AUTH0_ACCESS_TOKEN holds spaces',
    ],
  ])('%s is told by name, without a value', (_, env, message) => {
    expect(() => readCredentials(env)).toThrow(message);
    expect(() => readCredentials(env)).not.toThrow(SECRET);
  });

  it('asks for no domain where it is known', () => {
    const read = () => readCredentials({}, { tenant: 'acme-prod', domain: 'acme.eu.auth0.com' });
    expect(read).toThrow(/^Set AUTH0_CLIENT_ID_ACME_PROD and AUTH0_CLIENT_SECRET_ACME_PROD of/m);
  });
});
