/** One transparent pixel: without a logo of ours, Lock would load its own badge from Auth0's CDN. */
export const NO_LOGO = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';

/**
 * The logo for Lock's header: the brand's, else the icon that the dashboard names (an `https:` address and
 * nothing else), else none.
 */
export function panelLogo(brandLogo: string | undefined, icon: unknown): string {
  if (brandLogo !== undefined && brandLogo !== '') return brandLogo;
  // Lock puts it between single quotes into a style: `'`, `)` and the like are not let through.
  return typeof icon === 'string' && /^https:\/\/[^\s'"()\\<>]{1,2000}$/.test(icon) ? icon : NO_LOGO;
}
