import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../../src/commands/parseArguments.ts';
import { layer } from '../../src/settings/layer.ts';
import { addresses } from '../../src/tenant/addresses.ts';
import { enterpriseStrategies, kindOf } from '../../src/tenant/data/Connection.ts';
import { TenantData } from '../../src/tenant/data/TenantData.ts';
import { concerns } from '../../src/tenant/http/Fault.ts';
import { withReload } from '../../src/tenant/login/withReload.ts';
import { page } from '../../src/tenant/management/page.ts';
import { requiredScope } from '../../src/tenant/management/requiredScope.ts';
import { connectionProblem } from '../../src/tenant/oidc/connectionProblem.ts';
import { urlAllowed } from '../../src/tenant/oidc/urlAllowed.ts';
import { namedScenarios } from '../../src/tenant/scenarios/namedScenarios.ts';

const require = createRequire(import.meta.url);

describe('kindOf', () => {
  it('knows the enterprise strategies that Lock knows', () => {
    const { STRATEGIES } = require('auth0-lock/lib/connection/enterprise') as { STRATEGIES: object };
    expect([...enterpriseStrategies].sort()).toEqual(Object.keys(STRATEGIES).sort());
  });
  it.each([
    ['auth0', 'database'],
    ['sms', 'passwordless'],
    ['email', 'passwordless'],
    ['samlp', 'enterprise'],
    ['google-oauth2', 'social'],
    ['oauth2', 'social'],
  ])('%s is %s', (strategy, kind) => {
    expect(kindOf(strategy)).toBe(kind);
  });
});

describe('urlAllowed', () => {
  it.each<[url: string, list: string[], allowed: boolean]>([
    ['https://a.example.com/cb', ['https://a.example.com/cb'], true],
    ['https://a.example.com/cb?x=1', ['https://a.example.com/cb'], true],
    ['https://a.example.com/cb/', ['https://a.example.com/cb'], false],
    ['https://a.example.com/CB', ['https://a.example.com/cb'], false],
    ['http://a.example.com/cb', ['https://a.example.com/cb'], false],
    ['https://a.example.com/cb', [], false],
    ['nowhere', ['nowhere'], false],
    ['https://a.example.com/cb', ['https://*.example.com/cb'], true],
    ['https://a.b.example.com/cb', ['https://*.example.com/cb'], false],
    ['https://evil.com/.example.com/cb', ['https://*.example.com/cb'], false],
    ['https://a.example.com.evil.com/cb', ['https://*.example.com/cb'], false],
    ['https://aXexample.com/cb', ['https://a.example.com/cb', 'https://a*.example.com/cb'], false],
    ['http://localhost:3000/cb', ['http://localhost:*/cb'], true],
    ['http://localhost:3000@evil.com/cb', ['http://localhost:*/cb'], false],
    ['myapp://callback', ['myapp://callback'], true],
  ])('%s in %j: %s', (url, list, allowed) => expect(urlAllowed(url, list)).toBe(allowed));
});

describe('layer', () => {
  it.each<[base: object, over: object, result: object]>([
    [{ a: 1 }, {}, { a: 1 }],
    [{ a: 1, b: 2 }, { b: 3 }, { a: 1, b: 3 }],
    [{ a: { b: 1, c: 2 } }, { a: { c: 3 } }, { a: { b: 1, c: 3 } }],
    [{ a: { b: 1 } }, { a: { b: undefined } }, { a: {} }],
    [{ a: [1, 2] }, { a: [3] }, { a: [3] }],
    [{ a: { b: 1 } }, { a: 'text' }, { a: 'text' }],
    [{ a: 'text' }, { a: { b: 1 } }, { a: { b: 1 } }],
    [{ a: { b: 1 } }, { a: null }, { a: null }],
  ])('%j, %j', (base, over, result) => {
    const before = structuredClone(base);
    expect(layer({ ...base }, { ...over })).toEqual(result);
    expect(base).toEqual(before);
  });
});

describe('addresses', () => {
  const ipv4 = { address: '192.168.1.7', netmask: '', mac: '', cidr: null, family: 'IPv4' as const };
  const interfaces = {
    lo: [{ ...ipv4, address: '127.0.0.1', internal: true }],
    eth0: [{ ...ipv4, internal: false }],
  };
  it.each<[host: string, expected: object]>([
    ['localhost', { bind: '127.0.0.1', hostname: 'localhost', isShared: false }],
    ['127.0.0.1', { bind: '127.0.0.1', hostname: '127.0.0.1', isShared: false }],
    ['::1', { bind: '::1', hostname: '[::1]', isShared: false }],
    ['0.0.0.0', { bind: '0.0.0.0', hostname: '192.168.1.7', isShared: true }],
    ['192.168.1.7', { bind: '192.168.1.7', hostname: '192.168.1.7', isShared: true }],
  ])('%s', (host, expected) => expect(addresses(host, interfaces)).toEqual(expected));

  it('has a name without a network too', () => {
    expect(addresses('0.0.0.0', {}).hostname).toBe('localhost');
  });
});

describe('a fault', () => {
  it.each<[path: string, requested: string, met: boolean]>([
    ['/passwordless/start', '/passwordless/start', true],
    ['/passwordless/start', '/passwordless/start2', false],
    ['/client/*', '/client/x.js', true],
    ['/client/*.js', '/client/x.css', false],
    ['*', '/anything', true],
    ['/a.c', '/abc', false],
  ])('at %s concerns %s: %s', (path, requested, met) =>
    expect(concerns({ path }, requested, 'GET')).toBe(met),
  );

  it('of one method does not concern another', () => {
    const fault = { path: '/api/v2/*', method: 'PATCH' };
    expect(['GET', 'PATCH'].map((method) => concerns(fault, '/api/v2/clients', method))).toEqual([
      false,
      true,
    ]);
  });
});

describe('connectionProblem', () => {
  const data = new TenantData('acme');
  data.addConnection({ name: 'sms', strategy: 'sms', enabled_clients: ['app'] });
  data.addConnection({ name: 'mail-us', strategy: 'email', enabled_clients: ['app'] });
  data.addConnection({ name: 'github', strategy: 'github', enabled_clients: ['app'] });
  data.addConnection({ name: 'off', strategy: 'sms' });
  it.each<[asked: string | undefined, problem: string | null]>([
    [undefined, null],
    ['', null],
    ['sms', 'no phone_number or no verification_code provided'],
    ['mail-us', 'no email or no verification_code provided'],
    ['github', null],
    ['sms,email', null],
    ['off', 'the connection was disabled'],
    ['fax', 'the connection was not found'],
    ['__proto__', 'the connection was not found'],
  ])('%s: %s', (asked, problem) => expect(connectionProblem(data, 'app', asked)).toBe(problem));
});

describe('requiredScope', () => {
  it.each<[method: string, path: string, scope: string | null]>([
    ['GET', '/clients', 'read:clients'],
    ['PATCH', '/clients/global', 'update:clients'],
    ['DELETE', '/connections/con_1', 'delete:connections'],
    ['PATCH', '/connections/con_1/clients', 'update:connections'],
    ['PUT', '/guardian/factors/otp', 'update:guardian_factors'],
    ['GET', '/clientsx', null],
    ['GET', '/', null],
    ['TRACE', '/clients', null],
  ])('%s %s: %s', (method, path, scope) => expect(requiredScope(method, path)).toBe(scope));
});

describe('page of a list', () => {
  const items = Array.from({ length: 120 }, (_, id) => ({ id, name: `n${id}` }));
  it.each<[query: Record<string, string>, ids: [first: number, last: number], total: number]>([
    [{}, [0, 49], 50],
    [{ per_page: '100' }, [0, 99], 100],
    [{ per_page: '100', page: '1' }, [100, 119], 20],
  ])('%j', (query, [first, last], count) => {
    const part = page(items, 'things', query) as { id: number }[];
    expect([part[0]?.id, part.at(-1)?.id, part.length]).toEqual([first, last, count]);
  });

  it('goes on from where it ended', () => {
    const seen: number[] = [];
    let from: string | undefined = '0';
    while (from !== undefined) {
      const part = page(items, 'things', { take: '50', from }) as { things: { id: number }[]; next?: string };
      seen.push(...part.things.map(({ id }) => id));
      from = part.next;
    }
    expect(seen).toEqual(items.map(({ id }) => id));
  });
});

describe('withReload', () => {
  const script = '<script src="/tenant/reload.js?build=3"></script>';
  it.each([
    ['<html><head><meta charset="utf-8">', `<html><head>${script}<meta charset="utf-8">`],
    ['<HEAD data-x="1">', `<HEAD data-x="1">${script}`],
    ['<header>', '<header>'],
    ['no head', 'no head'],
  ])('%s', (html, expected) => expect(withReload(html, 3)).toBe(expected));
});

describe('the command line of dev and gallery', () => {
  it.each<[argv: string[], request: object]>([
    [[], { command: 'build', page: undefined, out: 'dist' }],
    [
      ['dev'],
      {
        command: 'dev',
        port: 8443,
        host: 'localhost',
        open: false,
        certificate: null,
        callbacks: [],
        out: null,
      },
    ],
    [['dev', '--port=0', '--open'], { port: 0, open: true }],
    [['dev', '--cert', 'a', '--key', 'b'], { certificate: { cert: 'a', key: 'b' } }],
    [
      ['dev', '--callback', 'http://localhost:*/cb', '--callback', 'app://x'],
      { callbacks: ['http://localhost:*/cb', 'app://x'] },
    ],
    [['gallery'], { command: 'gallery', out: 'gallery', only: [] }],
    [['gallery', '--only', 'sms', '--page', 'acme'], { only: ['sms'], page: 'acme' }],
    [['dev', '-h'], { command: 'help', of: 'dev' }],
    [['gallery', '--help'], { command: 'help', of: 'gallery' }],
  ])('%j', (argv, request) => expect(parseArguments(argv)).toMatchObject(request));
});

describe('the named scenarios', () => {
  it('have names of their own that can stand in an address and a file name', () => {
    const names = namedScenarios.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^[a-z0-9-]+$/);
  });

  it.each([
    ...[
      'sms',
      'email',
      'sms-first',
      'email-first',
      'social-beside',
      'nothing-enabled',
      'unknown-asked',
      'preview',
    ],
    ...[
      'dark-background',
      'long-names',
      'right-to-left',
      'captcha',
      'blocked',
      'slow-network',
      'no-javascript',
    ],
    ...[
      'client-settings-failing',
      'geolocation-hanging',
      'start-bad-phone-number',
      'verify-too-many-attempts',
    ],
  ])('include %s', (name) => expect(namedScenarios.map((scenario) => scenario.name)).toContain(name));
});
