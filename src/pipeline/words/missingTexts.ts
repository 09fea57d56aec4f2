import type { Dictionary } from '../../page/PageData.ts';
import type { PageSettings } from '../../settings/PageSettings.ts';
import { lockDictionary } from '../dictionary.ts';
import type { Finding } from '../inspect/Finding.ts';

/**
 * What a page says in English though another language was chosen: texts of Lock's form that neither Lock nor
 * the team has in that language, a warning for each language. The page's own words are complete in each: the
 * compiler checks that.
 *
 * @param read - Lock's dictionary of a language
 */
export function missingTexts(
  { languages, texts }: Pick<PageSettings, 'languages' | 'texts'>,
  read: (language: PageSettings['languages'][number]) => Dictionary = lockDictionary,
): Finding[] {
  return languages.flatMap((language) => {
    const missing = lacking(read('en'), [read(language), texts[language]?.lock ?? {}]);
    return missing.length === 0 ? [] : [finding(language, missing)];
  });
}

function finding(language: string, missing: readonly string[]): Finding {
  return {
    rule: 'languages',
    severity: 'warning',
    what: `Lock has no text in "${language}" for ${missing.join(', ')}: English stands there.`,
    fix: `Write them in the settings: texts: { '${language}': { lock: { … } } }.`,
  };
}

/** Paths of the texts that none of some dictionaries has. */
function lacking(english: Dictionary, dictionaries: readonly Dictionary[], path = ''): string[] {
  return Object.entries(english).flatMap(([key, text]) => {
    const own = dictionaries.map((dictionary) => dictionary[key]);
    if (typeof text === 'object') {
      const inner = own.filter((it): it is Dictionary => typeof it === 'object');
      return lacking(text, inner, `${path}${key}.`);
    }
    return own.some((it) => typeof it === 'string') ? [] : [`${path}${key}`];
  });
}
