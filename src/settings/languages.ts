/** Languages that the page can speak: Lock has a dictionary for each, and we have words for it. */
export const languages = ['en', 'es', 'fr', 'de', 'pt-br', 'it', 'nl', 'ja', 'zh', 'ar'] as const;

/** A language code as Lock spells it. */
export type Language = (typeof languages)[number];

/** Which way a language is written. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'ar' ? 'rtl' : 'ltr';
}
