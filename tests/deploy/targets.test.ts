import { describe, expect, it } from 'vitest';
import { chooseTargets } from '../../src/deploy/targets/chooseTargets.ts';
import { parseDeployments } from '../../src/deploy/targets/parseDeployments.ts';

const written = {
  tenants: {
    prod: {
      domain: 'https://acme.eu.auth0.com/',
      page: 'acme',
      applications: { Shop: 'globex', '4Yq9': 'acme' },
    },
    stage: { domain: 'acme-stage.eu.auth0.com', page: 'acme' },
  },
};
const parse = (value: unknown) => parseDeployments(JSON.stringify(value), 'deploy.json');

describe('deploy.json', () => {
  it('says which pages go where', () => {
    expect(parse(written)).toEqual([
      {
        name: 'prod',
        domain: 'acme.eu.auth0.com',
        pages: [
          { page: 'acme', application: null },
          { page: 'acme', application: '4Yq9' },
          { page: 'globex', application: 'Shop' },
        ].sort(
          (a, b) =>
            Number(a.application !== null) - Number(b.application !== null) ||
            (a.application === 'Shop' ? -1 : 1),
        ),
      },
      { name: 'stage', domain: 'acme-stage.eu.auth0.com', pages: [{ page: 'acme', application: null }] },
    ]);
  });

  it.each<[string, unknown, RegExp]>([
    ['a list', [], /deploy\.json has a problem:\n {2}- tenants: is missing/],
    ['no tenants', {}, /tenants/],
    [
      'an unknown key',
      { tenants: { prod: { domain: 'a.b', pages: {} } } },
      /tenants\.prod\.pages: unknown key/,
    ],
    ['no domain', { tenants: { prod: { page: 'acme' } } }, /tenants\.prod\.domain/],
    [
      'no such domain',
      { tenants: { prod: { domain: 'acme', page: 'acme' } } },
      /tenants\.prod\.domain is not a tenant's/,
    ],
    ['no name', { tenants: { 'Acme Prod': { domain: 'a.b', page: 'acme' } } }, /lower-case letters/],
    ['no page', { tenants: { prod: { domain: 'a.b', page: '../x' } } }, /the name of a page/],
    ['nothing to do', { tenants: { prod: { domain: 'a.b' } } }, /names no page/],
    [
      'one tenant twice',
      { tenants: { a: { domain: 'a.b', page: 'x' }, b: { domain: 'https://a.b', page: 'y' } } },
      /tenants\.b: a\.b is another tenant's domain already/,
    ],
  ])('with %s is refused', (_, value, message) => expect(() => parse(value)).toThrow(message));

  it('that is not JSON is refused', () => {
    expect(() => parseDeployments('{', 'deploy.json')).toThrow('deploy.json is not JSON');
  });
});

describe('what a command line means', () => {
  const one = { AUTH0_DOMAIN: 'acme.eu.auth0.com', AUTH0_ACCESS_TOKEN: 'plain' };
  const nothing = { all: false, tenant: undefined, client: undefined, page: undefined };
  const choose = (asked: object, env: Readonly<Record<string, string>>, pages = ['acme']) =>
    chooseTargets({ ...nothing, ...asked }, env, parse(written), pages).map(
      ({ credentials: { domain, login }, page, application }) => [domain, login, page, application],
    );

  it.each<[string, object, Readonly<Record<string, string>>, unknown[]]>([
    ['nothing', {}, one, [['acme.eu.auth0.com', { token: 'plain' }, 'acme', null]]],
    [
      'an application and a page',
      { client: 'Shop', page: 'globex', tenant: 'https://Acme.eu.auth0.com' },
      one,
      [['acme.eu.auth0.com', { token: 'plain' }, 'globex', 'Shop']],
    ],
    [
      '--all of one tenant, with the plain variables',
      { all: true, tenant: 'prod', page: 'globex' },
      one,
      [['acme.eu.auth0.com', { token: 'plain' }, 'globex', 'Shop']],
    ],
    [
      '--all, a page that one tenant has, with its own variables',
      { all: true, tenant: 'acme-stage.eu.auth0.com' },
      { AUTH0_ACCESS_TOKEN_STAGE: 'own', ...one },
      [['acme-stage.eu.auth0.com', { token: 'own' }, 'acme', null]],
    ],
  ])('%s', (_, asked, env, expected) => expect(choose(asked, env)).toEqual(expected));

  it.each<[string, object, Readonly<Record<string, string>>, string[], RegExp]>([
    [
      'another tenant',
      { tenant: 'other.eu.auth0.com' },
      one,
      ['acme'],
      /The wrong tenant: --tenant is other.*Nothing was sent/s,
    ],
    [
      'one of several pages',
      {},
      one,
      ['acme', 'globex'],
      /There are 2 pages; name one with --page: acme, globex/,
    ],
    ['no page', {}, one, [], /npm run build first/],
    [
      'no such tenant',
      { all: true, tenant: 'test' },
      one,
      ['acme'],
      /it has prod \(acme\.eu\.auth0\.com\), stage/,
    ],
    ['no such page', { all: true, page: 'x' }, one, ['acme'], /puts no page "x" anywhere/],
    [
      'a tenant without credentials',
      { all: true },
      one,
      ['acme'],
      /AUTH0_CLIENT_ID_STAGE and AUTH0_CLIENT_SECRET_STAGE are not set/,
    ],
  ])('%s is an error', (_, asked, env, pages, message) => {
    expect(() => choose(asked, env, pages)).toThrow(message);
  });
});
