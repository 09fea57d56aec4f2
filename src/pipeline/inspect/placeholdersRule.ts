import { MARKER } from '../../settings/marker.ts';
import { placeOfOffset } from './placeOf.ts';
import type { Rule } from './Rule.ts';

/** What auth0-deploy-cli looks for: `@@KEY@@` and `##KEY##`, for each mapping and environment variable. */
const PLACEHOLDER = /@@[^\s@]{1,100}@@|##[^\s#]{1,100}##/g;

/** Nothing but the marker looks like a placeholder that auth0-deploy-cli would rewrite. */
export const placeholdersRule: Rule = {
  code: 'placeholders',
  check(page) {
    const { html } = page;
    const places = new Map<string, string>();
    for (const { 0: text, index } of html.matchAll(PLACEHOLDER)) {
      if (text !== MARKER && !places.has(text)) places.set(text, placeOfOffset(page, html, index));
    }
    return [...places].map(([text, place]) => ({
      severity: 'error',
      what: `${text} at ${place} looks like a placeholder: auth0-deploy-cli replaces it when a mapping or an environment variable has that name.`,
      fix: 'Write it in another way; in a script, \\x40@ for @@ and \\x23# for ##.',
    }));
  },
};
