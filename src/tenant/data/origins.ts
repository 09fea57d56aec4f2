import { urlAllowed } from '../oidc/urlAllowed.ts';
import type { Application } from './Application.ts';

/**
 * The origins of a list of URLs, `*` in place of a sub-domain or a port included; what has none is left out.
 */
export function originsOf(urls: readonly string[]): string[] {
  return urls.flatMap((url) => /^https?:\/\/[^/?#]+/i.exec(url) ?? []);
}

/** Whether an application lets scripts of an origin ask on its behalf. */
export function originAllowed(
  {
    allowed_origins,
    web_origins,
    callbacks,
  }: Pick<Application, 'allowed_origins' | 'web_origins' | 'callbacks'>,
  origin: string,
): boolean {
  return urlAllowed(origin, [
    ...(allowed_origins ?? []),
    ...(web_origins ?? []),
    ...originsOf(callbacks ?? []),
  ]);
}
