/**
 * Whether a URL is one of a list, as Auth0 compares callback and logout URLs: exactly, but that `*` may
 * stand for a sub-domain, and that a callback's query does not count. For development, `*` may stand for a
 * port too: `http://localhost:*`.
 *
 * @see https://auth0.com/docs/get-started/applications/wildcards-for-subdomains
 */
export function urlAllowed(url: string, list: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const bare = withoutQuery(url);
  return list.some((allowed) => {
    if (allowed === url || allowed === bare) return true;
    if (!allowed.includes('*')) return false;
    const pattern = withoutQuery(allowed)
      .split('*')
      .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
      .join('[A-Za-z0-9-]+');
    return new RegExp(`^${pattern}$`).test(bare);
  });
}

const withoutQuery = (url: string) => url.split('?')[0] ?? url;
