import { isRecord } from './isRecord.ts';
import type { LanguageData, Words } from './PageData.ts';
import { pageTitle } from './pageTitle.ts';

/**
 * Puts the page into one language: `lang` and `dir`, the title, and the text of every element that names
 * one of the page's words in `data-word`: `terms`, `code.late`.
 */
export function applyLanguage(
  page: Document,
  language: string,
  { dir, words }: LanguageData,
  brandName?: string,
): void {
  page.documentElement.lang = language;
  page.documentElement.dir = dir;
  const title = pageTitle(words, brandName);
  page.title = title;
  page.querySelector('#login')?.setAttribute('aria-label', title);
  for (const element of page.querySelectorAll<HTMLElement>('[data-word]')) {
    const word = element.dataset['word'];
    const text = word === 'title' ? title : wordAt(words, word);
    if (typeof text === 'string') element.textContent = text;
  }
}

const wordAt = (words: Words, path = ''): unknown =>
  path.split('.').reduce<unknown>((it, key) => (isRecord(it) ? it[key] : undefined), words);
