import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { captchaSources } from '../../src/pipeline/policy/captchaSources.ts';
import { contentSecurityPolicy } from '../../src/pipeline/policy/contentSecurityPolicy.ts';
import { POLICY_TOKEN, withPolicy } from '../../src/pipeline/policy/withPolicy.ts';
import {
  isPolicySource,
  type PolicyKey,
  type PolicySources,
} from '../../src/settings/contentSecurityPolicy.ts';

const none: PolicySources = {
  ...{ scriptSrc: [], styleSrc: [], imgSrc: [], fontSrc: [], connectSrc: [], frameSrc: [] },
};
const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** The sources of a directive; `null` when it is not in the policy. */
function sourcesOf(policy: string, directive: string): string[] | null {
  const found = policy.split('; ').find((it) => it.split(' ')[0] === directive);
  return found?.split(' ').slice(1) ?? null;
}

describe('isPolicySource', () => {
  it.each<[PolicyKey, string]>([
    ['scriptSrc', 'https://stats.example.com'],
    ['scriptSrc', 'https://*.example.com:8443/lib/'],
    ['scriptSrc', `'${hashOf('x')}'`],
    ['connectSrc', 'wss://stats.example.com'],
    ['imgSrc', 'data:'],
    ['fontSrc', 'data:'],
    ['frameSrc', 'blob:'],
  ])('takes for %s: %s', (key, source) => {
    expect(isPolicySource(key, source)).toBe(true);
  });

  it.each<[PolicyKey, string]>([
    ['scriptSrc', '*'],
    ['scriptSrc', 'https:'],
    ['scriptSrc', 'https://*'],
    ['scriptSrc', 'http://example.com'],
    ['scriptSrc', "'unsafe-inline'"],
    ['scriptSrc', "'unsafe-eval'"],
    ['scriptSrc', 'data:'],
    ['scriptSrc', 'blob:'],
    ['scriptSrc', "'nonce-abc'"],
    ['connectSrc', 'https://example.com; script-src *'],
    ['connectSrc', 'https://example.com https://example.org'],
    ['connectSrc', 'https://example.com,'],
    ['connectSrc', ''],
    ['imgSrc', 'https://example.com/"><script>'],
    ['imgSrc', 'https://example.com/\n'],
  ])('refuses for %s: %s', (key, source) => {
    expect(isPolicySource(key, source)).toBe(false);
  });
});

describe('contentSecurityPolicy', () => {
  const policy = contentSecurityPolicy({
    scriptHashes: ['sha256-a', 'sha256-b'],
    scriptAddresses: [],
    additions: {
      ...none,
      scriptSrc: ['https://stats.example.com'],
      fontSrc: ['https://fonts.example.com'],
    },
    trustedTypes: false,
  });

  it.each([
    ['default-src', ["'none'"]],
    ['base-uri', ["'none'"]],
    ['form-action', ["'self'"]],
    ['font-src', ['https://fonts.example.com']],
    ['img-src', ["'self'", 'data:', 'https:']],
  ])('has %s', (directive, sources) => {
    expect(sourcesOf(policy, directive)).toEqual(sources);
  });

  it('lets no script run but those that it names', () => {
    const sources = sourcesOf(policy, 'script-src') ?? [];
    expect(sources).toEqual(
      expect.arrayContaining(["'self'", "'sha256-a'", "'sha256-b'", 'https://stats.example.com']),
    );
    for (const tooMuch of ["'unsafe-inline'", "'unsafe-eval'", '*', 'https:', 'data:', 'blob:']) {
      expect(sources).not.toContain(tooMuch);
    }
    // On what anybody can publish, only a path.
    expect(sources).not.toContain('https://cdn.jsdelivr.net');
    expect(sources).not.toContain('https://*.auth0.com');
  });

  it('has every directive once, and no source twice', () => {
    const directives = policy.split('; ').map((it) => it.split(' '));
    expect(new Set(directives.map(([name]) => name)).size).toBe(directives.length);
    for (const sources of directives) expect(new Set(sources).size).toBe(sources.length);
  });

  it('leaves out a directive with nothing in it', () => {
    const plain = contentSecurityPolicy({
      scriptHashes: [],
      scriptAddresses: [],
      additions: none,
      trustedTypes: false,
    });
    expect(sourcesOf(plain, 'font-src')).toBeNull();
  });

  it('asks for Trusted Types where the settings do', () => {
    const names = ['require-trusted-types-for', 'trusted-types'];
    expect(names.map((name) => sourcesOf(policy, name))).toEqual([null, null]);
    const trusting = contentSecurityPolicy({
      ...{ scriptHashes: [], scriptAddresses: [], additions: none },
      trustedTypes: true,
    });
    expect(names.map((name) => sourcesOf(trusting, name))).toEqual([
      ["'script'"],
      ['default', 'login-page', 'dompurify'],
    ]);
  });
});

describe('captchaSources', () => {
  const file = createRequire(import.meta.url).resolve('auth0-lock/lib/field/captcha/third_party_captcha.js');
  const source = readFileSync(file, 'utf8');
  const addresses = [...source.matchAll(/https:\/\/([a-z][\w.-]+\/[^"'?]*)/g)].map(([, it]) => it ?? '');
  // Its subdomain comes from the challenge.
  const arkose = /'\.(arkoselabs\.com)/.exec(source)?.[1];

  it('knows what Lock loads', () => {
    expect(addresses.length).toBeGreaterThanOrEqual(5);
    expect(arkose).toBe('arkoselabs.com');
  });

  it.each([...addresses, 'client.arkoselabs.com/v2/key/api.js'])('lets Lock load %s', (address) => {
    const fits = captchaSources['script-src'].some((allowed) => {
      const [host = '', path = ''] = allowed.replace('https://', '').split(/\/(.*)/s);
      const [itsHost = '', itsPath = ''] = address.split(/\/(.*)/s);
      const isHost = host.startsWith('*.') ? itsHost.endsWith(host.slice(1)) : itsHost === host;
      return isHost && (path === '' || itsPath.startsWith(path));
    });
    expect(fits).toBe(true);
  });
});

describe('withPolicy', () => {
  const large = `"${'x'.repeat(30_000)}"`;
  const page = (more = '') =>
    `<!DOCTYPE html><html><head><meta http-equiv="Content-Security-Policy" content="${POLICY_TOKEN}"><script>small()</script></head><body><script type="application/json">{}</script>${more}<script>${large}</script></body></html>`;
  const ours = [
    { text: 'small()', runs: true },
    { text: '{}', runs: false },
    { text: large, runs: true },
  ];
  const on = { mode: 'enforce', additions: none, trustedTypes: false } as const;

  it('names each script that runs by its hash, and no data', () => {
    const { html, policy } = withPolicy(page(), ours, on);
    expect(html).toContain(`content="${policy}"`);
    expect(policy).toContain(`'${hashOf('small()')}' '${hashOf(large)}'`);
    expect(policy).not.toContain(hashOf('{}'));
  });

  it('lets what a team has added to its templates run', () => {
    const more =
      '<script>theirs()</script><script src="https://stats.example.com/v1/s.js" integrity="sha384-x"></script>';
    const { policy } = withPolicy(page(more), ours, on);
    expect(policy).toContain(`'${hashOf('theirs()')}'`);
    expect(policy).toContain(' https://stats.example.com/v1/s.js ');
  });

  it('is none where the settings turn it off', () => {
    expect(withPolicy(page(), ours, { mode: 'off', additions: none, trustedTypes: false })).toEqual({
      html: page(),
      policy: null,
    });
  });
});
