import { direction } from '../settings/languages.ts';
import { MARKER } from '../settings/marker.ts';
import type { PageSettings } from '../settings/PageSettings.ts';
import { DEFAULT_BACKGROUND, DEFAULT_PRIMARY_COLOR } from './defaults.ts';
import { inlineJson } from './inlineJson.ts';
import { lockScriptUrl } from './lockScript.ts';
import { pageData } from './pageData.ts';
import { POLICY_TOKEN } from './policy/withPolicy.ts';
import { UNSEALED } from './seal.ts';
import type { TemplateData } from './TemplateData.ts';
import { wordsOf } from './words/wordsOf.ts';

/** What comes to the settings of a page from elsewhere. */
export interface Ingredients {
  firstScript: string;
  script: string;
  style: string;
  /** Address of the logo, or `null`. */
  logo: string | null;
  lockVersion: string;
}

/** What the templates are given for one page. */
export function toTemplateData(settings: PageSettings, ingredients: Ingredients): TemplateData {
  const { brand, languages, lock } = settings;
  const { mode } = settings.contentSecurityPolicy;
  const [language] = languages;
  const own = wordsOf(settings, language);
  return {
    lang: bcp47(language),
    dir: direction(language),
    title: brand.name === undefined ? own.titlePlain : own.title.split('{brand}').join(brand.name),
    brand: {
      name: brand.name ?? null,
      logo: ingredients.logo,
      primaryColor: brand.primaryColor ?? DEFAULT_PRIMARY_COLOR,
      background: brand.background ?? DEFAULT_BACKGROUND,
      termsUrl: brand.termsUrl ?? null,
      privacyUrl: brand.privacyUrl ?? null,
      supportUrl: brand.supportUrl ?? null,
    },
    contentSecurityPolicy: mode === 'enforce' ? POLICY_TOKEN : null,
    reportOnlyPolicy: mode === 'report' ? POLICY_TOKEN : null,
    hasLinks: [brand.termsUrl, brand.privacyUrl, brand.supportUrl].some((url) => url !== undefined),
    hasTerms: brand.termsUrl !== undefined || brand.privacyUrl !== undefined,
    words: own,
    style: ingredients.style,
    marker: MARKER,
    pageSettings: inlineJson({ ...pageData(settings), seal: UNSEALED }),
    firstScript: ingredients.firstScript,
    script: ingredients.script,
    lockScript:
      lock.delivery === 'cdn'
        ? { src: lockScriptUrl(ingredients.lockVersion), integrity: lock.integrity ?? null }
        : null,
  };
}

/** `pt-BR` for Lock's `pt-br`. */
function bcp47(language: string): string {
  return language.replace(/-\w+$/, (region) => region.toUpperCase());
}
