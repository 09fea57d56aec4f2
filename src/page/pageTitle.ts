import type { Words } from './PageData.ts';

/** "Log in to Acme", or "Log in" for a page without a brand's name. */
export function pageTitle(words: Words, brandName: string | undefined): string {
  return brandName === undefined ? words.titlePlain : words.title.split('{brand}').join(brandName);
}
