/** One transparent pixel: without a logo of ours, Lock would load its own badge from Auth0's CDN. */
export const NO_LOGO = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/**
 * The logo for Lock's header: the brand's, else the icon that the dashboard names (an `https:` address and
 * nothing else), else none.
 */
export function panelLogo(brandLogo: string | undefined, icon: unknown): string {
  if (brandLogo !== undefined && brandLogo !== '') return brandLogo;
  return isHttpsAddress(icon) ? icon : NO_LOGO;
}

/** Lock makes an attribute of it, and a style too: quotes, brackets and the like are not let through. */
function isHttpsAddress(value: unknown): value is string {
  if (typeof value !== 'string' || !/^https:\/\/[^\s/'"()\\<>][^\s'"()\\<>]{0,2000}$/.test(value))
    return false;
  try {
    const { username, password } = new URL(value);
    return username === '' && password === '';
  } catch {
    return false;
  }
}
