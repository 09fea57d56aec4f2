import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectNetwork } from '../../src/deploy/network/connectNetwork.ts';
import { readCertificates } from '../../src/deploy/network/readCertificates.ts';
import { isProxied, readProxy } from '../../src/deploy/network/readProxy.ts';
import { browserProxy } from '../../src/deploy/smoke/browserProxy.ts';
import { makeCertificate } from '../../src/tenant/certificate.ts';

describe('the proxy', () => {
  it.each<[Record<string, string>, string | null]>([
    [{}, null],
    [{ HTTPS_PROXY: ' ', NO_PROXY: '*' }, null],
    [{ HTTPS_PROXY: 'http://a:8080' }, 'http://a:8080 by HTTPS_PROXY'],
    [{ HTTP_PROXY: 'http://b' }, 'http://b by HTTP_PROXY'],
    [{ HTTP_PROXY: 'http://b', https_proxy: 'https://a' }, 'https://a by https_proxy'],
    [{ HTTPS_PROXY: 'http://a', https_proxy: 'http://c' }, 'http://c by https_proxy'],
    [{ HTTPS_PROXY: 'http://a', https_proxy: '' }, 'http://a by HTTPS_PROXY'],
    [{ HTTPS_PROXY: 'HTTP://u:p@A.example.com:3128/' }, 'http://a.example.com:3128 by HTTPS_PROXY'],
  ])('of %j is %s', (env, expected) => {
    const proxy = readProxy(env);
    expect(proxy && `${proxy.shown} by ${proxy.variable}`).toBe(expected);
  });

  it.each([
    ['http://jo:p%40ss%3A1@a', { username: 'jo', password: 'p@ss:1' }],
    ['http://jo@a', { username: 'jo', password: '' }],
    ['http://a', null],
  ])('%s has its user and password decoded', (value, login) => {
    expect(readProxy({ HTTPS_PROXY: value })?.login).toEqual(login);
  });

  it.each([
    ['proxy.example.com:8080', 'received "proxy.example.com:8080"'],
    ['http://', 'received "http://"'],
    ['http://proxy:99999', 'HTTPS_PROXY is not the URL of a proxy'],
    ['ftp://proxy', 'Write it as http://proxy.example.com:8080'],
    ['socks5://jo:hunter2@proxy:1080', 'SOCKS is not supported'],
    ['http://jo:hunter2#x@proxy:8080', 'received "http://…@proxy:8080"'],
    ['http://jo:1/hunter2@proxy:8080', 'percent-encoded (@ is %40)'],
    ['http://jo:hunter2%@proxy:8080', 'percent-encoded (@ is %40)'],
    ['jo:hunter2@proxy:8080', 'received "…@proxy:8080"'],
  ])('%s is refused, and no password shown', (value, message) => {
    expect(() => readProxy({ HTTPS_PROXY: value })).toThrow(message);
    expect(() => readProxy({ HTTPS_PROXY: value })).not.toThrow(/hunter2|jo:/);
  });

  it.each<[string, readonly string[], readonly string[]]>([
    ['', [], ['https://localhost:8443', 'https://acme.eu.auth0.com']],
    ['*', ['https://localhost:8443', 'https://acme.eu.auth0.com'], []],
    [
      'localhost',
      ['https://localhost', 'https://localhost:8443'],
      ['https://127.0.0.1', 'https://xlocalhost'],
    ],
    ['localhost:8443', ['https://localhost:8443'], ['https://localhost', 'https://localhost:1']],
    ['Auth0.com', ['https://auth0.com', 'https://acme.eu.auth0.com'], ['https://notauth0.com']],
    ['.auth0.com', ['https://auth0.com', 'https://acme.eu.auth0.com'], ['https://auth0.com.example']],
    [
      '*.auth0.com:443',
      ['https://acme.auth0.com', 'https://acme.auth0.com:443'],
      ['https://acme.auth0.com:1'],
    ],
    [
      'a.example, b.example  127.0.0.1,',
      ['https://a.example', 'https://b.example', 'https://127.0.0.1'],
      ['https://c.example'],
    ],
    ['::1', ['https://[::1]:8443', 'https://[::1]'], ['https://[::2]']],
    ['[::1]:8443', ['https://[::1]:8443'], ['https://[::1]']],
  ])('is not used for what NO_PROXY covers: "%s"', (value, direct, proxied) => {
    for (const variable of ['NO_PROXY', 'no_proxy']) {
      const proxy = readProxy({ HTTPS_PROXY: 'http://a', [variable]: value });
      const isUsed = (url: string) => proxy !== null && isProxied(proxy, new URL(url));
      expect([direct.filter(isUsed), proxied.filter((it) => !isUsed(it))]).toEqual([[], []]);
    }
  });

  it.each([
    [{}, undefined],
    [{ HTTPS_PROXY: 'http://a', NO_PROXY: '*' }, undefined],
    [{ HTTPS_PROXY: 'http://a' }, { server: 'http://a', bypass: '' }],
    [
      { HTTPS_PROXY: 'http://jo:p%40@a:1', NO_PROXY: '.b.example,c:8443,127.0.0.1' },
      {
        server: 'http://a:1',
        username: 'jo',
        password: 'p@',
        bypass: 'b.example,*.b.example,c:8443,*.c:8443,127.0.0.1',
      },
    ],
  ])('of %j is %j for a browser', (env, expected) => {
    expect(browserProxy(readProxy(env))).toEqual(expected);
  });
});

describe('NODE_EXTRA_CA_CERTS', () => {
  let folder: string;
  let certificate: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ca-'));
    ({ cert: certificate } = await makeCertificate('localhost'));
    const { raw } = new X509Certificate(certificate);
    const files = {
      'ca.pem': `Acme\r\n${certificate.replaceAll('\n', '\r\n')}\n${certificate}`,
      'empty.pem': '',
      'key.pem': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
      'cut.pem': `${certificate}\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n`,
      'ca.der': raw,
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is a file of one certificate or more, by an absolute or a relative path', () => {
    for (const path of [
      join(folder, 'ca.pem'),
      'ca.pem',
      relative(folder, join(folder, 'x', '..', 'ca.pem')),
    ]) {
      const read = readCertificates({ NODE_EXTRA_CA_CERTS: path }, folder);
      expect(read.map(({ subject }) => subject)).toEqual(['CN=localhost', 'CN=localhost']);
    }
    expect(readCertificates({ NODE_EXTRA_CA_CERTS: '' }, folder)).toEqual([]);
  });

  it.each([
    ['missing.pem', /is missing\.pem, which cannot be read \(ENOENT\)\.\n.*A relative path starts at \//],
    ['.', /cannot be read \(EISDIR\)/],
    ['empty.pem', /holds no certificate in PEM form/],
    ['key.pem', /holds no certificate in PEM form/],
    ['cut.pem', /certificate 2 of 2 cannot be read/],
    ['ca.der', /in DER form: openssl x509 -inform der/],
  ])('%s is refused', (path, message) => {
    const connect = () => connectNetwork({ NODE_EXTRA_CA_CERTS: path }, folder, () => undefined);
    expect(connect).toThrow(message);
  });

  it('is what to set in place of NODE_TLS_REJECT_UNAUTHORIZED=0', () => {
    const warnings: string[] = [];
    for (const value of ['0', '1', '']) {
      connectNetwork({ NODE_TLS_REJECT_UNAUTHORIZED: value }, folder, (text) => warnings.push(text));
    }
    expect(warnings).toEqual([
      expect.stringMatching(/^Warning: NODE_TLS_REJECT_UNAUTHORIZED=0 .*\n.*NODE_EXTRA_CA_CERTS/),
    ]);
  });
});
