import type { ApplicationFacts } from '../ApplicationFacts.ts';
import type { Check } from '../Check.ts';
import { changeApplication } from '../fixes.ts';
import { type Outcome, ok, warning } from '../Outcome.ts';
import { whenKnown } from '../whenKnown.ts';

/**
 * Origins that may ask without a page: auth0-spa-js renews a login by `web_message`, in a hidden frame.
 *
 * @see https://auth0.com/docs/get-started/applications/application-settings, Allowed Web Origins
 */
export const applicationOrigins: Check = {
  id: 'application-origins',
  area: 'applications',
  right:
    "A single-page application's allowed web origins hold the origins of its callbacks; origins have no path",
  scopes: ['read:clients', 'read:connections'],
  look: ({ applications }) => whenKnown(applications, (all) => all.map(look)),
};

function look(application: ApplicationFacts): Outcome {
  const { name, type, callbacks, webOrigins, allowedOrigins } = application;
  const withPath = [...webOrigins, ...allowedOrigins].filter((it) => !/^https?:\/\/[^/?#]+$/i.test(it));
  const needed = type === 'spa' ? [...new Set(callbacks.flatMap(originOf))] : [];
  const missing = needed.filter((origin) => !webOrigins.some((allowed) => covers(allowed, origin)));
  const problems = [
    ...(missing.length > 0
      ? [
          `Its web origins lack ${missing.join(', ')}: a reload of the application logs people out where it renews logins in a frame.`,
        ]
      : []),
    ...withPath.map(
      (it) => `${JSON.stringify(it)} is no origin (scheme, host and port alone): it may never match.`,
    ),
  ];
  if (problems.length === 0) {
    const reason =
      type === 'spa' ? 'Its web origins hold those of its callbacks.' : 'It needs no web origins.';
    return ok(name, reason);
  }
  return warning(
    name,
    problems.join(' '),
    changeApplication(application, 'Application URIs > Allowed Web Origins, Allowed Origins (CORS)', {
      web_origins: [...new Set([...webOrigins.flatMap(originOf), ...missing])],
      ...(allowedOrigins.some((it) => withPath.includes(it)) && {
        allowed_origins: [...new Set(allowedOrigins.flatMap(originOf))],
      }),
    }),
  );
}

const originOf = (url: string): string[] => [...(/^https?:\/\/[^/?#]+/i.exec(url) ?? [])];

/** `*` stands for a sub-domain. */
const covers = (allowed: string, origin: string): boolean =>
  new RegExp(`^${allowed.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '[^.]+')}$`, 'i').test(origin);
