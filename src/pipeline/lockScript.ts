/** The address of a Lock version on Auth0's CDN; only `x.y.z` files never change, so only they suit SRI. */
export function lockScriptUrl(version: string): string {
  return `https://cdn.auth0.com/js/lock/${version}/lock.min.js`;
}
