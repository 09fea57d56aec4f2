import { createRequire } from 'node:module';
import type { Dictionary } from '../page/PageData.ts';
import { direction, type Language } from '../settings/languages.ts';
import { layer } from '../settings/layer.ts';
import { lockTexts } from './words/lockTexts.ts';

const require = createRequire(import.meta.url);
const cache = new Map<Language, Dictionary>();

/**
 * Lock's dictionary of one language in the page's own words, with English where it lacks a text: Lock would do the
 * same in the browser, and warn of each.
 */
export function dictionary(language: Language): Dictionary {
  const known = cache.get(language);
  if (known !== undefined) return known;
  const ours = layer({ ...lockDictionary(language) }, { ...lockTexts[language] }) as Dictionary;
  const own = complete(lockDictionary('en'), ours);
  const made = direction(language) === 'rtl' ? isolated(own) : own;
  cache.set(language, made);
  return made;
}

/** Lock's dictionary of one language, as it is in the package. */
export function lockDictionary(language: Language): Dictionary {
  const module = require(`auth0-lock/lib/i18n/${language}`) as { default: Dictionary };
  return module.default;
}

function complete(english: Dictionary, other: Dictionary): Dictionary {
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => {
      const own = other[key];
      if (typeof text === 'object') return [key, complete(text, typeof own === 'object' ? own : {})];
      if (typeof own !== 'string') return [key, text];
      // Lock shows as text what has no markup in English: `<br/>` would stand on the screen.
      return [key, text.includes('<') ? own : own.replace(/<[^>]*>/g, ' ').replace(/ {2,}/g, ' ')];
    }),
  );
}

/**
 * With what Lock puts in set apart by Unicode's isolates: a phone number within Arabic would show its `+` at
 * the end.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
function isolated(texts: Dictionary): Dictionary {
  return Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [
      key,
      typeof text === 'string' ? text.replaceAll('%s', '\u2068%s\u2069') : isolated(text),
    ]),
  );
}
