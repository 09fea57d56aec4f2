import type { Words } from '../../page/PageData.ts';
import type { Language } from '../../settings/languages.ts';
import { ar } from './ar.ts';
import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { ja } from './ja.ts';
import { nl } from './nl.ts';
import { ptBr } from './pt-br.ts';
import { zh } from './zh.ts';

/** The page's own words, by language. */
export const words: Readonly<Record<Language, Words>> = {
  en,
  es,
  fr,
  de,
  'pt-br': ptBr,
  it,
  nl,
  ja,
  zh,
  ar,
};
