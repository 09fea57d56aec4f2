import { type PolicySources, policyKeys } from '../../settings/contentSecurityPolicy.ts';
import { captchaSources } from './captchaSources.ts';

/** What the policy of one page is made from. */
export interface PolicyInput {
  /** `sha256-…` of each inline script that runs, in any order. */
  scriptHashes: readonly string[];
  /** Addresses of the scripts that the page itself loads. */
  scriptAddresses: readonly string[];
  /** What the settings add. */
  additions: PolicySources;
  /** Whether strings that become markup are checked first; `src/page/guardMarkup.ts` does it. */
  trustedTypes: boolean;
}

/**
 * Where Auth0 publishes client settings: `clientConfigurationBaseUrl` is `https://cdn.<region>.auth0.com/`,
 * or the tenant itself. By path, since a tenant of anybody's answers there with data that Auth0 wraps into a
 * call, and with nothing else.
 */
const CLIENT_SETTINGS = [
  'https://*.auth0.com/client/',
  'https://*.auth0.com/tenants/v1/',
  'https://*.auth0.com/info-v1.js',
];

/**
 * The page's Content Security Policy, on one line. It forbids everything but: the inline scripts of the
 * final bytes, by their hashes; the tenant that serves the page (`'self'`); the hosts of the client
 * settings; every captcha that Lock can load, since a tenant may turn one on at any time; images from
 * anywhere over HTTPS, since the dashboard's icon may be anywhere; and inline styles, which Lock and the
 * captchas set (no value of a request ever becomes one).
 *
 * `frame-ancestors`, `sandbox` and reports don't work in a `<meta>`: docs/security.md says which headers to
 * turn on in the tenant.
 */
export function contentSecurityPolicy(input: PolicyInput): string {
  const { scriptHashes, scriptAddresses, additions, trustedTypes } = input;
  const directives: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    'script-src': [
      "'self'",
      ...scriptHashes.map((hash) => `'${hash}'`),
      ...scriptAddresses,
      ...CLIENT_SETTINGS,
      ...captchaSources['script-src'],
    ],
    'style-src': ["'unsafe-inline'", ...captchaSources['style-src']],
    'img-src': ["'self'", 'data:', 'https:'],
    'connect-src': ["'self'", ...captchaSources['connect-src']],
    'frame-src': ["'self'", ...captchaSources['frame-src']],
    'worker-src': captchaSources['worker-src'],
    'font-src': [],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    // The policies of the page, and of the sanitizer that Lock brings.
    ...(trustedTypes && {
      'require-trusted-types-for': ["'script'"],
      'trusted-types': ['default', 'login-page', 'dompurify'],
    }),
  };
  for (const [key, directive] of Object.entries(policyKeys)) {
    const added = additions[key as keyof typeof policyKeys];
    directives[directive] = [...(directives[directive] ?? []), ...added];
  }
  return Object.entries(directives)
    .filter(([, sources]) => sources.length > 0)
    .map(([directive, sources]) => `${directive} ${[...new Set(sources)].join(' ')}`)
    .join('; ');
}
