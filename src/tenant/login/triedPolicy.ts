const META = /<meta\s(?:[^>]*\s)?(?:name|http-equiv)="content-security-policy(-report-only)?"[^>]*>/i;

/**
 * The Content Security Policy that a page asks to be tried (`contentSecurityPolicy: { reportOnly: true }`)
 * or to be held to. A browser takes the first from a header only, and reports what it stops by one only.
 *
 * @returns `null` where the page has none
 */
export function triedPolicy(html: string): { policy: string; isOnlyTried: boolean } | null {
  const [meta = '', isOnlyTried] = META.exec(html) ?? [];
  const policy = /\scontent="([^"]+)"/i.exec(meta)?.[1];
  return policy === undefined ? null : { policy, isOnlyTried: isOnlyTried !== undefined };
}
