/**
 * The keys under which a team adds sources to the page's Content Security Policy, and the directives that
 * they belong to.
 */
export const policyKeys = {
  scriptSrc: 'script-src',
  styleSrc: 'style-src',
  imgSrc: 'img-src',
  fontSrc: 'font-src',
  connectSrc: 'connect-src',
  frameSrc: 'frame-src',
} as const;

/** `scriptSrc`, `connectSrc` … */
export type PolicyKey = keyof typeof policyKeys;

/** Sources by the key under which a team adds them. */
export type PolicySources = Readonly<Record<PolicyKey, readonly string[]>>;

/** Like `https://cdn.example.com`, `https://*.example.com:8443/path/`; `wss:` for a socket. */
const HOST = /^(?:https|wss):\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?(?:\/[\w./~%+@-]*)?$/i;
const HASH = /^'sha(?:256|384|512)-[\w+/-]{43,}={0,2}'$/;
const CONTENT = ['data:', 'blob:'];

/**
 * Whether a source may be added: a host that is named, with or without a path, or the hash of a script.
 * `data:` and `blob:` for what is not a script. Never `'unsafe-inline'`, `'unsafe-eval'`, `*` or a bare
 * `https:`, with which the policy would stop nothing.
 */
export function isPolicySource(key: PolicyKey, source: string): boolean {
  if (HOST.test(source)) return true;
  return key === 'scriptSrc' ? HASH.test(source) : CONTENT.includes(source);
}
