import { createRequire } from 'node:module';
import type { Dictionary } from '../page/PageData.ts';
import type { Language } from '../settings/languages.ts';

const require = createRequire(import.meta.url);
const cache = new Map<Language, Dictionary>();

/**
 * Lock's dictionary of one language, with English where it lacks a text: Lock would do the same in the
 * browser, and warn of each.
 */
export function dictionary(language: Language): Dictionary {
  const known = cache.get(language) ?? complete(lockDictionary('en'), lockDictionary(language));
  cache.set(language, known);
  return known;
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
