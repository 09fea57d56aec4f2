import type { Dictionary, LanguageData, PageData } from '../page/PageData.ts';
import { direction } from '../settings/languages.ts';
import { layer } from '../settings/layer.ts';
import type { PageSettings } from '../settings/PageSettings.ts';
import { DEFAULT_PRIMARY_COLOR } from './defaults.ts';
import { dictionary } from './dictionary.ts';
import { lockTexts } from './words/lockTexts.ts';
import { wordsOf } from './words/wordsOf.ts';

/** What the page-settings data block of one page says; keys without a value are left out of it. */
export function pageData(settings: PageSettings): PageData {
  const {
    connections,
    brand,
    languages,
    countries,
    defaultCountry,
    emailMethod,
    consent,
    resendAfter,
    lock,
  } = settings;
  return {
    connections: {
      ...(connections.allow !== undefined && { allow: connections.allow }),
      choose: connections.choose,
    },
    brand: {
      ...(brand.name !== undefined && { name: brand.name }),
      ...(brand.primaryColor !== undefined && { primaryColor: brand.primaryColor }),
      fallbackColor: DEFAULT_PRIMARY_COLOR,
      ...(brand.background !== undefined && { background: brand.background }),
      hasTerms: brand.termsUrl !== undefined || brand.privacyUrl !== undefined,
    },
    languages: Object.fromEntries(
      languages.map((language): [string, LanguageData] => {
        // Lock carries English itself; the one in the page can be asked for it, the one on the CDN cannot.
        const carried = language === 'en' && lock.delivery === 'inline';
        const own = settings.texts[language]?.lock ?? {};
        const words = wordsOf(settings, language);
        const ours = {
          ...(carried && lockTexts.en),
          ...(consent === 'required' && { signUpTerms: words.consent.label }),
        };
        const texts = layer(ours, own) as Dictionary;
        return [
          language,
          {
            dir: direction(language),
            words,
            ...(Object.keys(texts).length > 0 && { lockTexts: texts }),
            ...(!carried && { dictionary: dictionary(language) }),
          },
        ];
      }),
    ),
    ...(countries !== undefined && { countries }),
    ...(defaultCountry !== undefined && { defaultCountry }),
    emailMethod,
    ...(consent === 'required' && { consent }),
    resendAfter,
    lockOptions: { ...lock.options },
  };
}
